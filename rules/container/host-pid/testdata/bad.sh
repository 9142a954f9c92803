#!/bin/bash
# want@+1 `docker run shares the host's process namespace` at `--pid=host`
docker run --interactive --tty --pid=host IMAGE /bin/bash

# want@+1 `docker run registry.example.com/toolbox:3.2 shares the host's process namespace` at `--pid=host`
docker run --interactive --tty --pid=host registry.example.com/toolbox:3.2 /bin/bash

# want@+1 `shares the host's process namespace` at `--pid host`
docker run --rm --pid host registry.example.com/toolbox:3.2 ps -ef
