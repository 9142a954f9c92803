FROM node:24-slim AS one
# want@+1 `CMD is run by a shell, which does not pass signals on` at `node server.js --port=80`
CMD node server.js --port=80
# want@+1 `ENTRYPOINT is run by a shell` at `/start.sh`
ENTRYPOINT /start.sh

FROM node:24-slim AS two
# want@+1 `CMD is run by a shell` at "echo $HOME && \\\n  node server.js"
CMD echo $HOME && \
  node server.js
# want@+1 `this is no JSON list, whose strings have double quotes` at `['node', 'server.js']`
ENTRYPOINT ['node', 'server.js']

FROM two
# want@+1 `CMD is run by a shell, which has to be there` at `exec node`
CMD exec node
FROM two
# want@+1 `CMD is run by a shell` at `PORT=80 node`
CMD PORT=80 node
FROM two
# want@+1 `CMD runs a shell without a command` at `CMD`
CMD
SHELL ["/bin/bash", "-c"]
