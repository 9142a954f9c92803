FROM golang:1.26 AS build
# want@+1 `image registry.example.com/tools/swag has no tag` at `registry.example.com/tools/swag`
COPY --from=registry.example.com/tools/swag /bin/swag /usr/local/bin/
# want@+1 `image composer:latest has the tag latest` at `composer:latest`
RUN --mount=type=bind,from=composer:latest,source=/usr/bin/composer,target=/usr/bin/composer composer install
# want@+2 `image node has no tag` at `node`
RUN --mount=type=cache,target=/root/.npm \
    --mount=from=node,target=/node \
    /node/usr/local/bin/node --version

# Stages by name in any case, stages by number, versions, digests and what is not known.
FROM debian:12.8-slim AS tools
COPY --from=Build /go/bin/app /app
COPY --from=0 /go/bin/app /app
COPY --from=tools:1.4 /tool /tool
COPY --from=registry.example.com:5000/tool@sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180 /tool /tool
RUN --mount=type=bind,from=build,target=/src --mount=type=secret,id=token --mount=type=bind,from=$SOURCE,target=/x make
RUN --mount=type=bind,source=from,target=from make
ONBUILD COPY --from=assets /out /srv
USER 10001
