FROM alpine:3.20
ARG CREATED=unknown
ARG REVISION
LABEL maintainer="Shop <shop@example.com>" com.example.build-number=7 empty=""
LABEL org.opencontainers.image.created=$CREATED org.opencontainers.image.revision="${REVISION}"
LABEL org.opencontainers.image.licenses="MIT OR Apache-2.0" org.opencontainers.image.source=https://git.example.com/shop
LABEL $NAME=x
USER 10001
