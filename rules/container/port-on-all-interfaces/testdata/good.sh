#!/bin/sh
docker run -d -p 127.0.0.1:8080:8080 -p "$PORT:80" registry.example.com/web:2.4
docker run -d --expose 8080 registry.example.com/web:2.4
