#!/bin/sh
docker run --rm redis:8.2.3@sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180 redis-cli ping
docker run --rm "$IMAGE" true
docker build --tag shop:1 .
docker run --rm shop:1
