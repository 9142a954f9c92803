#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 takes port 443` at `443`
docker run -d -p 443:8443 registry.example.com/web:2.4
# want@+1 `listens on port 80` at `80`
docker run -d -p 127.0.0.1:8080:80/tcp registry.example.com/web:2.4
