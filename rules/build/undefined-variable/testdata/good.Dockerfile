ARG TAG=3.22
ARG VARIANT
ARG IMAGE=alpine:${TAG}
FROM --platform=$BUILDPLATFORM alpine:${TAG}${VARIANT} AS build
ARG TARGETARCH
ARG TAG
ENV A=1
ENV B=$A C=${TAG}-${A:-none} PATH=$PATH:/opt/bin
COPY build-$TARGETARCH /build
RUN echo $SHELL_VARIABLE \
  && for f in *; do echo "$f"; done
CMD echo $HOME
HEALTHCHECK CMD test -f $HOME/up
ONBUILD WORKDIR $SOMEWHERE

FROM build
ENV D=$A$TAG
COPY <<"EOF" /etc/motd
nothing is put in for $THIS
EOF

# The base image sets it, or may.
FROM node:24-alpine
LABEL node=$NODE_VERSION
FROM registry.example/base:1
WORKDIR $APP_HOME
ENV PYTHONPATH=$PYTHONPATH:/app
FROM ${IMAGE}
