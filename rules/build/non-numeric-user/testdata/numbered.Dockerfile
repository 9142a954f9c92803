FROM debian:12.8-slim AS base
RUN groupadd -g 1200 shop \
    && useradd -rm -u 1200 -g shop shop
FROM base
USER shop:shop

FROM alpine:3.22
ARG UID=10001
ENV APP_USER=app
RUN adduser -D -u ${UID} ${APP_USER}
USER ${APP_USER}
