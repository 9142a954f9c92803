#!/bin/sh
docker run --rm --security-opt apparmor=web registry.example.com/web:1.4
docker run --rm registry.example.com/web:1.4
