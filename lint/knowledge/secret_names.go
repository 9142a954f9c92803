package knowledge

import (
	"slices"
	"strings"
)

// The words that names are made of. They were held against BuildKit's SecretsUsedInArgOrEnv, KICS's "passwords and secrets" and
// gitleaks' generic rule (November 2026), whose false alarms in their issue trackers are why the other lists exist.
var (
	// secretNouns hold a secret wherever they stand in a name, if nothing behind them says that it only speaks about one.
	secretNouns = [...]string{"accesskey", "accountkey", "apikey", "apikeys", "apitoken", "authkey", "authtoken", "cred", "credential",
		"credentials", "creds", "dbpass", "dsn", "passcode", "passphrase", "passwd", "password", "passwords", "privatekey", "pword",
		"rootpass", "secret", "secretkey", "secrets", "sharedkey", "sshpass", "token", "tokens", "userpass"}
	// secretEndings hold a secret at the end of words written together: PGPASSWORD, GITHUBTOKEN.
	secretEndings = [...]string{"accesskey", "accountkey", "apikey", "credentials", "passphrase", "passwd", "password", "privatekey",
		"secret", "secretkey", "token"}
	// keyKinds make a secret of the key behind them; of most keys nothing is known (CACHE_KEY, PARTITION_KEY, GPG_KEY). "in" is
	// WordPress's LOGGED_IN_KEY.
	keyKinds = [...]string{"access", "account", "admin", "aes", "api", "app", "application", "auth", "cipher", "cookie", "crypt",
		"crypto", "decryption", "deploy", "encrypt", "encryption", "fernet", "function", "hmac", "in", "jwt", "license", "master", "nonce",
		"private", "recovery", "rsa", "secret", "server", "service", "session", "shared", "sign", "signature", "signing", "ssh", "ssl",
		"storage", "subscription", "tls", "unseal", "webhook"}
	// lastPairs hold a secret at the end of a name.
	lastPairs = [...]string{"basic auth", "conn str", "connection str", "docker auth", "http auth", "neo4j auth", "npm auth", "proxy auth",
		"redis auth", "registry auth"}
	// pairs hold a secret wherever they stand.
	pairs = [...]string{"connection string", "connection strings"}

	// about says, behind a secret's word, that the value only speaks about it.
	about = [...]string{"age", "alg", "algo", "algorithm", "arn", "attempts", "aud", "audience", "auth", "authentication", "backend",
		"bucket", "budget", "cache", "change", "charset", "checksum", "class", "client", "cmd", "column", "command", "complexity", "config",
		"cost", "count", "days", "description", "digest", "dir", "directory", "disabled", "driver", "duration", "enable", "enabled",
		"encoding", "endpoint", "engine", "env", "exists", "expiration", "expire", "expired", "expires", "expiry", "field", "file",
		"filename", "files", "flow", "folder", "format", "function", "grant", "handler", "hash", "hasher", "header", "headers", "helper",
		"hint", "history", "host", "hostname", "hours", "id", "identifier", "ids", "index", "interval", "issuer", "iterations", "kind",
		"label", "leeway", "len", "length", "lifespan", "lifetime", "limit", "limits", "list", "location", "lookup", "manager", "max",
		"maximum", "mechanism", "method", "min", "minimum", "minutes", "mode", "module", "mount", "name", "names", "namespace", "objects",
		"option", "optional", "options", "param", "parameter", "path", "paths", "pattern", "per", "period", "placeholder", "plugin",
		"policy", "port", "prefix", "present", "prompt", "provider", "rate", "recovery", "ref", "reference", "refresh", "regex", "region",
		"require", "required", "reset", "resolver", "role", "rotation", "rounds", "rule", "rules", "scheme", "scope", "scopes", "script",
		"seconds", "server", "service", "settings", "sha", "size", "skew", "source", "storage", "store", "strategy", "strength", "suffix",
		"table", "template", "threshold", "timeout", "tries", "ttl", "type", "unit", "uri", "url", "urls", "usage", "user", "username",
		"validation", "validator", "validators", "validity", "var", "variable", "version", "visible", "window"}
	// notOne says, before a secret's word, that the value is a switch or a number.
	notOne = [...]string{"allow", "disable", "disabled", "empty", "enable", "enabled", "expire", "forgot", "generate", "has", "hide",
		"ignore", "is", "mask", "max", "min", "no", "num", "permit", "random", "require", "required", "requires", "reset", "rotate", "show",
		"skip", "use", "validate", "without"}
	// counted says, before "tokens", that they are a language model's.
	counted = [...]string{"budget", "completion", "context", "input", "new", "output", "prompt", "reasoning", "thinking", "total"}
	// open says, anywhere, that what the name holds is meant to be seen.
	open = [...]string{"pub", "public", "publishable"}
)

// SecretName tells whether the value under a name is meant to be a secret: a password, a token, a key, credentials, or a connection
// string, which holds one. It judges the name alone; what a value is, JudgeSecret tells. Names are read word by word, in any case,
// written with _ - . / or in camel case.
//
// Not secret is what only speaks about one: where it is (PASSWORD_FILE, SECRET_NAME), its shape and life (TOKEN_TTL,
// PASSWORD_MIN_LENGTH), its public half (PUBLIC_KEY, ACCESS_KEY_ID) or a switch (ALLOW_EMPTY_PASSWORD). URLs are not either, even
// where a password can stand in them: that shows in the value alone.
func SecretName(name string) bool {
	if !hasStem(name) {
		return false // most names
	}
	words := nameWords(name)
	end := -1 // the last word that makes a secret, with what belongs to it
	for i := range words {
		if makesSecret(words, i) {
			end = i
		}
	}
	if end < 0 {
		return false
	}
	for i, word := range words {
		switch {
		case slices.Contains(open[:], word),
			i > end && slices.Contains(about[:], word),
			i < end && slices.Contains(notOne[:], word),
			words[end] == "tokens" && i == end-1 && slices.Contains(counted[:], word):
			return false
		}
	}
	return true
}

// stems is what every name of a secret has in it.
var stems = [...]string{"auth", "conn", "cred", "dsn", "key", "pass", "pw", "salt", "secret", "token"}

func hasStem(name string) bool {
	for i := range len(name) {
		for _, stem := range stems {
			if name[i]|0x20 == stem[0] && len(name)-i >= len(stem) && strings.EqualFold(name[i:i+len(stem)], stem) {
				return true
			}
		}
	}
	return false
}

// makesSecret tells whether a word, or what ends with it, holds a secret.
func makesSecret(words []string, i int) bool {
	word := words[i]
	if slices.Contains(secretNouns[:], word) {
		return true
	}
	for _, ending := range secretEndings {
		if len(word) > len(ending) && strings.HasSuffix(word, ending) {
			return true
		}
	}
	last := i == len(words)-1
	if word == "pass" {
		return last
	}
	if i == 0 {
		return false // PWD is a folder, and a key of an unknown kind no secret
	}
	switch word {
	case "key", "keys":
		return slices.Contains(keyKinds[:], words[i-1])
	case "pwd", "pw", "salt":
		return last
	}
	pair := words[i-1] + " " + word
	return slices.Contains(pairs[:], pair) || last && slices.Contains(lastPairs[:], pair)
}

// maxNameWords bounds what a name costs: no real one comes near it.
const maxNameWords = 64

// nameWords is the words of a name in lower case, without the numbers at their ends: "aws", "secret", "key" of AWSSecretKey2.
func nameWords(name string) []string {
	words := make([]string, 0, 8)
	start := 0
	flush := func(end int) {
		if word := strings.TrimRight(name[start:end], "0123456789"); word != "" && len(words) < maxNameWords {
			words = append(words, strings.ToLower(word))
		}
		start = end
	}
	for i := 0; i < len(name) && len(words) < maxNameWords; i++ {
		switch c := name[i]; {
		case !isLetter(c) && !isDigit(c):
			flush(i)
			start = i + 1
		case isUpper(c) && i > start && (isLower(name[i-1]) || i+1 < len(name) && isLower(name[i+1])):
			flush(i)
		}
	}
	flush(len(name))
	return words
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLetter(c byte) bool { return isLower(c) || isUpper(c) }
