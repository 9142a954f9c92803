#!/bin/bash
set -euo pipefail
docker push shop/web:4.2
./ci/sign-images.sh shop/web:4.2
