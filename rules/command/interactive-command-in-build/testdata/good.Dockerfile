FROM ubuntu:24.04
RUN apt-get update && apt-get install -y vim nano less openssh-server top && mkdir ~/.ssh
RUN echo "ps aux" > /usr/local/bin/show && which ssh
RUN vim +PlugInstall +qall && vim -es -c 'silent! help' -c q
RUN --mount=type=ssh ssh -T git@git.example.com
RUN git log | less
CMD ["top"]
