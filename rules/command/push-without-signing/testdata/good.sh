#!/bin/bash
set -euo pipefail
docker push shop/web:4.2
cosign sign --yes "shop/web@$digest"
