FROM debian:12.8-slim
ARG SOURCE
ARG JAR_URL
ADD rootfs.tar.xz /
ADD data/*.tgz /data/
ADD layers.tar* notes.txt /layers/
ADD $SOURCE /src/
ADD ${JAR_URL} app.jar
ADD dump.sql.gz /docker-entrypoint-initdb.d/
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://downloads.example.com/agent /usr/local/bin/agent
ADD https://git.example.com/tools/build.git#v1.4 /src/build
ADD --unpack=false notes.txt /notes
COPY app.py /app/
USER 10001
