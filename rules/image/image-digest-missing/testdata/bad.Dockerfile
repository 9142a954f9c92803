ARG RELEASE=3.20
# want@+1 `base image alpine:3.20 has no digest` at `alpine:${RELEASE}`
FROM alpine:${RELEASE} AS build
# want@+1 `image composer:2.8 has no digest` at `composer:2.8`
COPY --from=composer:2.8 --chmod=755 /usr/bin/composer /usr/bin/composer
# want@+1 `image node:22 has no digest` at `node:22`
RUN --mount=from=node:22,target=/node /node/bin/node --version

# want@+1 `base image registry.example.com:5000/runtime has no digest` at `registry.example.com:5000/runtime`
FROM registry.example.com:5000/runtime
COPY --from=build /app /app
USER 10001
