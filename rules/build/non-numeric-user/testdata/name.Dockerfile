FROM node:22-alpine AS build
USER node

FROM node:22-alpine AS app
RUN adduser -D -u 1200 other
# want@+1 `stage app runs as node: whoever is to keep root out` at `node`
USER node
