#!/bin/sh
# want@+1 `docker run python:3.13 names no user, and the image python:3.13 runs as root` at `docker run`
docker run --rm python:3.13 python -c 'print(1)'
