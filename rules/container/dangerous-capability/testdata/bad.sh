#!/bin/sh
# want@+1 `docker run registry.example.com/fuse:1.4 is given SYS_ADMIN` at `SYS_ADMIN`
docker run --rm --cap-drop ALL --cap-add SYS_ADMIN --device /dev/fuse registry.example.com/fuse:1.4

# want@+1 `is given ALL: it is every capability` at `all`
docker run --rm --cap-add=all registry.example.com/fuse:1.4
