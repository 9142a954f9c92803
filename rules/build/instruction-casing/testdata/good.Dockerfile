# The ARGs before FROM do not count, nor does what ONBUILD holds.
arg VERSION=3.22
FROM alpine:$VERSION AS base
ONBUILD run true
EXPOSE 80 53/udp $PORT
CMD ["/Server"]
FROM base
USER 10001
