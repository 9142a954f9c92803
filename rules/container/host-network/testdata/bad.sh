#!/bin/sh
# want@+1 `docker run registry.example.com/proxy:5.0 shares the host's network` at `--network=host`
docker run --detach --network=host registry.example.com/proxy:5.0

# want@+1 `shares the host's network` at `--net host`
docker run --rm --net host registry.example.com/scan:5.0 -sT localhost
