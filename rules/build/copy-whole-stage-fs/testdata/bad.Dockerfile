FROM golang:1.26 AS build
RUN go install example.com/shop@v1.4.0

FROM debian:12.8-slim
# want@+1 `all files of stage build are copied` at `/`
COPY --from=build / /
# want@+1 `all files of stage build are copied` at `/*`
COPY --from=Build /* /
# want@+1 `all files of stage build are copied` at `"/./"`
COPY --from=0 ["/./", "/"]
USER 10001
