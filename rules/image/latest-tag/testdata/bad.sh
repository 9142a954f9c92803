#!/bin/sh
# want@+1 `image redis:latest has the tag latest` at `redis:latest`
docker run --detach --name cache redis:latest

# want@+1 `image registry.example.com:5000/queue has no tag` at `registry.example.com:5000/queue`
docker run -dp 5672:5672 registry.example.com:5000/queue

# want@+1 `image postgres has no tag` at `"postgres"`
docker create --name db "postgres"
