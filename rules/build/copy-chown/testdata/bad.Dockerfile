ARG OWNER=app
FROM node:22-alpine AS runtime
# want@+1 `what is copied belongs to node: a process that runs as that user can change it` at `--chown=node`
COPY --chown=node package.json /app/

FROM runtime
ARG OWNER
# want@+1 `what is copied belongs to app:www` at `--chown=${OWNER}:www`
COPY --chmod=750 --chown=${OWNER}:www src/ /app/src/
# want@+1 `what is copied belongs to 1200` at `--chown=1200`
ADD --chown=1200 models.tar.xz /app/models/
USER node
