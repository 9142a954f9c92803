#!/bin/sh
set -eu

# want@+1 `docker run \S+ is told to run as root` at `root`
docker run --rm --user root --volume "$PWD/inbox:/inbox" registry.example.com/import:3.1

docker run --detach \
  --name export \
  -u 0:0 \
  registry.example.com/export:3.1 --once
# want@-2 `is told to run as root` at `0:0`

# want@+1 `is told to run as root` at `0`
sudo docker create -itu0 registry.example.com/mirror:3.1
