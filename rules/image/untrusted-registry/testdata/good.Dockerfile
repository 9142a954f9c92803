ARG BASE
FROM golang:1.25.4 AS build
# All spellings of Docker Hub's own images.
FROM docker.io/alpine:3.23
FROM library/alpine:3.23
FROM index.docker.io/library/alpine:3.23
FROM docker.io/library/alpine@sha256:5b10f432ef3da1b8d4c7eb6c487f2f5a8f096bc91145e68878dd4a5019afde11
# Nothing is known of it.
FROM ${BASE}
FROM registry.example.com/{{image}}
FROM scratch
COPY --from=build /out /srv
COPY --from=0 /out /srv
USER 10001
