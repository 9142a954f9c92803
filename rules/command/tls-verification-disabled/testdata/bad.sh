#!/bin/bash
# want@+1 `script has curl verify no certificate` at `k`
curl -kO https://files.example.com/a.txt
OPTIONS="-s --insecure" # want `script has curl verify no certificate` at `--insecure`
curl $OPTIONS "https://$HOST/a"
# want@+1 `has kubectl verify no certificate` at `--insecure-skip-tls-verify=true`
kubectl --insecure-skip-tls-verify=true get pods
# want@+1 `has skopeo verify no certificate` at `--src-tls-verify=false`
skopeo copy --src-tls-verify=false docker://registry.example.com/a:1 dir:a
export NODE_TLS_REJECT_UNAUTHORIZED=0 # want `NODE_TLS_REJECT_UNAUTHORIZED has Node.js verify no certificate` at `NODE_TLS_REJECT_UNAUTHORIZED=0`
# want@+1 `PYTHONHTTPSVERIFY has Python` at `--env PYTHONHTTPSVERIFY=0`
docker run --rm --env PYTHONHTTPSVERIFY=0 registry.example.com/tool:1.0

# want@+1 `skopeo verify no certificate` at `--dest-tls-verify=false`
skopeo copy --dest-tls-verify=false docker://localhost:5000/app:1.2 docker://registry.example.com/app:1.2

# want@+1 `has docker verify no certificate` at `--insecure`
docker manifest push --insecure registry.example.com/shop/app:1.2
# want@+1 `has nerdctl verify no certificate` at `--insecure-registry`
nerdctl --insecure-registry pull registry.example.com/shop/app:1.2
# want@+1 `has podman verify no certificate` at `--tls-verify=0`
podman login --tls-verify=0 registry.example.com
# want@+1 `has crane verify no certificate` at `--insecure`
crane --insecure digest registry.example.com/shop/app:1.2
# want@+1 `has oras verify no certificate` at `--plain-http`
oras pull --plain-http registry.example.com/shop/chart:1.2

# want@+1 `configures that no certificate is verified` at `'s/^sslverify=1/sslverify=0/'`
sed -i 's/^sslverify=1/sslverify=0/' /etc/yum.conf
# want@+1 `configures that no certificate is verified` at `'$a\sslverify = false'`
sed -i -e '$a\sslverify = false' /etc/yum.conf
# want@+1 `configures that no certificate is verified` at `'/^\[main\]/,$ { s|a|b|g; s|strict-ssl=.*|strict-ssl=false|; }'`
sed -i '/^\[main\]/,$ { s|a|b|g; s|strict-ssl=.*|strict-ssl=false|; }' ~/.npmrc
# want@+1 `configures that no certificate is verified` at `GOINSECURE=*.example.com`
go env -w GOINSECURE=*.example.com
# want@+1 `configures that no certificate is verified` at `0`
bundle config set --global ssl_verify_mode 0
# want@+1 `has aws verify no certificate` at `--no-verify-ssl`
aws --no-verify-ssl s3 ls
