ARG VERSION=22.04
ARG IMAGE
FROM ubuntu:${VERSION} AS base-amd64
FROM arm64v8/ubuntu:22.04 AS base-arm64

# A stage of this file, whichever it is.
FROM base-${TARGETARCH} AS base
RUN true

FROM BASE AS test
RUN true

FROM scratch AS export
COPY --from=test /etc/os-release /os-release

FROM registry.example.com:5000/tools:1.8 AS tools
FROM nginx@sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180 AS digest
FROM nginx:latest@sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180 AS both
FROM $IMAGE AS given
FROM alpine:latest-stable AS other-tag

FROM base
USER 10001
