#!/bin/sh
# want@+1 `docker run registry.example.com/db:8.0 opens port 27017 on every interface of the host, that of MongoDB` at `27017:27017`
docker run -d -p 27017:27017 registry.example.com/db:8.0
# want@+1 `Redis` at `0.0.0.0:6379:6379`
docker run -d --publish=0.0.0.0:6379:6379 registry.example.com/cache:8.2
