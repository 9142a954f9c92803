#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 has no limit of processes` at `docker run`
docker run -d registry.example.com/web:2.4
# want@+1 `docker run registry.example.com/web:2.4 has no limit of processes` at `-1`
docker run -d --pids-limit -1 registry.example.com/web:2.4
