#!/bin/sh
docker run -d -u 10001 --cap-add SYS_ADMIN -v /var/run/docker.sock:/var/run/docker.sock registry.example.com/agent:2.21
docker run -d -u "$WHO" --cap-add SYS_ADMIN registry.example.com/agent:2.21
docker run -d --privileged -u root registry.example.com/agent:2.21
