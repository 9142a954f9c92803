#!/bin/sh
# want@+1 `sets vm.swappiness, which a container cannot have for itself` at `vm.swappiness`
docker run --rm --sysctl vm.swappiness=1 registry.example.com/cache:1.4
