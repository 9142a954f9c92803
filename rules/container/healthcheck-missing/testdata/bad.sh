#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 is not asked whether it works` at `--no-healthcheck`
docker run -d --no-healthcheck registry.example.com/web:2.4
