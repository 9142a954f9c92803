#!/bin/sh
# want@+1 `docker run registry.example.com/agent:1.2 shares the host's UTS namespace` at `--uts host`
docker run --rm --uts host registry.example.com/agent:1.2
