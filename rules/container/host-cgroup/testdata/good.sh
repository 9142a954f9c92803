#!/bin/sh
docker run --rm --cgroupns private registry.example.com/init:1.2
docker run --rm --cgroupns "$MODE" registry.example.com/init:1.2
