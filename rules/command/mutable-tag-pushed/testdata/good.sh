#!/bin/bash
set -euo pipefail
docker push registry.example.com/shop/web:4.2.1
docker push registry.example.com/shop/web:latest

# Which tag it is, is not known.
docker tag shop/api:main "shop/api:$GIT_COMMIT"
docker push "shop/api:$GIT_COMMIT"
docker push shop/api:main

docker push --all-tags shop/worker
docker push shop/worker:latest

# Only this machine has this registry.
docker push localhost:5000/shop/tools:latest
docker buildx build --load -t shop/dev:latest .
docker buildx build --push -t shop/cron:2026.11.1 -t shop/cron:latest cron
podman push shop/archive:latest oci-archive:archive.tar
docker compose push
