FROM golang:1.26 AS build
RUN go build -o /shop .

# want@+1 `whom final stage runs as is not known: it sets no user, and nothing is known of registry.example.com/platform/base:3` at `FROM registry.example.com/platform/base:3`
FROM registry.example.com/platform/base:3
COPY --from=build /shop /shop
CMD ["/shop"]
