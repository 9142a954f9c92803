#!/bin/bash
docker run --rm --pid=container:app registry.example.com/toolbox:3.2 ps
docker run --rm registry.example.com/toolbox:3.2 ps --pid=host
docker run --rm --hostname host registry.example.com/toolbox:3.2
docker run --rm "--pid=$PID_MODE" registry.example.com/toolbox:3.2
