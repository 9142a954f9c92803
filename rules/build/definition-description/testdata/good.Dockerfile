# syntax=docker/dockerfile:1

# VERSION is the release that is packed.
ARG VERSION=1.4
ARG PLAIN
# B comes first
ARG A=1 B
# hadolint ignore=DL3006
ARG C
# renovate: datasource=docker depName=golang
ARG GO_VERSION=1.26
# A long story.
#
ARG D
# base is what all others build on
# base and more of it
FROM alpine:3.22 AS Base
# What follows needs no words of its own.
FROM alpine:3.22
# So does this.
RUN true
