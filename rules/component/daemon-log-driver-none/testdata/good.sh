#!/bin/sh
docker run --detach --log-driver journald registry.example.com/web:2.4
# What these write, the script's own output holds.
docker run --rm --log-driver none registry.example.com/backup:2.4 > backup.tar
docker run --rm --detach=false --log-driver none registry.example.com/backup:2.4
docker run --detach --log-driver "$DRIVER" registry.example.com/web:2.4
docker run $OPTIONS registry.example.com/web:2.4
docker run registry.example.com/web:2.4 --log-driver none
