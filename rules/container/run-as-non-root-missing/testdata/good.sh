#!/bin/sh
docker run --rm --user 10001 python:3.13
docker run --rm registry.example.com/web:1.4
docker run --rm $OPTIONS python:3.13
