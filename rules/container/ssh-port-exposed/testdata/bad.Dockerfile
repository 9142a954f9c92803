# want@+1 `port 22 is open` at `22`
ARG LOGIN=22
FROM debian:12.8-slim AS base
# want@+1 `port 22 is open` at `22/tcp`
EXPOSE 8080 22/tcp

FROM base
ARG LOGIN
EXPOSE ${LOGIN}
# want@+1 `port 22 is open` at `20-25`
EXPOSE 20-25 9000
USER 10001
