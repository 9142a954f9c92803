#!/bin/sh
docker run --rm -v /srv/volumes:/volumes:rslave -v /srv/shared:/shared registry.example.com/storage:1.2
