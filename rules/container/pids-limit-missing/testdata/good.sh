#!/bin/sh
docker run -d --pids-limit=100 registry.example.com/web:2.4
docker run -d --pids-limit "$LIMIT" registry.example.com/web:2.4
docker run -d $OPTS registry.example.com/web:2.4
