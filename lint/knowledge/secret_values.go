package knowledge

import (
	"slices"
	"strings"
)

// SecretValue is what stands under a name that holds a secret.
type SecretValue uint8

const (
	// LiteralSecret is a value as a secret is.
	LiteralSecret SecretValue = iota
	// WeakSecret is a value that everyone would try first: a default, or words and digits of the lists below.
	WeakSecret
	// NoSecret is no secret yet, or none at all: nothing, a blank to fill, a switch, what may be public.
	NoSecret
	// SecretReference tells where the secret is: a variable, a file, a store, an address without a password.
	SecretReference
)

// String is the verdict in one word.
func (v SecretValue) String() string {
	return [...]string{"literal", "weak", "none", "reference"}[v]
}

// JudgeSecret tells what a value under a secret's name is.
//
// Weak or no secret is decided by what happens if the file is run as it is. "changeme", "example", "password", "postgres" start a
// server that accepts them, and people run such files unchanged: they are passwords, and weak ones. A blank that asks by its form to
// be filled is none: <password>, your-token-here, REPLACE_ME, xxxx, ****, TODO. A server would take those too, but whoever reads them
// knows that nothing is given away.
//
// A reference with a default, ${X:-value}, is its default. A URL or a connection string is the password in it, if it has one.
func JudgeSecret(value string) SecretValue {
	v := strings.Trim(strings.TrimSpace(value), `"'`)
	switch {
	case v == "" || slices.Contains(noValues[:], strings.ToLower(v)) || isPublic(v) || isColored(v):
		return NoSecret
	case len(v) > maxJudged:
		return LiteralSecret
	}
	if def, found := variable(v); found {
		if def == "" || strings.Contains(def, "${") {
			return SecretReference
		}
		return JudgeSecret(def)
	}
	switch {
	case isReference(v):
		return SecretReference
	case isBlank(v):
		return NoSecret
	}
	if password, found := urlPassword(v); found {
		return judgePart(password)
	}
	if password, found := pairPassword(v); found {
		return judgePart(password)
	}
	switch {
	case isPath(v):
		return SecretReference
	case asksToBeFilled(v):
		return NoSecret
	case isWeak(v):
		return WeakSecret
	}
	return LiteralSecret
}

// maxJudged bounds the values that are looked into: no blank, reference or weak word is longer. It ends the recursion over parts, too.
const maxJudged = 1024

// judgePart judges a part of a longer value. What has no password in it, tells where it is.
func judgePart(password string) SecretValue {
	if password == "" {
		return SecretReference
	}
	return JudgeSecret(password)
}

// noValues is values that are nothing or a switch, in lower case.
var noValues = [...]string{"0", "1", "disable", "disabled", "enable", "enabled", "false", "n/a", "na", "nil", "no", "none", "null", "off", "on",
	"optional", "required", "tbd", "todo", "true", "undefined", "unset", "yes", "~", "-", "?"}

// isPublic tells whether a value is the half of a key that everyone may have.
func isPublic(v string) bool {
	return strings.HasPrefix(v, "-----BEGIN PUBLIC KEY") || strings.HasPrefix(v, "-----BEGIN CERTIFICATE") ||
		strings.HasPrefix(v, "ssh-rsa ") || strings.HasPrefix(v, "ssh-ed25519 ") || strings.HasPrefix(v, "ecdsa-sha2-")
}

// isColored tells whether a value colours the terminal: PASS is also what a script prints for a test that passed.
func isColored(v string) bool {
	v = strings.ToLower(v)
	for _, escape := range [...]string{`\e[`, `\x1b[`, `\033[`, `\u001b[`, "\x1b["} {
		if strings.Contains(v, escape) {
			return true
		}
	}
	return false
}

// variable tells whether a value is a variable and nothing else, and its default: $X, ${X}, ${X:-default}, %X%.
func variable(v string) (def string, found bool) {
	if rest, ok := strings.CutPrefix(v, "${"); ok {
		rest, ok = strings.CutSuffix(rest, "}")
		if name, def, hasDefault := strings.Cut(rest, "-"); ok && hasDefault && isName(strings.TrimSuffix(name, ":")) {
			return def, true
		}
		return "", ok && !strings.Contains(rest, "}")
	}
	if rest, ok := strings.CutPrefix(v, "$"); ok {
		return "", isName(rest)
	}
	rest, ok := strings.CutPrefix(v, "%")
	rest, ended := strings.CutSuffix(rest, "%")
	return "", ok && ended && isName(rest)
}

func isName(s string) bool {
	return s != "" && !isDigit(s[0]) && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// stores is how references to secret stores begin, in lower case: those of Vault, 1Password, the clouds' own stores, vals, Spring,
// Jasypt, SOPS, Grafana and Azure App Service.
var stores = [...]string{"vault:", "op://", "arn:aws", "aws-sm://", "awssm://", "awssm:", "awsssm:", "awssecretsmanager://", "ssm:", "ssm://", "secretsmanager:",
	"secretsmanager://", "gcpsm://", "gcp-sm://", "gcpsecretmanager://", "sm://", "akv://", "azurekeyvault://", "keyvault://", "kv://", "ref+", "secretref:", "secret://",
	"secrets://", "sops://", "doppler://", "bws://", "keychain:", "keyring:", "env:", "env://", "file:", "{cipher}", "enc(", "enc[", "$__", "@microsoft.keyvault("}

// templates is the brackets that hold what a template engine or a shell puts in.
var templates = [...][2]string{{"${", "}"}, {"$(", ")"}, {"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}, {"#{", "}"}, {"#{", "}#"}, {"((", "))"}, {"[[", "]]"}, {"@@", "@@"},
	{"$[", "]"}, {"`", "`"}}

// isReference tells whether a value says where the secret is.
func isReference(v string) bool {
	lower := strings.ToLower(v)
	for _, store := range stores {
		if strings.HasPrefix(lower, store) {
			return true
		}
	}
	if strings.HasPrefix(v, "projects/") && strings.Contains(v, "/secrets/") { // Google Secret Manager
		return true
	}
	for _, t := range templates {
		if _, rest, found := strings.Cut(v, t[0]); found && strings.Contains(rest, t[1]) {
			// A password with a bracket by chance is not one from end to end.
			if t[0][0] == '$' || t[0] == "{{" || strings.HasPrefix(v, t[0]) && strings.HasSuffix(v, t[1]) {
				return true
			}
		}
	}
	// The name of another variable: DB_PASSWORD: MYSQL_PASSWORD, __MYSQL_PASSWORD__.
	return strings.Contains(v, "_") && v == strings.ToUpper(v) && isName(v) && !strings.HasPrefix(v, "CHANGE") && SecretName(strings.Trim(v, "_"))
}

// isBlank tells whether a value is a blank by its form: <password>, [password], {password}, xxxx, ****, sk-xxxxxxxx.
func isBlank(v string) bool {
	for _, b := range [...]string{"<>", "[]", "{}"} {
		if v[0] == b[0] && v[len(v)-1] == b[1] {
			return !strings.ContainsAny(v, `":,`) // JSON holds what it holds
		}
	}
	if strings.HasPrefix(v, "***") && strings.HasSuffix(v, "***") {
		return true // ***REMOVED***, as BFG and git filter-repo write over a secret that was in the history
	}
	const fill = "xX*.#_?•…"
	filled, rest, longest, run := 0, 0, 0, 0
	for _, r := range v {
		if !strings.ContainsRune(fill, r) {
			rest++
			run = 0
			continue
		}
		filled++
		run++
		longest = max(longest, run)
	}
	return rest == 0 && filled > 1 || longest >= 4 && rest <= 8 && rest <= filled
}

// urlPassword is the password in a URL, before its host or in its query, or "" of one that has none.
func urlPassword(v string) (password string, found bool) {
	scheme, rest, isURL := strings.Cut(v, "://")
	if !isURL || scheme == "" || strings.Trim(scheme, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-:") != "" {
		return "", false
	}
	authority, query := rest, ""
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		authority = rest[:end]
		_, query, _ = strings.Cut(rest[end:], "?")
	}
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		_, password, _ = strings.Cut(authority[:at], ":")
	}
	for parameter := range strings.SplitSeq(query, "&") {
		if name, value, _ := strings.Cut(parameter, "="); password == "" && SecretName(name) {
			password = value
		}
	}
	return password, true
}

// pairPassword is the password among the pairs of a connection string ("Server=db;User=sa;Password=x", "host=db password=x"),
// or "" of one that has none.
func pairPassword(v string) (password string, found bool) {
	separator := ";"
	if !strings.Contains(v, ";") {
		separator = " "
	}
	n := 0
	for pair := range strings.SplitSeq(v, separator) {
		name, value, isPair := strings.Cut(strings.TrimSpace(pair), "=")
		if !isPair {
			if name != "" {
				return "", false
			}
			continue
		}
		if n++; strings.EqualFold(name, "pwd") || SecretName(name) {
			password = value
		}
	}
	return password, n > 1
}

// endings is what names of files with secrets end with.
var endings = [...]string{".conf", ".crt", ".env", ".jks", ".json", ".key", ".p12", ".pem", ".pfx", ".properties", ".toml", ".txt", ".yaml", ".yml"}

// isPath tells whether a value is the path of a file. Random characters can look like one; they hardly ever start with a short
// lower-case folder.
func isPath(v string) bool {
	if strings.ContainsAny(v, " \t\n=+") {
		return false
	}
	for _, ending := range endings {
		if strings.HasSuffix(v, ending) {
			return true
		}
	}
	if len(v) > 2 && isLetter(v[0]) && (v[1:3] == `:\` || v[1:3] == ":/") {
		return true
	}
	for _, start := range [...]string{"./", "../", "~/"} {
		if strings.HasPrefix(v, start) {
			return true
		}
	}
	if v[0] != '/' || len(v) > 256 {
		return false
	}
	folder, rest, below := strings.Cut(v[1:], "/")
	return below && rest != "" && len(folder) > 1 && len(folder) <= 16 && strings.Trim(folder, "abcdefghijklmnopqrstuvwxyz0123456789._-") == ""
}
