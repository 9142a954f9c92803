#!/bin/sh
docker run -d --memory=512m registry.example.com/web:2.4
docker run -d --memory "$LIMIT" registry.example.com/web:2.4
docker run -d $OPTS registry.example.com/web:2.4
