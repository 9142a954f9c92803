#!/bin/sh
# want@+1 `is given NET_ADMIN` at `NET_ADMIN`
docker run --rm --cap-add NET_ADMIN registry.example.com/vpn:1.4
