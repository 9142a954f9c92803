#!/bin/sh
docker run --detach --name cache redis:8.2.3
docker run --rm "redis:$VERSION"
docker run --rm "$IMAGE"
docker run --rm redis@sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180 redis:latest

# What the script builds is not pulled.
docker build --tag shop .
docker run --rm shop
