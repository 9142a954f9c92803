ARG TAG
ARG BASE=registry.example/
ARG EMPTY=""
# want@+1 info `without build arguments FROM names no image here` at `alpine:$TAG`
FROM alpine:$TAG AS one
# want@+1 `without build arguments FROM names no image here` at `${BASE}`
FROM ${BASE} AS two
# want@+1 info `without build arguments FROM names no image here` at `$EMPTY`
FROM $EMPTY
