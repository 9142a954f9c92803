#!/bin/sh
# want@+1 `docker run registry.example.com/dashboard:2.21 is given the socket of Docker` at `/var/run/docker.sock`
docker run --detach --volume /var/run/docker.sock:/var/run/docker.sock registry.example.com/dashboard:2.21

docker run --rm \
  -v "$PWD:/work" \
  -v /var/run/docker.sock:/var/run/docker.sock:ro \
  registry.example.com/scan:2.21
# want@-2 `is given the socket of Docker` at `/var/run/docker.sock`

# want@+1 `is given the socket of Docker` at `/run/docker.sock`
docker run --rm --mount type=bind,source=/run/docker.sock,target=/docker.sock registry.example.com/scan:2.21
