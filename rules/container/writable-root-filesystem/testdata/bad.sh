#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 can write into its root file system` at `docker run`
docker run -d registry.example.com/web:2.4
# want@+1 `docker run registry.example.com/web:2.4 can write` at `--read-only=false`
docker run -d --read-only=false registry.example.com/web:2.4
