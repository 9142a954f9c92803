#!/bin/sh
podman run --rm --userns=keep-id registry.example.com/web:1.4
docker run --rm registry.example.com/web:1.4
