#!/bin/sh
# want@+1 `is not confined by SELinux` at `label=disable`
docker run --rm --security-opt label=disable registry.example.com/backup:1.4
# want@+1 `chooses its SELinux type` at `label=type:unconfined_t`
podman run --rm --security-opt label=type:unconfined_t registry.example.com/backup:1.4
