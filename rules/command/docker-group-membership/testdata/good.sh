#!/bin/sh
sudo groupadd -f docker
sudo usermod -aG "$GROUP" "$USER"
sudo adduser docker
newgrp docker
