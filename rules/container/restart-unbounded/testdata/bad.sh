#!/bin/sh
# want@+1 `docker run registry.example.com/web:2.4 is started again` at `always`
docker run -d --restart=always registry.example.com/web:2.4
# want@+1 `is started again` at `unless-stopped`
docker run -d --restart unless-stopped registry.example.com/web:2.4
