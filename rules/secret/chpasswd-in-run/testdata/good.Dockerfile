FROM debian:12.8-slim
RUN --mount=type=secret,id=pw sh -c 'echo "shop:$(cat /run/secrets/pw)" | chpasswd'
RUN useradd -m -u 10001 shop && passwd -l root && passwd --delete shop
RUN usermod -p '*' root && usermod --password '!' shop
RUN echo chpasswd && apt-get install -y passwd
CMD ["sh", "-c", "cat /run/secrets/pw | chpasswd"]
RUN chpasswd --help | less && passwd -S root
