FROM debian:12.8-slim
ARG URL
ARG REPOSITORY
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://downloads.example.com/agent /usr/local/bin/agent
ADD --checksum=$SUM https://downloads.example.com/agent /usr/local/bin/agent
ADD https://git.example.com/tools/build.git#v1.4 /src/build
ADD https://git.example.com/${REPOSITORY} /src/other
ADD git@git.example.com:tools/build.git /src/ssh
ADD git://git.example.com/tools/build /src/plain
ADD rootfs.tar.xz /
ADD $URL /download
COPY https://downloads.example.com/agent /no-url-for-copy
RUN curl --fail --output /agent https://downloads.example.com/agent
USER 10001
