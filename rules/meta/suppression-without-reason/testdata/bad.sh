#!/bin/sh
# want@+1 `this ignore of host-pid does not say why` at `# stridelint:ignore host-pid`
docker run --rm --pid=host registry.example/tool:2.0 # stridelint:ignore host-pid
