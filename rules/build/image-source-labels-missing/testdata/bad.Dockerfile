FROM golang:1.26 AS build
LABEL org.opencontainers.image.source="https://git.example.com/shop" org.opencontainers.image.revision=unused

# want@+1 `stage app has no label org.opencontainers.image.revision: nobody can tell` at `FROM alpine:3.20 AS app`
FROM alpine:3.20 AS app
LABEL org.opencontainers.image.source="https://git.example.com/shop" maintainer=shop
