#!/bin/sh
# want@+1 `script takes what kind.example.com sends without checking it` at `https://kind.example.com/dl/v0.14.0/kind-linux-amd64`
curl -Lo ./kind https://kind.example.com/dl/v0.14.0/kind-linux-amd64
chmod +x ./kind
sudo mv ./kind /usr/bin/kind

# want@+1 `without checking it` at `"https://dl.example.com/$1.tar.xz"`
wget -q -O - "https://dl.example.com/$1.tar.xz" | tar xJ
