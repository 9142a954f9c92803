ARG REGISTRY=registry.example.com:5000
ARG RELEASE=latest

# want@+1 `base image golang has no tag, which means latest: what it is can change any day` at `golang`
FROM --platform=$BUILDPLATFORM golang AS build
RUN go version

# want@+1 `base image registry.example.com:5000/runtime has no tag` at `${REGISTRY}/runtime`
FROM ${REGISTRY}/runtime AS runtime

# want@+1 `base image alpine:latest has the tag latest` at `alpine:${RELEASE}`
FROM alpine:${RELEASE} as tools

# want@+1 `base image construction has no tag` at `construction`
FROM construction AS other

# want@+1 `base image debian:latest has the tag latest` at `docker.io/library/debian:latest`
FROM docker.io/library/debian:latest
COPY --from=build /go/bin /usr/local/bin
COPY --from=tools /bin/busybox /bin/busybox
USER 10001
