#!/bin/sh
docker run --detach --volume dashboard-data:/data registry.example.com/dashboard:2.21
docker run --rm --volume "$SOCKET:/var/run/docker.sock" registry.example.com/scan:2.21
docker run --rm --mount type=volume,source=run,target=/var/run registry.example.com/scan:2.21
docker run --rm registry.example.com/scan:2.21 --volume /var/run/docker.sock:/var/run/docker.sock
ls -l /var/run/docker.sock
