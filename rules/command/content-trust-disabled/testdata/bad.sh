#!/bin/sh
export DOCKER_CONTENT_TRUST=0 # want `content trust` at `DOCKER_CONTENT_TRUST=0`
# want@+1 `content trust` at `--disable-content-trust`
docker push --disable-content-trust registry.example.com/shop:4.2
