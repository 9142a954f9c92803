#!/bin/sh
docker run -d -p 22:2222 registry.example.com/web:2.4
docker run -d -p "2222:$PORT" registry.example.com/web:2.4
