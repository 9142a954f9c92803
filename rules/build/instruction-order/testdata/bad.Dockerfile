ARG VERSION=3.22
# want@+1 `LABEL stands before the first FROM, where only ARG may: docker refuses the file` at `LABEL`
LABEL org.opencontainers.image.title=shop
ARG MORE
RUN only the first one is told

FROM alpine:${VERSION}
LABEL a=b
