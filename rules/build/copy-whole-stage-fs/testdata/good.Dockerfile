FROM golang:1.26 AS build
RUN go install example.com/shop@v1.4.0

FROM debian:12.8-slim
COPY / /
COPY --from=registry.example.com/tools:2 / /
COPY --from=build /rootfs/ /
COPY --from=build / /mnt/build/
COPY --from=build $ALL /
COPY --from=build /usr/local /usr/local
USER 10001
