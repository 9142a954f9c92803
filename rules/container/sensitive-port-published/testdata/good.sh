#!/bin/sh
docker run -d -p 127.0.0.1:27017:27017 -p "$PORT:5432" registry.example.com/db:8.0
docker run -d --expose 6379 -p 8080:80 registry.example.com/cache:8.2
