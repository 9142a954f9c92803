FROM alpine:3.22 AS base
ENTRYPOINT ["/init"]
CMD ["one"]
HEALTHCHECK CMD true

FROM base
CMD ["two"]
# What ONBUILD holds runs in another build.
ONBUILD CMD ["three"]
ONBUILD CMD ["four"]
