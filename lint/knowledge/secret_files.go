package knowledge

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// secretFiles is the names of files that tools keep credentials in, in lower case.
var secretFiles = [...]string{
	".env", ".npmrc", ".pypirc", ".netrc", "_netrc", ".git-credentials", ".pgpass", ".my.cnf", ".s3cfg", ".boto", ".vault-token", ".dockercfg",
	"id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "kubeconfig", "terraform.tfstate", "application_default_credentials.json",
}

// secretFilesOfTools is files that hold credentials only in the folder of a tool.
var secretFilesOfTools = [...]string{
	".aws/credentials", ".docker/config.json", ".kube/config", ".composer/auth.json", ".config/gh/hosts.yml", ".ssh/identity",
}

// keyEndings is how the names of private keys and key stores end. Certificates share some of them.
var keyEndings = [...]string{".pem", ".key", ".p12", ".pfx", ".ppk", ".jks", ".keystore", ".kdbx"}

// publicWords is what in a file's name says that it is an example, or a certificate without its key.
var publicWords = [...]string{"example", "sample", "template", "dist", "test", "dummy", "ca", "cert", "certs", "crt", "chain", "fullchain", "bundle", "public", "pub", "root", "trust", "truststore", "cacert"}

// IsSecretFile tells by a file's path whether it holds a credential: a private key, a token of a package registry, a cloud's access key.
func IsSecretFile(file string) bool {
	file = strings.ToLower(path.Clean("/" + strings.ReplaceAll(file, `\`, "/")))
	name := path.Base(file)
	if slices.Contains(secretFiles[:], name) {
		return true
	}
	for _, known := range secretFilesOfTools {
		if folder, found := strings.CutSuffix(file, known); found && strings.HasSuffix(folder, "/") {
			return true
		}
	}
	return (strings.HasPrefix(name, ".env.") || isKeyName(name)) && !isPublicName(name)
}

// isKeyName tells whether the name of a file ends as those of private keys do.
func isKeyName(name string) bool {
	return slices.ContainsFunc(keyEndings[:], func(ending string) bool { return strings.HasSuffix(name, ending) && name != ending })
}

// isPublicName tells whether a file's name says that anyone may read it.
func isPublicName(name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("._- ", r) })
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(publicWords[:], word) })
}

// IsNamedSecret tells whether a file is called after a secret and is no source code: secret.txt, db_password. Many such files are
// harmless; it takes another sign that this one is not.
func IsNamedSecret(file string) bool {
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	switch ext := path.Ext(name); ext {
	case "", ".txt", ".json", ".yaml", ".yml", ".conf", ".cfg", ".ini", ".properties", ".xml", ".toml":
		return SecretName(strings.TrimSuffix(name, ext))
	}
	return false
}

// SecretFilesOfTools is the paths, within a folder, of files that hold credentials in the folder of a tool.
func SecretFilesOfTools() []string { return secretFilesOfTools[:] }

// IsAlwaysSecret tells whether a file that holds credentials holds nothing else: keys, and tools' lists of passwords. Others are as
// often a tool's settings.
func IsAlwaysSecret(file string) bool {
	switch name := strings.ToLower(path.Base(file)); name {
	case ".npmrc", ".pypirc", ".boto", ".my.cnf", "config.json", "terraform.tfstate":
		return false
	default:
		return !strings.HasPrefix(name, ".env") && !strings.HasSuffix(name, ".pem")
	}
}

// CredentialArgument tells whether a build argument is there to be given a credential: it is named as one, and has no value of its own.
func CredentialArgument(a *lint.Assignment) bool {
	v := strings.TrimSpace(a.Value.V)
	return a.Source == lint.BuildArg && SecretName(a.Name) && (a.Value.State != lint.Set || v == "" || isBlank(v) || asksToBeFilled(v))
}
