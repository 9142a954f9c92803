#!/bin/bash
until curl -ks https://localhost:6443/livez; do sleep 1; done
curl --fail https://files.example.com/a.txt
unset NODE_TLS_REJECT_UNAUTHORIZED
NODE_TLS_REJECT_UNAUTHORIZED=${REJECT:-1} node x.js
skopeo copy --src-tls-verify=true docker://registry.example.com/a:1 dir:a
grep -rn -- --insecure .
