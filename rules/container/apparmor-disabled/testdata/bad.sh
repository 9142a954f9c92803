#!/bin/sh
# want@+1 `runs without an AppArmor profile` at `apparmor=unconfined`
docker run --rm --security-opt apparmor=unconfined registry.example.com/mount:1.4
