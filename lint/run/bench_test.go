package run_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/part-of: shop
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
      initContainers:
        - name: migrate
          image: registry.example/shop/web:1.4.2
          args: ["migrate", "--wait"]
          env:
            - name: DATABASE_HOST
              value: db.shop.svc
      containers:
        - name: app
          image: registry.example/shop/web:1.4.2
          ports:
            - containerPort: 8080
              name: http
          env:
            - name: DATABASE_HOST
              value: db.shop.svc
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef: {name: web, key: database-password}
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
          readinessProbe:
            httpGet: {path: /ready, port: http}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: ["ALL"]
          volumeMounts:
            - name: cache
              mountPath: /var/cache/web
      volumes:
        - name: cache
          emptyDir: {}
`

const dockerfile = `# syntax=docker/dockerfile:1
ARG GO_VERSION=1.26
FROM golang:${GO_VERSION}-alpine AS build
WORKDIR /src
RUN apk add --no-cache git ca-certificates
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \
    go mod download
COPY . .
ARG VERSION=dev
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    # a static binary runs in the empty image below
    CGO_ENABLED=0 go build -trimpath \
      -ldflags "-s -w -X main.version=${VERSION}" \
      -o /out/app ./cmd/app

FROM build AS test
RUN go test ./...

FROM gcr.io/distroless/static-debian12:nonroot
ENV PORT=8080 LOG_LEVEL=info
COPY --from=build /out/app /app
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
EXPOSE 8080
ENTRYPOINT ["/app"]
`

const script = `#!/usr/bin/env bash
set -euo pipefail
IMAGE=registry.example/shop/web:1.4.2
docker build -t "$IMAGE" .
docker run --rm -it -p 127.0.0.1:8080:8080 --user 10001:10001 --read-only -v "$PWD/data:/data:ro" "$IMAGE" serve
`

func options() run.Options {
	return run.Options{Rules: rules.All(), World: lint.World{Images: knowledge.BaseImages}, Profile: lint.Pedantic}
}

// BenchmarkJudge takes one file from bytes to findings with every rule.
func BenchmarkJudge(b *testing.B) {
	for _, c := range []struct{ name, path, text string }{
		{"manifest", "web.yaml", manifest},
		{"dockerfile", "Dockerfile", dockerfile},
		{"script", "run.sh", script},
	} {
		b.Run(c.name, func(b *testing.B) {
			o := options()
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				run.Judge(lint.NewFile(c.path, []byte(c.text)), o)
			}
		})
	}
}

// BenchmarkMany judges files that hold many of the same, each of half and of full length: the bytes a second are to be about the same.
func BenchmarkMany(b *testing.B) {
	for _, c := range []struct{ name, path, head, each string }{
		{"stages", "Dockerfile", "", "FROM alpine:3.20 AS s%[1]d\nCOPY --from=s%[1]d /a /b\n"},
		{"services", "compose.yaml", "services:\n", "  s%[1]d: {image: 'a:%[1]d', container_name: c%[1]d, ports: ['%[1]d:80'], volumes: ['v%[1]d:/a']}\n"},
		{"aliases", "compose.yaml", "x-a: &a {image: a, privileged: true}\nservices:\n", "  s%d: *a\n"},
		{"documents", "a.yaml", "", "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p%[1]d}\nspec: {containers: [{name: a, image: 'a:%[1]d'}]}\n"},
		{"capabilities", "compose.yaml", "services:\n  s:\n    image: a\n    cap_add:\n", "      - C%d\n"},
	} {
		for _, n := range []int{2000, 4000} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				text := []byte(c.head)
				for i := range n {
					text = fmt.Appendf(text, c.each, i+1)
				}
				o := options()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					run.Judge(lint.NewFile(c.path, text), o)
				}
			})
		}
	}
}

// BenchmarkTree discovers and lints a tree of 1,000 files.
func BenchmarkTree(b *testing.B) {
	root := b.TempDir()
	var bytes int64
	for i := range 1000 {
		folder := filepath.Join(root, fmt.Sprintf("service-%d", i/4))
		file := []struct{ name, text string }{
			{"web.yaml", manifest}, {"Dockerfile", dockerfile}, {"run.sh", script}, {"job.yaml", manifest},
		}[i%4]
		if err := os.MkdirAll(folder, 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, file.name), []byte(file.text), 0o644); err != nil {
			b.Fatal(err)
		}
		bytes += int64(len(file.text))
	}
	o := options()
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		if report := run.Lint(run.Discover([]string{root}, nil), o); report.Judged() != 1000 {
			b.Fatalf("%d files judged", report.Judged())
		}
	}
}
