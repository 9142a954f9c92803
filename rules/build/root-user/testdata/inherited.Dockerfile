# The stage that ships inherits the USER of the one that it builds on: that is where it must change.
FROM alpine:3.20 AS base
RUN adduser -D -u 10001 worker
USER worker
# want@+1 `stage app runs as root: its last USER is root:root` at `root:root`
USER root:root

FROM base AS lint
USER worker
RUN true

FROM base AS app
COPY app /app
CMD ["/app"]
