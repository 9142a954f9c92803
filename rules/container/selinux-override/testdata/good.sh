#!/bin/sh
podman run --rm --security-opt label=type:web.process registry.example.com/web:1.4
docker run --rm --security-opt label=level:s0:c1,c2 registry.example.com/web:1.4
