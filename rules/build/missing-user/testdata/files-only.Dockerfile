# An image that only carries files for other builds to copy has no process.
FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/tool ./cmd/tool

FROM scratch
COPY --from=build /out /
