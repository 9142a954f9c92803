#!/bin/sh
docker run --rm --security-opt no-new-privileges registry.example.com/web:1.4
