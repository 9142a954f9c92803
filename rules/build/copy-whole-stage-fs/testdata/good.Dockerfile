FROM golang:1.26 AS build
RUN go install example.com/shop@v1.4.0

FROM registry.example.com/cross:1.6 AS cross

FROM cross AS helpers
ENV TARGET=arm64

FROM debian:12.8-slim
COPY --from=cross / /
COPY --from=helpers / /
COPY / /
COPY --from=registry.example.com/tools:2 / /
COPY --from=build /rootfs/ /
COPY --from=build / /mnt/build/
COPY --from=build $ALL /
COPY --from=build /usr/local /usr/local
USER 10001
