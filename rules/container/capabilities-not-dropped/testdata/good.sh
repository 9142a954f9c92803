#!/bin/sh
docker run --rm --cap-drop=all registry.example.com/web:1.4
docker run --rm $OPTIONS registry.example.com/web:1.4
