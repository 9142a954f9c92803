#!/bin/sh
docker run --rm --cap-drop ALL --cap-add NET_BIND_SERVICE registry.example.com/web:1.4
docker run --rm --cap-drop SYS_ADMIN registry.example.com/web:1.4
docker run --rm "--cap-add=$CAPABILITY" registry.example.com/web:1.4
docker run --rm registry.example.com/web:1.4 --cap-add SYS_ADMIN
