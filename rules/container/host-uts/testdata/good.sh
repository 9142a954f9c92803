#!/bin/sh
docker run --rm --uts "$UTS" registry.example.com/agent:1.2
docker run --rm registry.example.com/agent:1.2 --uts=host
