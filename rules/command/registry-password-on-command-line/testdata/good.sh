#!/bin/bash
printf '%s' "$TOKEN" | docker login -u ci --password-stdin registry.example.com
docker login registry.example.com
docker run -p 80:80 registry.example.com/login:1.0 login
echo "$TOKEN" | helm registry login registry.example.com -u ci --password-stdin
aws ecr get-login-password | docker login --username AWS --password-stdin registry.example.com
docker compose -p login up
podman pull --creds ci registry.example.com/shop/web:4.2
podman run --rm registry.example.com/shop/web:4.2 pull --creds a:b
az acr login --name shop
docker run --rm registry.example.com/tool:1.0 login -p secret
