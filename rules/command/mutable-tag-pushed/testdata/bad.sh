#!/bin/bash
set -euo pipefail
docker build -t registry.example.com/shop/web .
# want@+1 `registry.example.com/shop/web is pushed only as latest, which the next push takes away: nobody can tell afterwards what was run` at `registry.example.com/shop/web`
docker push registry.example.com/shop/web
docker push registry.example.com/shop/web:latest

# want@+1 `shop/api is pushed only as main` at `shop/api:main`
docker image push --quiet shop/api:main

# want@+1 `shop/worker is pushed only as latest` at `shop/worker:latest`
docker buildx build --platform linux/amd64,linux/arm64 --push -t shop/worker:latest -t shop/worker:edge worker

# want@+1 `quay.io/shop/cron is pushed only as nightly` at `docker://quay.io/shop/cron:nightly`
podman push localhost/cron docker://quay.io/shop/cron:nightly
