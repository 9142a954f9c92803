#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 keeps nothing of its output` at `none`
docker run --detach --log-driver none registry.example.com/web:2.4
# want@+1 `podman create registry.example.com/web:2.4 keeps nothing` at `none`
podman create --log-driver=none registry.example.com/web:2.4
# want@+1 `docker run registry.example.com/web:2.4 keeps nothing` at `none`
docker run -dit --log-driver="none" registry.example.com/web:2.4
