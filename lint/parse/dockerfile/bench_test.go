package dockerfile

import (
	"strings"
	"testing"

	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/stridelint/stridelint/lint"
)

const shop = `# syntax=docker/dockerfile:1
# The web shop: a Go service and its pages.
ARG GO_VERSION=1.26
ARG ALPINE_VERSION=3.22

FROM --platform=$BUILDPLATFORM golang:${GO_VERSION}-alpine${ALPINE_VERSION} AS build
WORKDIR /src
ARG TARGETOS TARGETARCH
ENV CGO_ENABLED=0 \
    GOFLAGS="-trimpath -mod=readonly"
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/shop ./cmd/shop

FROM node:24-alpine AS pages
WORKDIR /pages
COPY pages/package.json pages/package-lock.json ./
RUN npm ci && \
    # nothing of this is needed later
    npm cache clean --force
COPY pages/ ./
RUN npm run build

FROM alpine:${ALPINE_VERSION}
LABEL org.opencontainers.image.title="shop" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN <<EOF
apk add --no-cache ca-certificates tzdata
adduser -D -u 10001 shop
EOF
COPY --from=build --chown=10001:10001 /out/shop /usr/local/bin/shop
COPY --from=pages /pages/dist /srv/pages
ENV SHOP_PAGES=/srv/pages SHOP_PORT=8080
EXPOSE ${SHOP_PORT}
USER 10001:10001
HEALTHCHECK --interval=30s --timeout=3s CMD ["/usr/local/bin/shop", "check"]
ENTRYPOINT ["/usr/local/bin/shop"]
CMD ["serve", "--listen", ":8080"]
`

func BenchmarkParse(b *testing.B) {
	text := []byte(shop)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if u := Parse(lint.NewFile("Dockerfile", text)); len(u.Problems) > 0 {
			b.Fatal(u.Problems[0].Message)
		}
	}
}

// BenchmarkBuildKit is BuildKit's own parser on the same text, which tells neither places nor values.
func BenchmarkBuildKit(b *testing.B) {
	b.SetBytes(int64(len(shop)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse(strings.NewReader(shop)); err != nil {
			b.Fatal(err)
		}
	}
}
