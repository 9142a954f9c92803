#!/bin/sh
docker run --rm --security-opt seccomp=web.json registry.example.com/web:1.4
docker run --rm --security-opt "seccomp=$PROFILE" registry.example.com/web:1.4
docker run --rm registry.example.com/web:1.4 --security-opt seccomp=unconfined
