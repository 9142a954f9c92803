#!/bin/bash
set -eu
docker buildx build --provenance=true --sbom true --push -t shop/web:4.2 .
docker buildx build --provenance mode=max,version=v1 --attest type=sbom --push -t shop/api:4.2 api
docker buildx build --provenance="$PROVENANCE" --push -t shop/cron:4.2 cron
docker run --rm shop/builder:4.2 build --provenance=false .
docker buildx bake release
export BUILDX_NO_DEFAULT_ATTESTATIONS=0
docker buildx build --provenance=false --sbom=false --load -t shop/test .
docker build --provenance=false -o type=docker -t shop/test .
docker build --provenance=false --output dist .
