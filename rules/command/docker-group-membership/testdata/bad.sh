#!/bin/sh
# want@+1 `script adds a user to the group docker` at `docker`
sudo usermod -a -G docker "$USER"
# want@+1 `script adds a user` at `docker`
sudo adduser jenkins docker
# want@+1 `script adds a user` at `docker`
useradd --groups=adm,docker build
