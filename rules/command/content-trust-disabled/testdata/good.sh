#!/bin/sh
export DOCKER_CONTENT_TRUST="$TRUST"
DOCKER_CONTENT_TRUST=1 docker pull alpine:3.20
docker run --rm alpine:3.20 tool --disable-content-trust
