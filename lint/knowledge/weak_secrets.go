package knowledge

import (
	"slices"
	"strings"
)

// weakWords is the words that defaults, examples and guesses are made of, in lower case and without digits: names of products and of
// what they do, which their images' documents use as passwords, and the heads of the usual lists of common passwords.
var weakWords = [...]string{"abc", "activemq", "admin", "administrator", "airflow", "alfresco", "app", "artemis", "aspnet",
	"backend", "bar", "before", "bitnami", "cassandra", "change", "changed", "changeit", "changeme", "clickhouse", "couchbase",
	"couchdb", "database", "db", "default", "demo", "deploy", "deployment", "dev", "developer", "development", "django", "do", "dont",
	"drupal", "dummy", "elastic", "elasticsearch", "example", "fake", "flask", "foo", "for", "gitea", "gitlab", "grafana", "guest",
	"harbor", "hello", "in", "influx", "influxdb", "insecure", "invalid", "it", "jenkins", "joomla", "jwt", "kafka", "key", "keycloak", "kibana",
	"laravel", "letmein", "local", "localhost", "login", "mariadb", "matomo", "me", "minio", "minioadmin", "miniosecret", "mongo",
	"mongodb", "monkey", "mssql", "my", "mysql", "neoj", "nextcloud", "nexus", "not", "now", "odoo", "only", "oracle", "pass", "passwd",
	"password", "passwords", "pg", "pgadmin", "phpmyadmin", "please", "portainer", "postgres", "postgresql", "prod", "production", "pw",
	"pwd", "qwerty", "rabbit", "rabbitmq", "rails", "redis", "repl", "root", "sa", "safe", "sample", "secret", "secrets", "secure",
	"server", "simple", "some", "sonar", "sonarqube", "spring", "sql", "strong", "super", "symfony", "temp", "test", "tester",
	"testing", "the", "this", "tmp", "token", "tomcat", "toor", "top", "unsafe", "use", "user", "username", "value", "vault", "very",
	"wordpress", "wp", "your", "yugabyte", "zabbix", "zaq"}

// isWeak tells whether a value is made of weak words, of one character or of a few digits, whatever stands between them and with
// digits for letters or without: Passw0rd!, my-secret-pw, admin123, 1234.
func isWeak(v string) bool {
	if len(v) > maxWeak {
		return false
	}
	letters := lettersOf(v, false)
	return letters == "" && len(v) <= 10 || madeOfWeakWords(letters) || madeOfWeakWords(lettersOf(v, true))
}

// maxWeak bounds the values that are taken apart into weak words.
const maxWeak = 40

// madeOfWeakWords tells whether weak words or one letter follow each other from the beginning to the end.
func madeOfWeakWords(letters string) bool {
	if letters == "" || len(letters) > maxWeak {
		return false
	}
	if strings.Count(letters, letters[:1]) == len(letters) {
		return true
	}
	var reached [maxWeak + 1]bool // by words, from the beginning
	reached[0] = true
	for i := range letters {
		if !reached[i] {
			continue
		}
		for _, word := range weakWords {
			if strings.HasPrefix(letters[i:], word) {
				reached[i+len(word)] = true
			}
		}
	}
	return reached[len(letters)]
}

// lettersOf is the letters of a value in lower case, without its digits and marks, or with those between the first and the last
// letter read as the letters that they look like. What is not ASCII is kept, so that no weak word matches it.
func lettersOf(v string, lookAlikes bool) string {
	v = strings.TrimFunc(strings.ToLower(v), func(r rune) bool { return r < 0x80 && !isLower(byte(r)) })
	var b strings.Builder
	for i := 0; i < len(v); i++ {
		c := v[i]
		if letter, found := lookAlike(c); found && lookAlikes {
			c = letter
		}
		if isLower(c) || c >= 0x80 {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// lookAlike is the letter that a digit or mark stands for.
func lookAlike(c byte) (byte, bool) {
	switch c {
	case '0':
		return 'o', true
	case '1':
		return 'i', true
	case '3':
		return 'e', true
	case '4', '@':
		return 'a', true
	case '5', '$':
		return 's', true
	case '7':
		return 't', true
	}
	return 0, false
}

// asksToBeFilled tells whether the words of a value ask whoever reads it to put another in its place: your-password,
// REPLACE_WITH_TOKEN, insert-key-here, set-me.
func asksToBeFilled(v string) bool {
	if len(v) > 80 {
		return false
	}
	words := nameWords(v)
	if len(words) == 0 {
		return false
	}
	for i, word := range words {
		switch word {
		case "your":
			return !slices.Contains(words, "strong") // yourStrong(!)Password is a default that servers run with
		case "replace", "replaceme", "placeholder", "redacted", "todo", "fixme", "tbd", "fillme", "setme", "insert":
			return true
		case "here":
			return i > 0 && i == len(words)-1
		case "me", "this":
			if i > 0 && slices.Contains([]string{"set", "fill", "edit", "override", "update", "define", "provide", "configure"}, words[i-1]) {
				return true
			}
		}
	}
	return words[0] == "enter" || strings.HasPrefix(words[0], "your") && SecretName(words[0][len("your"):])
}
