package knowledge

import (
	"strings"
	"testing"
)

func TestSecretName(t *testing.T) {
	secret := `PASSWORD password Password DB_PASSWORD MYSQL_ROOT_PASSWORD POSTGRES_PASSWORD PGPASSWORD REDISCLI_AUTH_PASSWORD DB_PASSWD DB_PASS PASS
		MYSQL_PWD ORACLE_PWD SMTP_PASS DBPASS SECRET secret JWT_SECRET jwtSecret COOKIE_SECRET CLIENT_SECRET clientSecret SECRET_KEY SECRET_KEY_BASE
		DJANGO_SECRET_KEY secret_MESSAGE SECRET_PASSPHRASE TOKEN GITHUB_TOKEN GITHUBTOKEN NPM_TOKEN accessToken ACCESS_TOKEN AUTH_TOKEN authToken
		VAULT_TOKEN SLACK_BOT_TOKEN TOKEN_GITHUB INPUT_TOKEN API_TOKENS API_KEY APIKEY APIKey apiKey api-key x.api.key OPENAI_API_KEY DD_API_KEY
		AWS_SECRET_ACCESS_KEY AWS_ACCESS_KEY MINIO_ACCESS_KEY MINIO_SECRET_KEY PRIVATE_KEY SSH_PRIVATE_KEY privateKey ENCRYPTION_KEY SIGNING_KEY
		MASTER_KEY APP_KEY FERNET_KEY AIRFLOW__CORE__FERNET_KEY ACCOUNT_KEY AZURE_STORAGE_ACCOUNT_KEY NEW_RELIC_LICENSE_KEY TS_AUTHKEY
		WORDPRESS_AUTH_KEY WORDPRESS_LOGGED_IN_KEY WORDPRESS_NONCE_SALT PASSWORD_SALT CREDENTIALS CREDENTIAL DB_CREDS KEYSTORE_PASSPHRASE
		DOCKER_CONTENT_TRUST_ROOT_PASSPHRASE spring.datasource.password javax.net.ssl.keyStorePassword Kestrel__Certificates__Default__Password
		ConnectionStrings__DefaultConnection DB_CONNECTION_STRING connectionString SENTRY_DSN PASSWORD1 API_KEY_2 PASSWORD_PROD KEYSTORE_FILE_PASSWORD
		NEO4J_AUTH BASIC_AUTH OAUTH2_CLIENT_SECRET super_duper_secret_token GF_SECURITY_ADMIN_PASSWORD UNSEAL_KEY COOKIE_KEY azurestorageaccountkey`
	plain := `PWD OLDPWD HOME PATH USERNAME USER_NAME DB_USER KEY CACHE_KEY PARTITION_KEY PRIMARY_KEY SORT_KEY ROUTING_KEY GPG_KEY PUBLIC_KEY SSH_PUBLIC_KEY
		JWT_PUBLIC_KEY NEXT_PUBLIC_API_KEY MINISIGN_PUBKEY STRIPE_PUBLISHABLE_KEY AWS_ACCESS_KEY_ID ACCESS_KEY_ID CLIENT_ID KEY_VAULT_NAME KEYVAULT_NAME
		PASSWORD_FILE password_file SECRET_PASSPHRASE_FILE POSTGRES_PASSWORD_FILE GF_SECURITY_ADMIN_PASSWORD__FILE passwordFile TOKEN_PATH
		SSH_PRIVATE_KEY_PATH GITHUB_APP_PRIVATE_KEY_PATH SECRETS_DIR SECRET_NAME secretName secretObjects TLS_SECRET_NAME PASSWORD_POLICY VAULT_PASSWORD_POLICY
		password_validation.py PASSWORD_VALIDATION TOKEN_TTL TOKEN_EXPIRY TOKEN_EXPIRES_IN TOKEN_EXPIRATION_MINUTES ACCESS_TOKEN_LIFETIME
		JWT_SECRET_ROTATION PASSWORD_MIN_LENGTH PASSWORD_LENGTH PASSWORD_MAX_AGE PASSWORD_RESET_TIMEOUT PASSWORD_RESET_TIMEOUT_SECONDS PASSWORD_HASH
		PASSWORD_HASH_ALGORITHM PASSWORD_HASHERS_COUNT PASSWORD_REQUIRED PASSWORD_ENABLED ALLOW_EMPTY_PASSWORD MYSQL_ALLOW_EMPTY_PASSWORD
		MYSQL_RANDOM_ROOT_PASSWORD REQUIRE_PASSWORD DISABLE_PASSWORD_LOGIN PASSWORD_LOGIN_ENABLED PasswordAuthentication TOKEN_URL OAUTH_TOKEN_URL TOKEN_ENDPOINT TOKEN_ISSUER
		TOKEN_AUDIENCE TOKEN_TYPE TOKEN_VERSION SECRET_VERSION API_KEY_HEADER API_KEY_NAME CSRF_TOKEN_HEADER SECRETS_MANAGER_ARN SECRET_ARN
		AWS_SECRETSMANAGER_ENDPOINT SECRET_STORE SECRETS_BACKEND SECRET_MANAGER_REGION ENCRYPTION_KEY_PROVIDER SIGNING_KEY_ID MAX_TOKENS max_tokens MAX_NEW_TOKENS
		PROMPT_TOKENS TOKEN_LIMIT TOKENS_PER_MINUTE TOKEN_COUNT TOKENIZER TOKENIZERS_PARALLELISM TOKENIZER_PATH SECRETARY PASSWORDLESS SECRETLY
		BYPASS COMPASS_URL BYPASS_AUTH PASS_THROUGH PASSENGER_APP_ENV KEYBOARD MONKEY_BUSINESS SALT_MASTER AUTH_ENABLED AUTH_TYPE
		POSTGRES_HOST_AUTH_METHOD SSH_AUTH_SOCK CONNECTION_STRING_NAME DATABASE_URL COMPOSE_PROJECT_NAME _ __ 1 123`
	for _, name := range strings.Fields(secret) {
		if !SecretName(name) {
			t.Errorf("%s is a secret's name", name)
		}
	}
	for _, name := range strings.Fields(plain) {
		if SecretName(name) {
			t.Errorf("%s is no secret's name", name)
		}
	}
	for _, name := range []string{"", " ", "é", "密码", strings.Repeat("a_", 1e5) + "PASSWORD", strings.Repeat("_", 1e5)} {
		if SecretName(name) {
			t.Errorf("%.20q is no secret's name", name)
		}
	}
}

// TestStems proves that no name of a secret is passed over without being read.
func TestStems(t *testing.T) {
	for _, list := range [][]string{secretNouns[:], secretEndings[:], lastPairs[:], pairs[:], {"key", "pass", "pwd", "pw", "salt"}} {
		for _, words := range list {
			if !hasStem(strings.ToUpper(words)) {
				t.Errorf("%s has no stem", words)
			}
		}
	}
}

func TestJudgeSecret(t *testing.T) {
	tests := []struct {
		want   SecretValue
		values []string
	}{
		{LiteralSecret, []string{
			"hunter2", "Tr0ub4dor&3", "correct horse battery staple", "c0ffee-5ba7-9d21", "kZ8!x2mQp", "pa$$w1ng", "$2y$10$abcdefghijklmnopqrstuv",
			"q8Jf/2kPz+0vTnUe6rWm1yXh9sLbAcDoGiKjEwQa", "/9fQkZ1xTnUe6rWm1yXh9sLbAcDoGiKjEwQaQQ==", "bWV0YWxsaWM=", "ey1234.payload.sig",
			"-----BEGIN PRIVATE KEY-----\nMIIB", `{"type":"service_account","private_key":"x"}`, `["a","b"]`, "postgres://app:c0ffee5ba7@db/app",
			"https://example.test/hook?token=c0ffee5ba7", "jdbc:postgresql://db/app?user=app&password=c0ffee5ba7", "Server=db;Database=app;User Id=sa;Password=c0ffee5ba7;",
			"host=db user=app password=c0ffee5ba7", "AccountName=app;AccountKey=bWV0YWxsaWM=;EndpointSuffix=core", "root:c0ffee5ba7@tcp(db:3306)/app",
			"${DB_PASSWORD:-c0ffee5ba7}", `"hunter2"`, "12345678901234", "密码是秘密", strings.Repeat("k9", 2000),
		}},
		{WeakSecret, []string{
			"password", "Password1", "passw0rd", "P@ssw0rd!", "pa55word", "secret", "s3cr3t", "changeme", "change-me", "CHANGE_ME", "change_me_please",
			"CHANGE_THIS_PASSWORD", "please-change-in-production", "changeit", "example", "default", "test", "testing123", "postgres", "postgres123", "mysql", "root",
			"rootpassword", "toor", "admin", "admin123", "adm1n", "administrator", "minioadmin", "guest", "wordpress", "somewordpress", "my-secret-pw",
			"mysecretpassword", "MySuperSecretPassword", "supersecret", "topsecret", "qwerty", "letmein", "1234", "123456", "0000", "a", "aaaa", "neo4j/password",
			"yourStrong(!)Password", "dont-use-in-production", "db-password", "postgres://postgres:postgres@db:5432/app", "redis://:password@redis:6379/0",
			"Server=db;User=sa;Password=Password123;", "${DB_PASSWORD:-postgres}", "${DB_PASSWORD-postgres}", "insecure", "invalid", "dummy", "foobar", "bitnami", "'admin'",
		}},
		{NoSecret, []string{
			`\x1b[32mPASS`, `"\e[1;32m✓\e[0m"`, `\033[0;32mok`,
			"", " ", `""`, "''", "true", "False", "yes", "no", "on", "off", "none", "null", "undefined", "N/A", "0", "1", "disabled", "~", "-",
			"<password>", "<your password here>", "[password]", "{password}", "<>", "xxxx", "XXXXXXXX", "****", "***", "***REMOVED***", "xxxx-xxxx-xxxx", "sk-xxxxxxxxxxxx", "ghp_XXXXXXXXXXXX", "...", "••••",
			"your_password_here", "your-api-key", "YourPassword", "yourpassword", "replace-me", "REPLACE_ME", "replace_with_token", "insert-token-here", "<REDACTED>", "redacted",
			"placeholder", "TODO", "todo: set in production", "TBD", "FIXME", "set-me", "set this in the console", "enter-token", "fill_me", "password_here", "${DB_PASSWORD:-<password>}",
			"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI dev@host", "ssh-rsa AAAAB3Nza", "-----BEGIN CERTIFICATE-----\nMIIB", "-----BEGIN PUBLIC KEY-----\nMIIB",
		}},
		{SecretReference, []string{
			"$DB_PASSWORD", "${DB_PASSWORD}", "${DB_PASSWORD:?must be set}", "${DB_PASSWORD:-}", "${DB_PASSWORD:-${OTHER}}", "${A}${B}", "prefix-${DB_PASSWORD}", "$(cat /run/secrets/db)",
			"`pass show db`", "%DB_PASSWORD%", "{{ db_password }}", "{{ .Values.password }}", "{{resolve:ssm-secure:db:1}}", "#{DbPassword}#", "#{DbPassword}", "((db-password))",
			"${{ secrets.DB_PASSWORD }}", "<%= ENV['DB'] %>", "__DB_PASSWORD__", "MYSQL_PASSWORD", "DB_PASSWORD", "YOUR_API_KEY",
			"/run/secrets/db_password", "/etc/app/key.pem", "./certs/server.key", "../secret.txt", "~/.ssh/id_rsa", `C:\secrets\db.txt`, "id_rsa.pem", "credentials.json", "file:/run/secrets/db",
			"file:///run/secrets/db", "env:DB_PASSWORD", "vault:secret/data/db#password", "vault://secret/db", "op://vault/db/password", "arn:aws:secretsmanager:eu-west-1:1:secret:db",
			"arn:aws-cn:ssm:x", "awssm://db", "ssm:/app/db", "ref+vault://db", "gcpsm://p/s", "projects/1/secrets/db/versions/latest", "@Microsoft.KeyVault(SecretUri=https://x)",
			"ENC(bWV0YWxsaWM=)", "ENC[AES256_GCM,data:x]", "{cipher}abc", "$__file{/etc/secrets/db}",
			"https://vault.example.test/v1/secret", "https://key@sentry.example.test/1", "postgres://app@db/app", "postgres://app:${DB_PASSWORD}@db/app", "redis://redis:6379",
			"Server=db;Database=app;Integrated Security=true;", "host=db user=app", "Server=db;Password=${DB_PASSWORD};",
		}},
	}
	for _, test := range tests {
		for _, value := range test.values {
			if got := JudgeSecret(value); got != test.want {
				t.Errorf("%.60q: %s, want %s", value, got, test.want)
			}
		}
	}
}

func FuzzJudgeSecret(f *testing.F) {
	for _, seed := range []string{"", "${X:-y}", "a://b:c@d?e=f", "a=b;c=d", "<x>", "/a/b", "p@ss", "\xff", "{{", "$", "%%", "://"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_ = JudgeSecret(s).String()
		SecretName(s)
		RuntimeSocket(s)
	})
}
