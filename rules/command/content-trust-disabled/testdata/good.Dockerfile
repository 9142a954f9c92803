FROM docker.io/library/docker:28-cli
ARG DOCKER_CONTENT_TRUST
ENV DOCKER_CONTENT_TRUST=1 DOCKER_CONTENT_TRUST_SERVER=https://notary.example.com
RUN docker pull --disable-content-trust=false alpine:3.20 && echo DOCKER_CONTENT_TRUST=0
