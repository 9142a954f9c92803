#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 shares files with docker run registry.example.com/worker:2.4` at `files`
docker run -d -v files:/srv/files registry.example.com/web:2.4
# want@+1 `docker run registry.example.com/worker:2.4 shares files` at `files`
docker run -d -v files:/srv/files registry.example.com/worker:2.4
