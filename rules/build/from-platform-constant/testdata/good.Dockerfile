ARG PLATFORM=linux/amd64
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
FROM --platform=$PLATFORM golang:1.26 AS set
FROM --platform=linux/$BUILDARCH golang:1.26 AS partly
FROM --platform=linux/amd64 alpine:3.22 AS tools-amd64
FROM --platform=linux/x86_64 alpine:3.22 AS amd64
FROM --platform=linux/arm/v7 alpine:3.22 AS Linux-tools
FROM --platform=nonsense alpine:3.22
FROM alpine:3.22
