# What go.mod lists has its version there; a version that is a moving one is said here.
FROM golang:1.26
WORKDIR /src
COPY go.mod go.sum ./
RUN go install github.com/sqlc-dev/sqlc/cmd/sqlc
# want@+1 `go installs example.com/cmd/gen@latest in` at `example.com/cmd/gen@latest`
RUN go run example.com/cmd/gen@latest

FROM golang:1.26
RUN --mount=type=bind,source=go.mod,target=/src/go.mod --mount=type=bind,source=go.sum,target=/src/go.sum \
    cd /src && go install github.com/sqlc-dev/sqlc/cmd/sqlc

FROM golang:1.26
# want@+2 `go installs github.com/sqlc-dev/sqlc/cmd/sqlc in` at `github.com/sqlc-dev/sqlc/cmd/sqlc`
RUN --mount=type=cache,target=/go/pkg/mod \
    go install github.com/sqlc-dev/sqlc/cmd/sqlc
