#!/bin/sh
docker exec web ls
docker exec -u app web ls
docker exec --user "$WHO" web ls
docker exec web sudo -u root ls
docker compose exec web ls --privileged
