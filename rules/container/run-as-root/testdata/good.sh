#!/bin/sh
docker run --rm --user 10001:10001 registry.example.com/import:3.1
docker run --rm --user "$(id -u):$(id -g)" registry.example.com/export:3.1
docker run --rm registry.example.com/mirror:3.1
# Behind the image all words are the container's.
docker run --rm registry.example.com/shell:3.1 su --user root
echo docker run --user root registry.example.com/printed:3.1
