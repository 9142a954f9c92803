# What go.mod lists has its version there; a version that is a moving one is said here.
FROM golang:1.26
WORKDIR /src
COPY go.mod go.sum ./
RUN go install github.com/sqlc-dev/sqlc/cmd/sqlc
# want@+1 `go installs example.com/cmd/gen@latest in` at `example.com/cmd/gen@latest`
RUN go run example.com/cmd/gen@latest
