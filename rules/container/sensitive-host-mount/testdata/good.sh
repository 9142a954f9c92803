#!/bin/sh
docker run --rm -v /etc/localtime:/etc/localtime:ro -v "$PWD:/work" registry.example.com/tool:1.0
docker run --rm -v "$DIR:/etc" -v etc:/etc registry.example.com/tool:1.0
