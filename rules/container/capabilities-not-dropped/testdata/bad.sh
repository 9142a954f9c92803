#!/bin/sh
# want@+1 `docker run registry.example.com/web:1.4 does not drop all capabilities` at `docker run`
docker run --rm registry.example.com/web:1.4
