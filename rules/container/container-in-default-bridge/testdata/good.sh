#!/bin/sh
docker run --rm --network data registry.example.com/db:16.4
docker run --rm --net=none registry.example.com/db:16.4
docker run --rm $OPTS registry.example.com/db:16.4
