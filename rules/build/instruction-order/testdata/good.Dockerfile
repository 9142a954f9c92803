# syntax=docker/dockerfile:1
# A comment.

ARG VERSION=3.22
arg MORE=1 EVEN=2
FROM alpine:${VERSION}
ARG VERSION
USER 10001
