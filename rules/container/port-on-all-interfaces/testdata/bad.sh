#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 opens a port` at `8080:8080`
docker run -d -p 8080:8080 registry.example.com/web:2.4
# want@+1 `opens a port` at `-P`
docker run -d -P registry.example.com/web:2.4
