#!/bin/sh
docker run -d -v web:/data -v "$PWD:/src" registry.example.com/web:2.4
docker run -d -v worker:/data -v "$PWD:/src" registry.example.com/worker:2.4
