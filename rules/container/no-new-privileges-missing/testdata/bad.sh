#!/bin/sh
# want@+1 `docker run registry.example.com/web:1.4 may gain privileges` at `docker run`
docker run --rm registry.example.com/web:1.4
