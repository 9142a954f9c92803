FROM alpine:3.22 AS alpine
FROM alpine:3.22
COPY --from=0 /etc/passwd /passwd
COPY --from=alpine /etc/group /group
COPY --from=registry.example/base:1 /x /x
# An ONBUILD looks for the name in the build that it runs in.
ONBUILD COPY --from=alpine /etc/hosts /x
RUN --mount=type=cache,target=/cache cp -r /etc /cache

# The nearer stage of two is meant.
FROM alpine:3.22 AS tools
FROM alpine:3.22 AS tools
COPY --from=tools /bin/sh /sh
