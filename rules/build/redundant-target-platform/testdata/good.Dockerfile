FROM --platform=$BUILDPLATFORM golang:1.26 AS build
FROM --platform=${TARGETPLATFORM:+linux/amd64} alpine:3.22
FROM --platform=$TARGETOS/$TARGETARCH alpine:3.22
FROM --platform=linux/$TARGETARCH alpine:3.22
FROM alpine:3.22
