FROM alpine:3.22
ARG PORT
# want@+1 `protocol UDP is known as udp` at `$PORT/UDP`
EXPOSE $PORT/UDP 80/$PROTO
USER 10001
