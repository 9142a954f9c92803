#!/bin/sh
docker run --rm registry.example.com/tool:2.4
docker run -d --health-cmd "wget --spider http://localhost/" registry.example.com/web:2.4
