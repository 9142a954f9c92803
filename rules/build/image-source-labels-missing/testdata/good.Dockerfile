FROM alpine:3.20 AS base
ARG REVISION
LABEL org.opencontainers.image.source https://git.example.com/shop
FROM base
LABEL "org.opencontainers.image.revision"="$REVISION" \
      maintainer=shop
