FROM golang:1.25 AS build
# want@+1 `final stage has no label org\.opencontainers\.image\.vendor, which` at `FROM scratch`
FROM scratch
LABEL maintainer="me"
