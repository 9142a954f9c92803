# want@+1 `final stage has no label org.opencontainers.image.source and org.opencontainers.image.revision` at `FROM alpine:3.20`
FROM alpine:3.20
CMD ["true"]
