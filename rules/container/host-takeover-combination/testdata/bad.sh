#!/bin/sh
# want@+1 `docker run registry.example.com/agent:2.21 is root on the host in one step: it runs as root, and holds the capability SYS_ADMIN` at `docker run`
docker run -d -u 0 --cap-add sys_admin registry.example.com/agent:2.21
# want@+1 `docker run nginx:1.29.3 is root on the host in one step` at `docker run`
docker run -d -v /var/run/docker.sock:/var/run/docker.sock -v /usr:/host/usr nginx:1.29.3
# want@+1 `docker run alpine:3.20 is root on the host in one step: it runs as root, and enters the host's first process` at `docker run`
docker run --rm -it --privileged --pid=host alpine:3.20 nsenter -t 1 -m sh
