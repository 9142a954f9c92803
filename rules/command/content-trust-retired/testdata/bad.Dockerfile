FROM docker.io/library/docker:28-cli
# want@+1 `Docker content trust is being retired: pulls of official images fail with it` at `DOCKER_CONTENT_TRUST=1`
ENV LANG=C DOCKER_CONTENT_TRUST=1
# want@+1 `content trust` at `DOCKER_CONTENT_TRUST=true`
RUN DOCKER_CONTENT_TRUST=true docker pull alpine:3.20
# want@+1 `content trust` at `--disable-content-trust=false`
RUN docker pull --disable-content-trust=false alpine:3.20
