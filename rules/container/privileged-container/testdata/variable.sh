#!/bin/sh
# The option is where it is written, not where it takes effect.
OPTIONS="--detach --privileged" # want `docker run registry.example.com/runner:7.1 runs privileged` at `--privileged`
docker run $OPTIONS registry.example.com/runner:7.1
