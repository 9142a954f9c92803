#!/bin/sh
# want@+1 `lets its processes gain privileges` at `no-new-privileges=false`
docker run --rm --security-opt no-new-privileges=false registry.example.com/web:1.4
# want@+1 `lets its processes gain privileges` at `no-new-privileges:false`
docker run --rm --security-opt=no-new-privileges:false registry.example.com/web:1.4
