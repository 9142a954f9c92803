package shell

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// deployScript is what scripts around containers look like.
const deployScript = `#!/usr/bin/env bash
set -euo pipefail
# Builds the shop and starts it on the machine that it is given.
REGISTRY=registry.example.com
VERSION="${1:-latest}"
export COMPOSE_PROJECT_NAME=shop

log() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2; }

if [ ! -d "$HOME/.cache/shop" ]; then
	mkdir -p "$HOME/.cache/shop" && chmod 700 "$HOME/.cache/shop"
fi

for service in api worker web; do
	log "building $service"
	docker build --pull -t "$REGISTRY/shop/$service:$VERSION" -f "$service/Dockerfile" "$service" | tee "build-$service.log"
	case $service in
	api) port=8080 ;;
	web) port=80 ;;
	*) continue ;;
	esac
	docker run -d --name "shop-$service" --restart unless-stopped \
		-e DATABASE_URL="postgres://shop@db/shop" \
		-p "$port:$port" -v /srv/shop:/data:ro \
		"$REGISTRY/shop/$service:$VERSION"
done
curl -fsS "http://localhost:8080/healthz" | grep -q ok || { log "not healthy"; exit 1; }
`

func BenchmarkParse(b *testing.B) {
	for name, text := range map[string]string{
		"small":     deployScript,
		"large":     strings.Repeat(deployScript, 200),
		"no docker": strings.Repeat(strings.ReplaceAll(deployScript, "docker", "buildah"), 200),
	} {
		b.Run(name, func(b *testing.B) {
			f := lint.NewFile("deploy.sh", []byte(text))
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(f)
			}
		})
	}
}

// BenchmarkSyntax is what the parser alone costs.
func BenchmarkSyntax(b *testing.B) {
	text := []byte(strings.Repeat(deployScript, 200))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		new(Parser).parse(text)
	}
}
