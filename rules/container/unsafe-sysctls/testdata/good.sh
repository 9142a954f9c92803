#!/bin/sh
docker run --rm --sysctl net.ipv4.ip_forward=1 registry.example.com/router:1.4
docker run --rm --sysctl "$SYSCTL" registry.example.com/router:1.4
