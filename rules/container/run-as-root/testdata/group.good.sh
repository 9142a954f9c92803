#!/bin/sh
docker run --rm --user 10001:10001 registry.example.com/web:1.4
