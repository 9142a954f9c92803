#!/bin/sh
docker run --detach --network front --publish 127.0.0.1:8080:8080 registry.example.com/proxy:5.0
docker run --rm --network container:proxy registry.example.com/scan:5.0
docker run --rm registry.example.com/scan:5.0 --network host
docker build --network host --tag registry.example.com/proxy:5.1 .
