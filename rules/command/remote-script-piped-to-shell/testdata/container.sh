#!/bin/sh
# want@+1 `script runs what get.example sends` at `https://get.example/a.sh`
docker run --rm -v "$PWD:/src" alpine:3.22 sh -c 'wget -qO- https://get.example/a.sh | sh'
docker exec web sh /opt/a.sh
docker run --rm alpine:3.22 wget -qO- https://get.example/a.sh
