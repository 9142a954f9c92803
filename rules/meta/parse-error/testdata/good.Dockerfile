# syntax=docker/dockerfile:1
# escape=`
FROM debian:12.8-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN <<EOF
set -e
apt-get update
EOF
RUN apt-get install --yes `
    # a comment between continued lines
    ca-certificates
HEALTHCHECK NONE
ONBUILD COPY . /app
STOPSIGNAL SIGTERM
USER 10001
