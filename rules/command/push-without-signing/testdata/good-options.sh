#!/bin/bash
podman push --sign-by release@example.com registry.example.com/shop/web:4.2
docker push localhost:5000/shop/test:4.2
docker build -t shop/web:4.2 .
git push origin main
