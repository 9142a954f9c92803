#!/bin/sh
# want@+1 `every user may change /var/run/docker.sock:` at `666`
sudo chmod 666 /var/run/docker.sock
