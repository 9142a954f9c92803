package knowledge

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// baseVariables was read in November 2026 from the files that build the images. A row holds what any of an image's releases that
// were read sets, and what earlier ones are remembered for: of a name that is not in it, all of them are free.
var baseVariables = [...]struct {
	names     string // as people write them, with spaces between
	variables string // with spaces between, PATH left out
	source    string // on GitHub: the file, at the commit that was read
}{
	{"almalinux", "LANG container", "AlmaLinux/docker-images/blob/24c032a9f363/dockerfiles/al9/Dockerfile.default"},
	{"alpine", "", "alpinelinux/docker-alpine/blob/00d3407329e4/x86_64/Dockerfile"},
	{"amazonlinux public.ecr.aws/amazonlinux/amazonlinux", "", "amazonlinux/container-images/blob/011385560e07/Dockerfile"},
	{"busybox", "", "docker-library/busybox/blob/080eda6dbd39/latest/glibc/amd64/image-config.json"},
	{"centos", "", "CentOS/sig-cloud-instance-images/blob/02ea5808a8a1/docker/Dockerfile"},
	{"debian", "", "debuerreotype/docker-debian-artifacts/blob/0ac241a341c3/bookworm/slim/oci/blobs/image-config.json"},
	{"eclipse-temurin", "JAVA_HOME JAVA_VERSION LANG LANGUAGE LC_ALL", "adoptium/containers/blob/0327d46f70b8/21/jre/alpine/Dockerfile"},
	{"fedora registry.fedoraproject.org/fedora", "DISTTAG FBR FGC container", "fedora-cloud/docker-brew-fedora/blob/10217c9601fe/x86_64/Dockerfile"},
	{"golang", "GOLANG_VERSION GOPATH GOTOOLCHAIN", "docker-library/golang/blob/01abd89f7fda/1.23/alpine3.20/Dockerfile"},
	{"nginx", "ACME_VERSION DYNPKG_RELEASE NGINX_VERSION NJS_RELEASE NJS_VERSION PKG_RELEASE", "nginx/docker-nginx/blob/08108358ce4b/stable/alpine-slim/Dockerfile"},
	{"node", "NODE_VERSION NPM_CONFIG_LOGLEVEL YARN_VERSION", "nodejs/docker-node/blob/056ab8755005/22/alpine3.21/Dockerfile"},
	{"python", "GPG_KEY LANG PYTHON_GET_PIP_SHA256 PYTHON_GET_PIP_URL PYTHON_PIP_VERSION PYTHON_SETUPTOOLS_VERSION PYTHON_SHA256 PYTHON_VERSION",
		"docker-library/python/blob/0d5638323cb3/3.12/alpine3.20/Dockerfile"},
	{"rockylinux rockylinux/rockylinux", "", "rocky-linux/sig-cloud-instance-images/blob/3728fffe3fe4/Dockerfile"},
	{"ruby", "BUNDLER_VERSION BUNDLE_APP_CONFIG BUNDLE_BIN BUNDLE_PATH BUNDLE_SILENCE_ROOT_WARNING GEM_HOME LANG RUBYGEMS_VERSION RUBY_DOWNLOAD_SHA256 RUBY_DOWNLOAD_URL RUBY_MAJOR RUBY_VERSION",
		"docker-library/ruby/blob/02bc03848413/3.3/alpine3.20/Dockerfile"},
	{"rust", "CARGO_HOME RUSTUP_HOME RUST_VERSION", "rust-lang/docker-rust/blob/0090aa71b570/stable/alpine3.20/Dockerfile"},
	{"ubuntu", "", "tianon/docker-brew-ubuntu-core/blob/06e3fd240a6c/jammy/Dockerfile"},
}

// Variables finds what an image sets by registry and repository. An image for Windows is another one.
func (catalogue) Variables(i lint.Image) ([]string, bool) {
	if i.IsScratch() {
		return nil, true
	}
	name := lint.Image{Registry: i.Registry, Repository: i.Repository}.Familiar()
	for _, row := range baseVariables {
		if slices.Contains(strings.Fields(row.names), name) && !forWindows(i.Tag) {
			return strings.Fields(row.variables), true
		}
	}
	return nil, false
}
