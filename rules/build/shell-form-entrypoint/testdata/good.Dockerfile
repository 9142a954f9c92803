FROM node:24-slim AS base
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
CMD node server.js

FROM base
ENTRYPOINT node server.js

FROM node:24-slim
ENTRYPOINT ["node"]
CMD []
HEALTHCHECK CMD curl -f http://localhost/
ONBUILD CMD node server.js
RUN node --version

FROM alpine:3.22 AS hook
ONBUILD SHELL ["/bin/ash", "-c"]
FROM hook AS hooked
CMD a && b
FROM hooked
CMD c && d
