package knowledge

import "testing"

func TestIsNamedSecret(t *testing.T) {
	for file, want := range map[string]bool{
		"/root/secret.txt": true, "db_password": true, "api-key.json": true, "token.go": false, "settings.json": false, "": false,
	} {
		if got := IsNamedSecret(file); got != want {
			t.Errorf("IsNamedSecret(%q) = %v", file, got)
		}
	}
}

func TestIsSecretFile(t *testing.T) {
	for file, want := range map[string]bool{
		".env": true, "./deploy/.ENV": true, ".env.production": true, "config/.npmrc": true, "/root/.ssh/id_ed25519": true, "~/.aws/credentials": true,
		"tls/server.key": true, "client-key.pem": true, "shop.p12": true, `C:\keys\id_rsa`: true, ".docker/config.json": true, "$HOME/.netrc": true,
		".env.example": false, ".env.sample": false, "env": false, "id_rsa.pub": false, "ca.pem": false, "tls/fullchain.pem": false,
		"server-cert.pem": false, "credentials": false, "config.json": false, "public.key": false, ".key": false, "keys": false, "": false, ".": false,
		"monkey": false, "docs/pem.md": false, "test.key": false,
	} {
		if got := IsSecretFile(file); got != want {
			t.Errorf("IsSecretFile(%q) = %v", file, got)
		}
	}
}
