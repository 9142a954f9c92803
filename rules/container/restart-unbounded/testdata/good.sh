#!/bin/sh
docker run -d --restart=on-failure:3 registry.example.com/web:2.4
docker run --rm registry.example.com/web:2.4
docker run -d --restart "$POLICY" registry.example.com/web:2.4
