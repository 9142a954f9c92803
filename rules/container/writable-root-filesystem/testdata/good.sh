#!/bin/sh
docker run -d --read-only registry.example.com/web:2.4
docker run -d $OPTS registry.example.com/web:2.4
