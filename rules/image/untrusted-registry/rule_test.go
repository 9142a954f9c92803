package untrustedregistry

import "testing"

func TestCovers(t *testing.T) {
	tests := []struct {
		pattern, image string
		want           bool
	}{
		{"registry.example.com", "registry.example.com/app", true},
		{"registry.example.com/", "registry.example.com/team/app", true},
		{"registry.example.com", "registry.example.com:5000/app", false},
		{"registry.example.com", "registry.example.community/app", false},
		{"registry.example.com/team", "registry.example.com/team/app", true},
		{"registry.example.com/team/app", "registry.example.com/team/app", true},
		{"registry.example.com/team", "registry.example.com/teammate/app", false},
		{"*.example.com", "eu.example.com/app", true},
		{"*.example.com", "example.com/app", false},
		{"*.example.com", "eu.example.com.evil.test/app", false},
		{"localhost:5000", "localhost:5000/app", true},
		{"docker.io", "docker.io/library/nginx", true},
		{"index.docker.io/library", "docker.io/library/nginx", true},
		{"library", "docker.io/library/nginx", true},
		{"nginx", "docker.io/library/nginx", true},
		{"docker.io/nginx", "docker.io/library/nginx", true},
		{"docker.io/nginx", "docker.io/library/nginx-evil", false},
		{"bitnami/", "docker.io/bitnami/redis", true},
		{"bitnami", "docker.io/bitnamievil/redis", false},
	}
	for _, test := range tests {
		if got := covers(test.pattern, test.image); got != test.want {
			t.Errorf("%s covers %s: %t, want %t", test.pattern, test.image, got, test.want)
		}
	}
}

func TestFault(t *testing.T) {
	for pattern, want := range map[string]bool{
		"registry.example.com:5000/team": false, "*.example.com": false, "bitnami": false,
		"https://registry.example.com": true, "nginx/nginx:1.29": true, "a b": true, "[": true,
	} {
		if got := fault(pattern) != ""; got != want {
			t.Errorf("%q is faulty: %t, want %t", pattern, got, want)
		}
	}
}
