#!/bin/sh
docker run --rm redis:8.2.3 redis-cli ping # want `image redis:8.2.3 has no digest` at `redis:8.2.3`
