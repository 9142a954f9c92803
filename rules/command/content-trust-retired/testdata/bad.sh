#!/bin/sh
export DOCKER_CONTENT_TRUST=1 # want `content trust` at `DOCKER_CONTENT_TRUST=1`
# want@+1 `content trust` at `--disable-content-trust=false`
docker push --disable-content-trust=false registry.example.com/shop:4.2
