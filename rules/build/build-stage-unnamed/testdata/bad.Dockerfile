FROM golang:1.26
RUN go version > /version

FROM alpine:3.22 AS Tools
# want@+1 `files are taken from stage 0 by its number` at `0`
COPY --from=0 /version /version

FROM alpine:3.22
# want@+1 `files are taken from stage 1 by its number` at `1`
COPY --from=1 --chmod=755 /bin/sh /sh
