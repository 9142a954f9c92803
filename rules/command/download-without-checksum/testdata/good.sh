#!/bin/sh
curl -Lo kind https://kind.example.com/kind-linux-amd64
curl -LO https://kind.example.com/kind-linux-amd64.sha256
sha256sum -c kind-linux-amd64.sha256
chmod +x kind
curl -fsS https://api.example.com/notes > notes.txt
code=$(curl -s -w '%{http_code}' https://api.example.com/)
