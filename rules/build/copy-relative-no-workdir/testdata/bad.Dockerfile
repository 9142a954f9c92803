FROM alpine:3.20 AS base
# want@+1 `no WORKDIR is set: conf/ lands in whichever folder the base image has set` at `conf/`
COPY settings.conf conf/

FROM base AS sibling
WORKDIR /app

FROM base
# want@+1 `no WORKDIR is set: \. lands` at `"."`
COPY ["shop", "."]
# want@+1 `no WORKDIR is set: app\.jar lands` at `app.jar`
ADD target/shop.jar app.jar
WORKDIR /app
COPY more .
