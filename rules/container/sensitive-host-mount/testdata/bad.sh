#!/bin/sh
# want@+1 critical `docker run registry.example.com/tool:1.0 may write / of the host` at `/`
docker run --rm -v /:/host registry.example.com/tool:1.0
# want@+1 `it changes what the host starts as root` at `/etc/systemd/system`
docker run --rm --mount type=bind,source=/etc/systemd/system,target=/units registry.example.com/tool:1.0
# want@+1 `adds keys` at `$HOME/.ssh`
docker run --rm -v "$HOME/.ssh:/root/.ssh" registry.example.com/tool:1.0
# want@+1 `may write \$HOME of the host: it plants keys and commands` at `$HOME`
docker run --rm -v "$HOME:/host" registry.example.com/tool:1.0
