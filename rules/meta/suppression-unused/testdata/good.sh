#!/bin/sh
# stridelint:ignore host-pid -- debugging
docker run --rm \
  --pid=host \
  registry.example/tool:2.0
docker run --rm --privileged registry.example/tool:2.0 # stridelint:ignore privileged-container -- it loads a driver
