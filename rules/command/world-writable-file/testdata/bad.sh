#!/bin/sh
# want@+1 `/var/run/docker.sock lets every user change what it holds` at `666`
sudo chmod 666 /var/run/docker.sock
