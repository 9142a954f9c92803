FROM registry.example.com/platform/base:3 AS build
RUN make

FROM debian:12.8-slim
COPY --from=build /shop /shop
CMD ["/shop"]
