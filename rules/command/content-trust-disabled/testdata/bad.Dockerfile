FROM docker.io/library/docker:28-cli
# want@+1 `this switches Docker content trust off, and leaves open where images come from` at `DOCKER_CONTENT_TRUST=0`
ENV LANG=C DOCKER_CONTENT_TRUST=0
# want@+1 `content trust` at `DOCKER_CONTENT_TRUST=false`
RUN DOCKER_CONTENT_TRUST=false docker pull alpine:3.20
# want@+1 `content trust` at `--disable-content-trust`
RUN docker pull --disable-content-trust alpine:3.20
