#!/bin/sh
# want@+1 `docker run registry.example.com/db:16.4 is in Docker's default network` at `docker run`
docker run --rm registry.example.com/db:16.4
# want@+1 `it reaches every container` at `bridge`
docker run --rm --network bridge registry.example.com/db:16.4
