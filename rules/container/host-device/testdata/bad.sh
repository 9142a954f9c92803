#!/bin/sh
# want@+1 `docker run registry.example.com/disks:0.8 is given the device /dev/sda` at `/dev/sda`
docker run --rm --device /dev/sda:/dev/xvdc registry.example.com/disks:0.8
# want@+1 medium `a disk of the host` at `/dev/dm-0`
docker run --rm --device=/dev/dm-0:/dev/dm-0:r --device /dev/fuse registry.example.com/disks:0.8
# want@+1 `docker run registry.example.com/disks:0.8 may make and use the devices "a \*:\* rwm"` at `a *:* rwm`
docker run --rm --device-cgroup-rule 'a *:* rwm' registry.example.com/disks:0.8
# want@+1 `"b 259:\* rmw": it reads and writes a disk` at `b 259:* rmw`
docker run --rm --device-cgroup-rule="b 259:* rmw" --device-cgroup-rule="c 189:* rmw" registry.example.com/disks:0.8
