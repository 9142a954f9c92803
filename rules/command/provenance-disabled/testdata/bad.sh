#!/bin/bash
set -eu
# want@+1 `docker build shop/web:4.2 leaves out the provenance: nobody can prove from which source and by whom the image was built` at `--provenance=false`
docker buildx build --provenance=false --push -t shop/web:4.2 .
# want@+3 `docker build shop/api:4.2 leaves out the provenance` at `--provenance false`
# want@+3 `docker build shop/api:4.2 leaves out the list of what is in the image` at `--sbom=0`
docker build \
  --provenance false \
  --sbom=0 \
  -t shop/api:4.2 api
# want@+1 `leaves out the provenance` at `--attest=type=provenance,disabled=true`
docker buildx build --attest=type=provenance,disabled=true --push -t shop/cron:4.2 cron
# want@+1 `docker bake leaves out the provenance` at `--provenance=false`
docker buildx bake --provenance=false --push release
# want@+1 `builds leave out the provenance` at `BUILDX_NO_DEFAULT_ATTESTATIONS=1`
export BUILDX_NO_DEFAULT_ATTESTATIONS=1
