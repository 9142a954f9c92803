# syntax=docker/dockerfile:1
# The USER of a stage that only builds says nothing of what is shipped.
FROM golang:1.26-bookworm AS build
USER 10001
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/ledger ./cmd/ledger

# want@+1 `final stage sets no user: on debian:12.8-slim it runs as root` at `FROM debian:12.8-slim`
FROM debian:12.8-slim
RUN apt-get update \
    # certificates for the bank's endpoints
    && apt-get install --yes --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/ledger /usr/local/bin/ledger
EXPOSE 8080
ENTRYPOINT ["ledger"]
CMD ["--listen", ":8080"]
