#!/bin/sh
# want@+1 `sees all of /proc` at `systempaths=unconfined`
docker run --rm --security-opt systempaths=unconfined registry.example.com/builder:1.4
