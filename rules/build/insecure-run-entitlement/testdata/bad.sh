#!/bin/bash
set -eu
# want@+1 `docker build shop/driver:1.4 is given security.insecure: any step of the build can ask for it` at `security.insecure`
docker buildx build --push --allow security.insecure -t shop/driver:1.4 .
# want@+2 `is given network.host` at `network.host`
docker buildx build \
  --allow=network.host,device \
  --tag shop/tools:2.0 tools
# want@+1 `docker bake is given security.insecure` at `security.insecure`
docker buildx bake --allow security.insecure release
