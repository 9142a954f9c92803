FROM ubuntu:24.04 AS base
# want@+1 `^3 short RUN instructions in a row make a layer each: one would do$` at `RUN`
RUN apt-get install -y wget
# the file
RUN wget -q https://example.com/a.tar
RUN tar xf a.tar && rm a.tar
# want@+1 `^2 short COPY instructions` at `COPY`
COPY README.md ./
COPY package.json ./

FROM base
# want@+1 `^2 short ADD instructions` at `ADD`
ADD a.tar.xz /usr/src/
ADD b.tar.xz /usr/src/
# want@+1 `^2 short RUN instructions` at `RUN`
RUN --mount=type=cache,target=/c make a
RUN --mount=type=cache,target=/c make b
RUN make c
