#!/bin/bash
set -euo pipefail

DB_PASSWORD='tr0ub4dor-and-3' # want medium `DB_PASSWORD is written out: whoever can read this file has the secret` at `'tr0ub4dor-and-3'`

# want@+1 `API_TOKEN is written out` at `9f8c6b1d-4e2a`
docker run --detach --env API_TOKEN=9f8c6b1d-4e2a --env "DB_PASSWORD=$DB_PASSWORD" registry.example.com/shop:4.0

# want@+1 medium `NPM_TOKEN is written out: whoever can read this file or see the build has the secret` at `9f8c6b1d-4e2a`
docker build --build-arg NPM_TOKEN=9f8c6b1d-4e2a --build-arg DB_PASSWORD --build-arg "API_TOKEN=$API_TOKEN" .
