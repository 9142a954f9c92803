#!/bin/sh
docker run -d -p 8443:8443 -p "$PORT:8080" registry.example.com/web:2.4
docker run -d --expose 80 registry.example.com/web:2.4
