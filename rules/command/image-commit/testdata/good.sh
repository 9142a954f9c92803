#!/bin/bash
docker build -t registry.example.com/shop:4.2 . && docker push registry.example.com/shop:4.2
git commit -m "docker commit"
docker run --rm registry.example.com/tool:1.0 commit
buildah commit "$container" registry.example.com/shop:4.2
echo docker commit
