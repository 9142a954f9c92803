#!/usr/bin/env bash
docker run --detach --privileged=false registry.example.com/runner:7.1
docker run --rm --device /dev/kvm registry.example.com/vm:7.1
# What follows the image is the container's command.
docker run --rm registry.example.com/tool:7.1 lint --privileged
# A dash of a word processor makes no option.
docker run --rm registry.example.com/tool:7.1 —privileged
echo "never use docker run --privileged"
docker run --rm --env HINT=--privileged registry.example.com/tool:7.1
