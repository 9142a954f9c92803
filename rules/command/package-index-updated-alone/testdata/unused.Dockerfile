FROM debian:12.8 AS build
# Behind it stands nothing that could use it.
# want@+1 `^apt-get update is a step of its own` at `update`
RUN apt-get install -y curl && apt-get update
# want@+1 `^apt update is a step of its own` at `update`
RUN apt update && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y git

FROM build
# want@+1 `^apk update is a step of its own` at `update`
RUN apk update
