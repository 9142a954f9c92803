#!/bin/sh
# want@+1 low `runs with the group of root` at `10001:root`
docker run --rm --user 10001:root registry.example.com/web:1.4
# want@+1 low `runs with the group of root` at `0`
docker run --rm --user 10001:10001 --group-add 0 registry.example.com/web:1.4
