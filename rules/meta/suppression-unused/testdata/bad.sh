#!/bin/sh
# want@+1 `host-pid finds nothing here` at `host-pid`
# stridelint:ignore host-pid -- debugging
docker run --rm registry.example/tool:2.0
# want@+1 `neither until= nor owner=` at `host-pid`
docker run --rm --pid=host registry.example/tool:2.0 # stridelint:ignore host-pid by=me -- debugging
