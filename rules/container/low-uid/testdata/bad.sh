#!/bin/sh
# want@+1 `runs with the user ID 999` at `999`
docker run --rm --user 999 registry.example.com/web:1.4
