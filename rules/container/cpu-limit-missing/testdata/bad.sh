#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 has no limit of processor time` at `docker run`
docker run -d registry.example.com/web:2.4
# want@+1 `docker run registry.example.com/web:2.4 has no limit of processor time` at `0`
docker run -d --cpus 0 registry.example.com/web:2.4
