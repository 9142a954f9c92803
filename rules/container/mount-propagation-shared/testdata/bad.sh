#!/bin/sh
# want@+1 `docker run registry.example.com/storage:1.2 shares the mounts below /volumes` at `shared`
docker run --rm -v /srv/volumes:/volumes:shared registry.example.com/storage:1.2
# want@+1 `below /more` at `rshared`
docker run --rm --mount type=bind,source=/srv/more,target=/more,bind-propagation=rshared registry.example.com/storage:1.2
