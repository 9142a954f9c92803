FROM debian:12.8-slim
# want@+1 `archive shop.tar.gz is copied and unpacked later` at `dist/shop.tar.gz`
COPY dist/shop.tar.gz /tmp/
RUN apt-get update && tar -xzf /tmp/shop.tar.gz -C /opt && rm /tmp/shop.tar.gz
# want@+1 `archive models.tgz is copied` at `models.tgz`
COPY notes.txt models.tgz /srv/
WORKDIR /srv
RUN tar xf models.tgz
# want@+1 `archive data.tar is copied` at `data-2.4.tar`
COPY data-2.4.tar /data.tar
RUN tar --extract --file=/data.tar
USER 10001
