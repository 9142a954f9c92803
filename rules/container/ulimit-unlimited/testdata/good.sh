#!/bin/sh
docker run --rm --ulimit nofile=1024:4096 --ulimit "core=$CORE" registry.example.com/search:3.1
