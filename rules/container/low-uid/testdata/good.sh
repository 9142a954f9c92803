#!/bin/sh
docker run --rm --user 10001 registry.example.com/web:1.4
docker run --rm --user "$(id -u)" registry.example.com/web:1.4
docker run --rm registry.example.com/web:1.4
