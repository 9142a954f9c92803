#!/bin/sh
# want@+1 `docker exec web runs privileged` at `--privileged`
docker exec --privileged web ls /dev
# want@+1 medium `docker exec web runs as root` at `root`
docker exec -it -u root web sh
# want@+1 medium `docker compose exec web runs as root` at `0`
docker compose exec --user 0 web sh
