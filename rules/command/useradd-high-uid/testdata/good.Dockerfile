FROM debian:12.8-slim
RUN useradd -u 10001 shop && useradd -l -u 1234567 a && useradd -mlu 1234567 b && useradd --no-log-init --uid 1234567 c
RUN useradd -u "$SHOP_ID" d && useradd -g 1234567 e && adduser -u 1234567 f && useradd -c 'uid 1234567' g
