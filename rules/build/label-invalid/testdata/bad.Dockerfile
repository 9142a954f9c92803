FROM alpine:3.20
# want@+1 `label name Build_Number has other characters than lower-case letters` at `Build_Number`
LABEL Build_Number=7 team=shop
# want@+1 `label name com.docker.shop is in a namespace that Docker keeps for itself` at `com.docker.shop`
LABEL com.docker.shop yes
# want@+2 `value of label org.opencontainers.image.created is no time as RFC 3339 has it` at `"31.3.2026 12:00"`
LABEL maintainer=shop \
      "org.opencontainers.image.created"="31.3.2026 12:00" \
      org.opencontainers.image.title=Shop
# want@+1 `value of label org.opencontainers.image.source is no URL` at `shop/site`
LABEL org.opencontainers.image.source=shop/site
# want@+1 `value of label org.opencontainers.image.licenses is no SPDX license expression` at `'Apache License'`
LABEL org.opencontainers.image.licenses='Apache License'
# want@+1 `value of label org.opencontainers.image.revision names no version` at `main`
LABEL org.opencontainers.image.revision=main
# want@+1 `value of label org.opencontainers.image.vendor is empty` at `""`
LABEL org.opencontainers.image.vendor=""
# want@+1 `value of label org.opencontainers.image.vendor is empty` at `org.opencontainers.image.vendor`
LABEL org.opencontainers.image.vendor=
USER 10001
