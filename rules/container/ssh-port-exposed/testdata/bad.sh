#!/bin/sh
# want@+1 `port 22 is open` at `22`
docker run -d -p 2222:22 registry.example.com/web:2.4
