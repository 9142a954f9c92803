#!/bin/bash
# want@+1 `script logs in with the password as an argument: everyone who can list the processes or read the log has it` at `-p "$TOKEN"`
docker login -u ci -p "$TOKEN" registry.example.com
# want@+1 `logs in with` at `--password=tr0ub4dor-and-3`
docker --config "$HOME/.ci" login --username ci --password=tr0ub4dor-and-3 registry.example.com
# want@+1 `logs in with` at `-ptr0ub4dor-and-3`
podman login -ptr0ub4dor-and-3 -u ci registry.example.com
# want@+1 `logs in with` at `--password "$(cat token)"`
helm registry login registry.example.com -u ci --password "$(cat token)"

# want@+1 `logs in with` at `--creds "ci:$TOKEN"`
podman pull --creds "ci:$TOKEN" registry.example.com/shop/web:4.2
# want@+1 `logs in with` at `--src-creds=ci:tr0ub4dor-and-3`
skopeo copy --src-creds=ci:tr0ub4dor-and-3 docker://registry.example.com/a:1 dir:a
# want@+1 `logs in with` at `-p "$TOKEN"`
cosign login registry.example.com -u ci -p "$TOKEN"
# want@+1 `logs in with` at `--password "$TOKEN"`
az acr login --name shop --username ci --password "$TOKEN"
# want@+2 `logs in with` at `-p="$TOKEN"`
docker login registry.example.com \
  -u ci -p="$TOKEN"
# want@+1 `logs in with` at `-p "$TOKEN"`
docker login -e ci@example.com -u ci -p "$TOKEN" registry.example.com
