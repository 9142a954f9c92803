#!/bin/sh
# want@+1 `docker run registry.example.com/trainer:1.9 shares the host's IPC namespace` at `--ipc=host`
docker run --gpus all --ipc=host --rm registry.example.com/trainer:1.9 python train.py
