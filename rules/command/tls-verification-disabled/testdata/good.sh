#!/bin/bash
until curl -ks https://localhost:6443/livez; do sleep 1; done
curl --fail https://files.example.com/a.txt
unset NODE_TLS_REJECT_UNAUTHORIZED
NODE_TLS_REJECT_UNAUTHORIZED=${REJECT:-1} node x.js
skopeo copy --src-tls-verify=true docker://registry.example.com/a:1 dir:a
grep -rn -- --insecure .

skopeo copy --all --src-tls-verify=0 "docker://localhost:5000/$IMAGE" docker://registry.example.com/app:1.2
podman push --tls-verify=false localhost:5000/app:1.2
docker manifest push localhost:5000/shop/app:1.2 --insecure
docker manifest inspect registry.example.com/shop/app:1.2
nerdctl --insecure-registry push localhost:5000/shop/app:1.2
docker run --rm registry.example.com/shop/tool:1.0 push --insecure
podman run --rm registry.example.com/shop/tool:1.0 copy --tls-verify=false
sed -i '/sslverify=0/d' /etc/yum.conf
sed -i 's/sslverify=0/sslverify=1/' /etc/yum.conf
sed -n 's/sslverify=0/&/p
/x/q' /etc/yum.conf
go env -w GOINSECURE=none
go env -w GOFLAGS=-mod=mod
go env
bundle config set --global ssl_verify_mode 1
bundle config ssl_verify_mode
aws s3 ls
