#!/bin/sh
docker run --rm --device /dev/fuse --device=/dev/kvm --device "$DISK" registry.example.com/disks:0.8
docker run --rm --device-cgroup-rule 'c 188:* rmw' --device-cgroup-rule "$RULE" registry.example.com/disks:0.8
docker run --rm --cap-drop all --device-cgroup-rule 'a *:* rwm' registry.example.com/disks:0.8
