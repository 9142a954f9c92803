#!/usr/bin/env bash
# want@+1 `docker run registry.example.com/runner:7.1 runs privileged` at `--privileged`
docker run --detach --privileged registry.example.com/runner:7.1

# want@+1 `runs privileged` at `--privileged=true`
/usr/bin/docker container run --rm --privileged=true registry.example.com/runner:7.1 sh -c 'mount'

if [ -e /dev/kvm ]; then
  sudo -E docker create \
    --name vm \
    --privileged \
    registry.example.com/vm:7.1 # want@-1 `runs privileged` at `--privileged`
fi
