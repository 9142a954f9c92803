#!/bin/sh
docker run --gpus all --shm-size=8g --rm registry.example.com/trainer:1.9 python train.py
docker run --ipc private --rm registry.example.com/trainer:1.9
docker run --rm registry.example.com/trainer:1.9 python train.py --ipc=host
