package lint

import "testing"

func TestParseURL(t *testing.T) {
	for _, c := range []struct {
		text, scheme, host, base string
		loopback                 bool
	}{
		{"https://get.example.com/install.sh?x=/y", "https", "get.example.com", "install.sh", false},
		{"HTTPS://u:p@Example.com:8443/a/b.tgz#f", "https", "example.com", "b.tgz", false},
		{"example.com", "", "example.com", "", false},
		{"localhost:8080/healthz", "", "localhost", "healthz", true},
		{"http://127.0.0.1:${PORT}/x", "http", "127.0.0.1", "x", true},
		{"https://[::1]:6443/x/", "https", "::1", "", true},
		{"http://0.0.0.0/", "http", "0.0.0.0", "", true},
		{"https://${HOST}/${FILE}", "https", "${host}", "${FILE}", false},
		{"https://x.example/v${VERSION}/a-${VERSION}.tar.gz", "https", "x.example", "a-${VERSION}.tar.gz", false},
		{"$URL", "", "$url", "", false},
		{"https://${HOST:-a.example}:8443/x.tgz", "https", "${host:-a.example}", "x.tgz", false},
	} {
		u := ParseURL(c.text)
		if u.Scheme != c.scheme || u.Host != c.host || u.Base() != c.base || u.Loopback() != c.loopback {
			t.Errorf("%s: %+v %q %t", c.text, u, u.Base(), u.Loopback())
		}
	}
}
