#!/bin/sh
docker run --rm --device /dev/fuse --device=/dev/kvm --device "$DISK" registry.example.com/disks:0.8
