#!/bin/sh
# want@+1 `docker run registry.example.com/search:3.1 has no limit of nofile` at `-1`
docker run --rm --ulimit nofile=-1 registry.example.com/search:3.1
# want@+1 `no limit of core` at `-1`
docker run --rm --ulimit core=0:-1 registry.example.com/search:3.1
