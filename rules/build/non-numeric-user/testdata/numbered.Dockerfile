FROM debian:12.8-slim AS base
RUN groupadd -g 1200 shop \
    && useradd -rm -u 1200 -g shop shop
FROM base
USER shop:shop
