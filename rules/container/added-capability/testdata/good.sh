#!/bin/sh
docker run --rm --cap-add=CAP_CHOWN registry.example.com/web:1.4
docker run --rm --cap-add "$CAPABILITY" registry.example.com/web:1.4
