FROM alpine:3.22 AS base
# want@+1 `this CMD has no effect: stage base has another one below` at `CMD`
CMD ["first"]
# want@+1 `this CMD has no effect` at `cmd`
cmd second \
  with words
CMD ["third"]

FROM base
# want@+1 `this HEALTHCHECK has no effect: final stage has another one below` at `HEALTHCHECK`
HEALTHCHECK CMD true
# want@+1 `this ENTRYPOINT has no effect` at `ENTRYPOINT`
ENTRYPOINT ["/init"]
CMD ["fourth"]
ENTRYPOINT ["/start"]
HEALTHCHECK NONE
