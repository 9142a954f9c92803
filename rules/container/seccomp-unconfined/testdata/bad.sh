#!/bin/sh
# want@+1 `runs without a seccomp profile` at `seccomp=unconfined`
docker run --rm --security-opt seccomp=unconfined registry.example.com/trace:1.4
# want@+1 `runs without a seccomp profile` at `seccomp:unconfined`
docker run --rm --security-opt=seccomp:unconfined --init registry.example.com/trace:1.4
