ARG BASE
FROM alpine:3.20@sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180 AS build
COPY --from=composer@sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180 /usr/bin/composer /usr/bin/composer
RUN --mount=from=build,target=/node true

FROM $BASE AS given
RUN true

FROM scratch
COPY --from=build /app /app
COPY --from=1 /etc/os-release /
USER 10001
