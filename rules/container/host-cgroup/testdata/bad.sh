#!/bin/sh
# want@+1 `docker run registry.example.com/init:1.2 shares the host's control groups` at `--cgroupns host`
docker run --rm --cgroupns host registry.example.com/init:1.2
# want@+1 low `is put under the control group /batch` at `/batch`
docker run --rm --cgroup-parent=/batch registry.example.com/init:1.2
