#!/bin/sh
docker run -d --cpus=1 registry.example.com/web:2.4
docker run -d --cpus "$LIMIT" registry.example.com/web:2.4
docker run -d $OPTS registry.example.com/web:2.4
