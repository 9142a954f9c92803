FROM debian:13 AS base
LABEL org.opencontainers.image.vendor="Example"

FROM base
COPY app /app
