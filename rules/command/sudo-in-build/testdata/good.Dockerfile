FROM debian:12.8-slim
RUN apt-get update && apt-get install -y sudo
RUN echo "sudo make me a sandwich" && apt-get install sudoku
RUN echo 'app ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/app
USER 10001
CMD ["sudo", "app"]
