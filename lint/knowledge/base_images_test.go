package knowledge

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestBaseImages(t *testing.T) {
	const digest = "@sha256:9b1c0f3c8e4d7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b"
	tests := []struct{ image, user string }{ // an empty user: nothing is known
		// One image in all its spellings.
		{"nginx", "root"},
		{"nginx:latest", "root"},
		{"nginx:1.27-alpine-slim", "root"},
		{"library/nginx", "root"},
		{"docker.io/nginx", "root"},
		{"docker.io/library/nginx:1.27", "root"},
		{"index.docker.io/library/nginx", "root"},
		{"nginx" + digest, "root"},
		{"nginx:1.27" + digest, "root"},
		// Other images that end alike.
		{"registry.example/nginx", ""},
		{"registry.example/library/nginx", ""},
		{"registry.example:5000/nginx:1.27", ""},
		{"localhost/nginx", ""},
		{"someone/nginx", ""},
		{"quay.io/library/nginx", ""},
		{"nginx/nginx", ""},
		{"nginxx", ""},
		{"bitnami/nginx:1.27", "1001"},
		{"nginxinc/nginx-unprivileged:1.26-alpine", "101"},
		{"nginxinc/nginx-unprivileged" + digest, "101"},
		// A registry's port is not a tag.
		{"docker.io:443/nginx", ""},
		// Systems and languages.
		{"alpine:3.20", "root"},
		{"ubuntu:24.04", "root"},
		{"debian:bookworm-slim", "root"},
		{"public.ecr.aws/amazonlinux/amazonlinux:2023", "root"},
		{"amazonlinux", "root"},
		{"opensuse/leap:15.6", "root"},
		{"registry.access.redhat.com/ubi9/ubi-minimal:9.4", "root"},
		{"registry.access.redhat.com/ubi9/nodejs-20:1", "1001"},
		{"registry.access.redhat.com/ubi9/python-311", ""},
		{"golang:1.26", "root"},
		{"node:22-alpine", "root"},
		{"python:3.13-slim", "root"},
		{"php:8.3-fpm", "root"},
		// Images for Windows have no root.
		{"golang:1.26-nanoserver-ltsc2022", ""},
		{"python:3.13-windowsservercore-ltsc2025", ""},
		// Root until a version, a user since.
		{"haproxy", "haproxy"},
		{"haproxy:lts-alpine", "haproxy"},
		{"haproxy:2.4", "haproxy"},
		{"haproxy:2.4.22-alpine", "haproxy"},
		{"haproxy:2", "haproxy"},
		{"haproxy:2.10", "haproxy"},
		{"haproxy:2.3", "root"},
		{"haproxy:2.3.16-alpine", "root"},
		{"haproxy:1", "root"},
		{"haproxy" + digest, ""},
		{"haproxy:2.8" + digest, "haproxy"},
		// Earlier versions are not known.
		{"gradle", "root"},
		{"gradle:jdk21", "root"},
		{"gradle:8.13-jdk21", "root"},
		{"gradle:4.10", ""},
		{"gradle" + digest, ""},
		{"elasticsearch:8.15.5", "1000"},
		{"elasticsearch:7.17.0", ""},
		{"docker.elastic.co/kibana/kibana:8.15.5", "1000"},
		{"prom/prometheus:v2.53.0", "nobody"},
		{"prom/prometheus:v1.8.2", ""},
		{"prom/prometheus:v3.9.0-distroless", "65532"},
		{"quay.io/prometheus/prometheus", "nobody"},
		// Tags that differ.
		{"gcr.io/distroless/static", "root"},
		{"gcr.io/distroless/static:latest", "root"},
		{"gcr.io/distroless/static-debian12:nonroot", "65532"},
		{"gcr.io/distroless/java21-debian12:debug-nonroot", "65532"},
		{"gcr.io/distroless/nodejs22-debian12:nonroot-arm64", "65532"},
		{"gcr.io/distroless/base:debug", "root"},
		{"gcr.io/distroless/base" + digest, ""},
		{"gcr.io/distroless/base:nonroot" + digest, "65532"},
		{"gcr.io/distroless", ""},
		{"gcr.io/distroless/a/b:nonroot", ""},
		{"distroless/static:nonroot", ""},
		{"wordpress:6-php8.3", "root"},
		{"wordpress:cli", "www-data"},
		{"wordpress:cli-2.11-php8.3", "www-data"},
		{"docker:dind", "root"},
		{"docker:27-dind-rootless", "rootless"},
		{"moby/buildkit:rootless", "1000"},
		{"moby/buildkit:latest", ""},
		{"gitea/gitea:1.24-rootless", "1000"},
		{"gitea/gitea:1.24", "root"},
		{"mcr.microsoft.com/dotnet/aspnet:8.0", "root"},
		{"mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled-extra", "1654"},
		{"mcr.microsoft.com/dotnet/runtime-deps:8.0-azurelinux3.0-distroless", "1654"},
		{"mcr.microsoft.com/dotnet/runtime:6.0-jammy-chiseled", ""},
		{"mcr.microsoft.com/dotnet/sdk:9.0", "root"},
		{"mcr.microsoft.com/dotnet/sdk:9.0-nanoserver-ltsc2022", ""},
		{"mcr.microsoft.com/dotnet/aspnet" + digest, ""},
		{"hashicorp/vault:1.19", "root"},
		{"hashicorp/vault:1.19-ubi", ""},
		{"influxdb:2.7", "root"},
		{"influxdb:3-core", ""},
		{"cgr.dev/chainguard/python:latest-dev", "65532"},
		{"cgr.dev/chainguard/go", "root"},
		{"cgr.dev/chainguard/nothing-of-the-kind", ""},
		{"cgr.dev/example.com/python", ""},
		{"quay.io/keycloak/keycloak:26.0", "1000"},
		{"grafana/grafana:11.4.0", "472"},
		{"memcached:1.6-alpine", "memcache"},
		{"groovy:4", "1000"},
		// Nothing, and nothing like a name.
		{"scratch", ""},
		{"", ""},
		{":", ""},
		{"@", ""},
		{"*", ""},
		{"gcr.io/distroless/*", "root"},
		// A distroless variant is not what the other variants are.
		{"grafana/grafana:13.0.1", "472"},
		{"grafana/grafana:13.0-distroless", ""},
		{"prom/alertmanager:v0.32.0-distroless", "65532"},
		{"cloudflare/cloudflared:2025.7.0", "65532"},
		{"cloudflare/cloudflared:2024.1.0", ""},
	}
	for _, test := range tests {
		user := BaseImages.Lookup(lint.ParseImage(test.image)).User
		if user.V.Name != test.user || user.Known != (test.user != "") {
			t.Errorf("%s: user %v; want %q", test.image, user, test.user)
		}
	}
}

// TestBaseImageShells looks for both answers in each way that a table can come to one.
func TestBaseImageShells(t *testing.T) {
	const digest = "@sha256:9b1c0f3c8e4d7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b"
	const yes, no, unknown = "yes", "no", "unknown"
	tests := []struct{ image, shell string }{
		// Systems, languages, services.
		{"alpine", yes},
		{"alpine" + digest, yes},
		{"debian:bookworm-slim", yes},
		{"busybox:musl", yes},
		{"registry.access.redhat.com/ubi9/ubi-micro", yes},
		{"node:22-alpine", yes},
		{"python:3.13-slim" + digest, yes},
		{"postgres:17", yes},
		{"nginxinc/nginx-unprivileged" + digest, yes},
		{"wordpress:cli-2.11-php8.3", yes},
		{"quay.io/keycloak/keycloak:26.0", yes},
		{"quay.io/argoproj/argocd:v3.1.0", yes},
		// A program and little else.
		{"hello-world", no},
		{"registry.k8s.io/pause:3.10", no},
		{"registry.k8s.io/pause" + digest, no},
		{"registry.k8s.io/coredns/coredns:v1.11.3", no},
		{"registry.k8s.io/kube-apiserver:v1.34.1", no},
		{"registry.k8s.io/metrics-server/metrics-server:v0.7.2", no},
		{"containrrr/watchtower", no},
		{"otel/opentelemetry-collector-contrib:0.139.0", no},
		{"cgr.dev/chainguard/static", no},
		{"cgr.dev/chainguard/static" + digest, no},
		// Distroless: the shell of a debug image is elsewhere in its PATH, the one of Python depends on the release.
		{"gcr.io/distroless/static-debian12:nonroot", no},
		{"gcr.io/distroless/java21-debian12", no},
		{"gcr.io/distroless/base:debug", unknown},
		{"gcr.io/distroless/base:debug-nonroot", unknown},
		{"gcr.io/distroless/base" + digest, unknown},
		{"gcr.io/distroless/python3-debian12", unknown},
		{"gcr.io/distroless/python3-debian12" + digest, unknown},
		// Variants that differ.
		{"nats", no},
		{"nats:2.10", no},
		{"nats:2.10-scratch", no},
		{"nats:2.10-alpine", yes},
		{"nats" + digest, unknown},
		{"nats:2.10-alpine" + digest, yes},
		{"denoland/deno", yes},
		{"denoland/deno:alpine-2.1.4", yes},
		{"denoland/deno:distroless-2.1.4", no},
		{"denoland/deno:bin-2.1.4", no},
		{"denoland/deno" + digest, unknown},
		{"oven/bun:1.2-distroless", no},
		{"oven/bun:1.2-slim", yes},
		{"mcr.microsoft.com/dotnet/aspnet:9.0", yes},
		{"mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled", no},
		{"mcr.microsoft.com/dotnet/runtime:6.0-jammy-chiseled", no},
		{"mcr.microsoft.com/dotnet/sdk:9.0-nanoserver-ltsc2022", unknown},
		{"mcr.microsoft.com/dotnet/sdk" + digest, yes},
		{"mcr.microsoft.com/dotnet/aspnet" + digest, unknown},
		{"cgr.dev/chainguard/python", no},
		{"cgr.dev/chainguard/python:latest-dev", yes},
		{"cgr.dev/chainguard/python" + digest, unknown},
		{"cgr.dev/chainguard/python:3.11", unknown},
		{"cgr.dev/chainguard/git", yes},
		{"cgr.dev/chainguard/ruby", unknown},
		{"gcr.io/kaniko-project/executor:v1.23.2", no},
		{"gcr.io/kaniko-project/executor:v1.23.2-debug", yes},
		{"gcr.io/kaniko-project/executor:debug", yes},
		{"gcr.io/kaniko-project/executor:v0.9.0-debug", unknown},
		{"gcr.io/kaniko-project/executor" + digest, unknown},
		{"fluent/fluent-bit:4.2", no},
		{"fluent/fluent-bit:4.2-debug", yes},
		{"fluent/fluent-bit:1.9", unknown},
		{"hadolint/hadolint:v2.12.0", no},
		{"hadolint/hadolint:v2.12.0-alpine", yes},
		{"ghcr.io/astral-sh/uv:0.9.5", no},
		{"ghcr.io/astral-sh/uv:python3.13-bookworm-slim", unknown},
		{"ghcr.io/dexidp/dex:v2.43.0", yes},
		{"ghcr.io/dexidp/dex:v2.45.0-distroless", no},
		{"gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", no},
		{"gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1-alpine", yes},
		{"prom/prometheus:v3.4.0", yes},
		{"prom/prometheus:v3.9.0-distroless", no},
		{"prom/node-exporter", yes},
		{"envoyproxy/envoy:v1.34.1", yes},
		{"envoyproxy/envoy:distroless-v1.34.1", no},
		{"openpolicyagent/opa:1.9.0-static", no},
		{"openpolicyagent/opa:1.9.0-debug", unknown},
		{"grafana/grafana", yes},
		{"grafana/grafana:13.0-distroless", unknown},
		{"bitnami/redis:7.4.2", yes},
		{"bitnami/redis", unknown},
		// Releases that differ.
		{"quay.io/coreos/etcd:v3.5.17", no},
		{"quay.io/coreos/etcd:v3.5.1", unknown},
		{"quay.io/coreos/etcd" + digest, unknown},
		{"grafana/loki", no},
		{"grafana/loki:3.5.8", unknown},
		{"traefik:v3.1", yes},
		{"traefik:1.7", unknown},
		{"traefik" + digest, unknown},
		{"mattermost/mattermost-team-edition:release-9", yes},
		{"mattermost/mattermost-team-edition", unknown},
		{"cloudflare/cloudflared:2025.7.0", no},
		{"cloudflare/cloudflared", unknown},
		// Other images.
		{"registry.example/alpine", unknown},
		{"someone/alpine", unknown},
		{"scratch", unknown},
		{"", unknown},
	}
	for _, test := range tests {
		got, shell := unknown, BaseImages.Lookup(lint.ParseImage(test.image)).Shell
		switch {
		case shell.Known && shell.V:
			got = yes
		case shell.Known:
			got = no
		}
		if got != test.shell {
			t.Errorf("%s: a shell: %s; want %s", test.image, got, test.shell)
		}
	}
}

// TestBaseImageTable proves what Lookup relies on: that the rows of an image stand together, and none stands behind one that covers all.
func TestBaseImageTable(t *testing.T) {
	last := map[string]int{}
	closed := map[string]bool{}
	for n, row := range baseImages {
		if (row.user == "" && row.shell == "") != (row.source == "") {
			t.Errorf("%s %s: a fact and its source go together", row.names, row.tags)
		}
		if row.shell != "" && row.shell != "yes" && row.shell != "no" {
			t.Errorf("%s: shell %q", row.names, row.shell)
		}
		for source := range strings.FieldsSeq(row.source) {
			if !strings.Contains(source, "/blob/") || strings.Contains(source, ":") {
				t.Errorf("%s: source %q", row.names, source)
			}
		}
		for name := range strings.SplitSeq(row.names, " ") {
			if i := lint.ParseImage(name); i.Tag != "" || i.Digest != "" || i.Familiar() != name {
				t.Errorf("%s: not a name without tag as people write it", name)
			}
			if star := strings.Index(row.names, "*"); star >= 0 && star != len(row.names)-1 {
				t.Errorf("%s: a * within the names", row.names)
			}
			if before, seen := last[name]; seen && before != n-1 && n-before > 4 {
				t.Errorf("%s: rows %d and %d stand apart", name, before, n)
			}
			if closed[name] {
				t.Errorf("%s: a row behind the one for every tag never speaks", name)
			}
			last[name] = n
			closed[name] = closed[name] || row.tags == "" && row.since == ""
		}
	}
	if len(baseImages) < 100 {
		t.Errorf("%d rows", len(baseImages))
	}
}

func BenchmarkBaseImages(b *testing.B) {
	first, last, none := lint.ParseImage("alpine"), lint.ParseImage("wordpress:6"), lint.ParseImage("registry.example/team/app:1.2.3")
	b.ReportAllocs()
	for b.Loop() {
		BaseImages.Lookup(first)
		BaseImages.Lookup(last)
		BaseImages.Lookup(none)
	}
}
