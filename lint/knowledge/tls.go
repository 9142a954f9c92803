package knowledge

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// TLSVariable tells whether a variable with a value keeps programs from verifying certificates, and whose.
func TLSVariable(name, value string) (programs string, off bool) {
	value = strings.ToLower(value)
	no := slices.Contains([]string{"0", "false", "no", "off", "n"}, value)
	yes := slices.Contains([]string{"1", "true", "yes", "on", "y", "t"}, value)
	switch strings.ToUpper(name) {
	case "NODE_TLS_REJECT_UNAUTHORIZED": // only "0" (https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue)
		return "Node.js", value == "0"
	case "PYTHONHTTPSVERIFY":
		return "Python", value == "0"
	case "GIT_SSL_NO_VERIFY": // git looks whether it is there, not at its value
		return "git", true
	case "NPM_CONFIG_STRICT_SSL":
		return "npm", no
	case "YARN_STRICT_SSL", "YARN_ENABLE_STRICT_SSL":
		return "yarn", no
	case "PIP_TRUSTED_HOST":
		return "pip", value != "" && !loopbackHosts(value)
	case "UV_INSECURE_HOST":
		return "uv", value != "" && !loopbackHosts(value)
	case "GOINSECURE":
		return "Go", value != "" && value != "none" && !loopbackHosts(strings.ReplaceAll(value, ",", " "))
	case "CONDA_SSL_VERIFY", "MAMBA_SSL_VERIFY":
		return "conda", no
	case "BUNDLE_SSL_VERIFY_MODE":
		return "Bundler", value == "0" || value == "none"
	case "PERL_LWP_SSL_VERIFY_HOSTNAME":
		return "Perl", value == "0"
	case "HEX_UNSAFE_HTTPS":
		return "Hex", yes
	case "VAULT_SKIP_VERIFY", "NOMAD_SKIP_VERIFY":
		return "the client", yes
	case "CONSUL_HTTP_SSL_VERIFY":
		return "the client", no
	}
	return "", false
}

func loopbackHosts(hosts string) bool {
	for host := range strings.FieldsSeq(hosts) {
		if !lint.ParseURL(host).Loopback() {
			return false
		}
	}
	return true
}

// TLSOff is the options and words of a command that keep it, or what it configures, from verifying certificates.
func TLSOff(c *lint.Command) (options []lint.Option, words []lint.Word) {
	args := c.Arguments()
	if c.Docker != nil {
		args.Options = slices.Concat(c.Docker.Globals, args.Options)
	}
	for _, o := range args.Options {
		if offOption(c, o) {
			options = append(options, o)
		}
	}
	if word, found := offSetting(c.Program, args.Operands); found {
		words = append(words, word)
	}
	return options, append(words, offLines(inputLines(c))...)
}

// TLSOffLines is the lines of a file's text that keep a program from verifying certificates.
func TLSOffLines(text lint.Word) []lint.Word { return offLines(textLines(text)) }

func offLines(lines []lint.Word) []lint.Word {
	return slices.DeleteFunc(lines, func(line lint.Word) bool { return !slices.ContainsFunc(configurationLines("", line.Text), isOffLine) })
}

// offOption tells whether an option of a command switches verification off.
func offOption(c *lint.Command, o lint.Option) bool {
	given := o.Value.State == lint.Unset || isTrue(o.Value.Text)
	switch program := c.Program; program {
	case "curl":
		return o.Name == "-k" || o.Name == "--insecure" || o.Name == "--proxy-insecure" || o.Name == "--doh-insecure"
	case "wget":
		return o.Name == "--no-check-certificate" || o.Name == "--check-certificate" && o.Value.Text == "off"
	case "aria2c":
		return o.Name == "--check-certificate" && o.Value.Text == "false"
	case "npm", "npx", "pnpm", "yarn":
		return o.Name == "--no-strict-ssl" || o.Name == "--strict-ssl" && isFalse(o.Value.Text)
	case "git":
		name, value, assigned := strings.Cut(o.Value.Text, "=")
		return o.Name == "-c" && isSSLVerify(name) && assigned && isFalse(value)
	case "apt", "apt-get":
		name, value, _ := strings.Cut(o.Value.Text, "=")
		return (o.Name == "-o" || o.Name == "--option") && isAptVerify(name) && isFalse(value)
	case "yum", "dnf", "tdnf", "microdnf", "dnf-3", "dnf4", "dnf5", "yum-config-manager", "dnf-config-manager":
		name, value, _ := strings.Cut(o.Value.Text, "=")
		return o.Name == "--setopt" && (name == "sslverify" || strings.HasSuffix(name, ".sslverify")) && isFalse(value)
	case "helm":
		return given && (o.Name == "--insecure-skip-tls-verify" || o.Name == "--kube-insecure-skip-tls-verify")
	case "kubectl", "oc", "argocd":
		return given && (o.Name == "--insecure-skip-tls-verify" || o.Name == "--insecure" && program == "argocd")
	case "docker":
		return given && o.Name == "--insecure" && c.Docker.Is("manifest push", "manifest create", "manifest inspect")
	case "nerdctl":
		return given && o.Name == "--insecure-registry"
	case "crane", "oras":
		return given && (o.Name == "--insecure" || o.Name == "--plain-http")
	case "cosign":
		return given && (o.Name == "--allow-insecure-registry" || o.Name == "--allow-http-registry")
	case "podman", "buildah", "skopeo":
		return (o.Name == "--tls-verify" || o.Name == "--src-tls-verify" || o.Name == "--dest-tls-verify") && isFalse(o.Value.Text)
	case "aws":
		return o.Name == "--no-verify-ssl"
	case "mvn", "mvnw": // https://maven.apache.org/wagon/wagon-providers/wagon-http, https://maven.apache.org/resolver/configuration.html
		name, value, _ := strings.Cut(o.Word.Text, "=")
		return (name == "-Dmaven.wagon.http.ssl.insecure" || name == "-Dmaven.wagon.http.ssl.allowall") && isTrue(value) ||
			name == "-Daether.connector.https.securityMode" && value == "insecure"
	case "gh", "glab", "svn":
		return o.Name == "--trust-server-cert"
	case "conda", "mamba", "micromamba":
		return o.Name == "--insecure" || o.Name == "-k"
	default:
		pip := program == "pip" || program == "pip3" || program == "uv" || interpreterFamily(program) == "python" || strings.HasPrefix(program, "pip")
		return pip && (o.Name == "--trusted-host" || o.Name == "--allow-insecure-host") && !loopbackHosts(o.Value.Text)
	}
}

// offSetting is the word with which a command writes such a setting into its configuration.
func offSetting(program string, operands []lint.Word) (lint.Word, bool) {
	at := func(i int) string {
		if i < len(operands) {
			return operands[i].Text
		}
		return ""
	}
	// value finds NAME VALUE or NAME=VALUE from a place on.
	value := func(i int, isName func(string) bool) (lint.Word, bool) {
		name, text, assigned := strings.Cut(at(i), "=")
		switch {
		case !isName(name):
		case assigned && isFalse(text):
			return operands[i], true
		case !assigned && isFalse(at(i+1)):
			return operands[i+1], true
		}
		return lint.Word{}, false
	}
	strict := func(name string) bool { return name == "strict-ssl" || name == "enableStrictSsl" }
	switch program {
	case "npm", "yarn", "pnpm":
		switch {
		case at(0) == "set":
			return value(1, strict)
		case (at(0) == "config" || at(0) == "c") && at(1) == "set":
			return value(2, strict)
		}
	case "git":
		i := 1
		if at(1) == "set" {
			i = 2
		}
		if at(0) == "config" {
			return value(i, isSSLVerify)
		}
	case "conda", "mamba", "micromamba":
		if at(0) == "config" { // conda config --set ssl_verify false
			return value(1, func(name string) bool { return name == "ssl_verify" })
		}
	case "composer":
		if at(0) == "config" && at(1) == "disable-tls" && isTrue(at(2)) {
			return operands[2], true
		}
	case "poetry":
		if at(0) == "config" && strings.HasPrefix(at(1), "certificates.") && strings.HasSuffix(at(1), ".cert") && isFalse(at(2)) {
			return operands[2], true
		}
	case "pip", "pip3":
		if at(0) == "config" && at(1) == "set" && strings.HasSuffix(at(2), ".trusted-host") && !loopbackHosts(at(3)) {
			return operands[3], at(3) != ""
		}
	case "bundle", "bundler":
		i := 1
		if at(1) == "set" {
			i = 2
		}
		if at(0) == "config" {
			return value(i, func(name string) bool { return name == "ssl_verify_mode" })
		}
	case "go", "echo", "printf", "sed":
		if i := slices.IndexFunc(operands, func(w lint.Word) bool { return isOffText(program, w.Text) }); i >= 0 {
			return operands[i], true
		}
	}
	return lint.Word{}, false
}

// isOffText tells whether an operand is such a setting by itself: a line that is written to a file, or go env -w NAME=VALUE.
func isOffText(program, text string) bool {
	if program != "go" {
		return slices.ContainsFunc(configurationLines(program, text), isOffLine)
	}
	name, value, _ := strings.Cut(text, "=")
	_, off := TLSVariable(name, value)
	return off && name == "GOINSECURE"
}

// isOffLine tells whether a line of a configuration file switches verification off.
func isOffLine(line string) bool {
	squeezed := strings.ReplaceAll(strings.ReplaceAll(line, " ", ""), `"`, "")
	name, value, assigned := strings.Cut(squeezed, "=")
	switch {
	case assigned && (name == "strict-ssl" || name == "sslverify" || name == "check_certificate"):
		return isFalse(value)
	case squeezed == ":ssl_verify_mode:0" || squeezed == "ssl_verify:false": // gem's and conda's
		return true
	}
	name, value, _ = strings.Cut(strings.Trim(line, `" `), " ")
	return isAptVerify(name) && isFalse(strings.Trim(value, `" `))
}

// isSSLVerify tells whether a git setting is http.sslVerify, for all hosts or for one that is not this machine.
func isSSLVerify(name string) bool {
	name = strings.ToLower(name)
	host, found := strings.CutPrefix(name, "http.")
	if !found {
		return false
	}
	if host == "sslverify" {
		return true
	}
	host, found = strings.CutSuffix(host, ".sslverify")
	return found && !lint.ParseURL(host).Loopback()
}

// isAptVerify tells whether an apt setting is Acquire::https::Verify-Peer or Verify-Host, for all hosts or for one.
func isAptVerify(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "acquire::https::") && (strings.HasSuffix(name, "verify-peer") || strings.HasSuffix(name, "verify-host"))
}

func isFalse(text string) bool {
	return slices.Contains([]string{"false", "0", "no", "off"}, strings.ToLower(text))
}

func isTrue(text string) bool {
	return slices.Contains([]string{"true", "1", "yes", "on", "t"}, strings.ToLower(text))
}
