package knowledge

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// SyntaxOf is which options of a command's program take a value, as its manual page or reference has it; nil if that is not known.
func SyntaxOf(c *lint.Command) *lint.Syntax {
	if m := packageManager(c); m != nil {
		return &m.Syntax
	}
	for i := range syntaxes {
		if slices.Contains(syntaxes[i].programs, c.Program) {
			return &syntaxes[i].Syntax
		}
	}
	if interpreterFamily(c.Program) == "python" {
		return &pythonSyntax
	}
	return nil
}

// syntaxes is the options of programs that are no package managers.
var syntaxes = [...]struct {
	programs []string
	lint.Syntax
}{
	// https://curl.se/docs/manpage.html
	{[]string{"curl"}, lint.Syntax{Letters: "AbcCdDeEFHKmoPQrtTuUwxXyYz", Names: curlNames}},
	// https://www.gnu.org/software/wget/manual/wget.html
	{[]string{"wget"}, lint.Syntax{Letters: "aABDeGiIlOoPQRtTUwX", Names: wgetNames}},
	// https://aria2.github.io/manual/en/html/aria2c.html
	{[]string{"aria2c"}, lint.Syntax{Letters: "dijklmosxZ", Names: []string{"--dir", "--out", "--input-file", "--max-concurrent-downloads", "--split", "--max-connection-per-server", "--header"}}},
	// dnf(8)
	{[]string{"yum-config-manager", "dnf-config-manager"}, rpmSyntax},
	// git(1)
	{[]string{"git"}, lint.Syntax{Letters: "cC", Names: []string{"--git-dir", "--work-tree", "--namespace", "--config-env", "--exec-path"}}},
	{[]string{"chmod", "chown", "chgrp"}, lint.Syntax{Names: []string{"--reference", "--from"}}},
	// install(1), cp(1), mv(1), ln(1)
	{[]string{"install"}, lint.Syntax{Letters: "gmotSZ", Names: []string{"--group", "--mode", "--owner", "--target-directory", "--suffix", "--strip-program"}}},
	{[]string{"cp", "mv", "ln"}, lint.Syntax{Letters: "tS", Names: []string{"--target-directory", "--suffix"}}},
	{[]string{"mkdir"}, lint.Syntax{Letters: "m", Names: []string{"--mode"}}},
	// useradd(8), usermod(8)
	{[]string{"useradd", "usermod"}, lint.Syntax{Letters: "bcdefgGkKpPRsuZvVwW", Names: []string{"--base-dir", "--comment", "--home-dir", "--home", "--expiredate", "--inactive",
		"--gid", "--groups", "--skel", "--key", "--password", "--prefix", "--root", "--shell", "--uid", "--selinux-user", "--login"}}},
	{[]string{"gpasswd"}, lint.Syntax{Letters: "adAMQ", Names: []string{"--add", "--delete", "--administrators", "--members", "--root"}}},
	// Debian's and BusyBox' together
	{[]string{"adduser"}, lint.Syntax{Letters: "hgsGuk", Names: []string{"--home", "--shell", "--uid", "--gid", "--ingroup", "--gecos", "--comment", "--firstuid", "--lastuid", "--conf"}}},
	{[]string{"addgroup"}, lint.Syntax{Letters: "g", Names: []string{"--gid", "--firstgid", "--lastgid", "--conf"}}},
	{[]string{"helm", "skopeo", "crane", "oras", "kubectl", "cosign", "regctl", "az"}, lint.Syntax{Letters: "pun", Names: []string{"--username", "--password", "--name", "--creds", "--src-creds", "--dest-creds", "--namespace", "--kubeconfig", "--context", "--kube-context", "--authfile", "--registry-config"}}},
	{[]string{"openssl"}, lint.Syntax{Single: true}},
	{[]string{"mvn", "mvnw"}, lint.Syntax{Single: true, Names: []string{"-f", "-pl", "-P", "-s", "-gs", "-t", "-T", "-b", "-l", "-rf"}}},
	{[]string{"gpg", "gpg2"}, lint.Syntax{Letters: "oru", Names: []string{"--homedir", "--keyring", "--keyserver", "--output", "--recv-keys", "--primary-keyring"}}},
	{[]string{"rpm"}, lint.Syntax{Letters: "D", Names: []string{"--define", "--root", "--dbpath", "--prefix"}}},
	// Behind a shell's -c stands the first operand.
	{[]string{"sh", "bash", "dash", "ash", "zsh", "ksh", "fish"}, lint.Syntax{Letters: "oO", Names: []string{"--rcfile", "--init-file"}}},
	{[]string{"perl"}, lint.Syntax{Letters: "eEIMm"}},
	{[]string{"ruby"}, lint.Syntax{Letters: "eIrC"}},
	{[]string{"node"}, lint.Syntax{Letters: "epr", Names: []string{"--eval", "--print", "--require", "--import"}}},
	{[]string{"php"}, lint.Syntax{Letters: "rdBERFcz", Names: []string{"--run"}}},
}

var pythonSyntax = lint.Syntax{Letters: "cmWX"}

// interpreterFamily is the language of a program that runs scripts: "sh", "python", "perl", "ruby", "node" or "php"; empty if it runs none.
func interpreterFamily(program string) string {
	switch program {
	case "sh", "bash", "dash", "ash", "zsh", "ksh", "fish":
		return "sh"
	case "perl", "ruby", "node", "php":
		return program
	}
	if rest, found := strings.CutPrefix(program, "python"); found && strings.Trim(rest, "0123456789.") == "" {
		return "python"
	}
	return ""
}

var curlNames = []string{"--abstract-unix-socket", "--alt-svc", "--aws-sigv4", "--cacert", "--capath", "--cert", "--cert-type", "--ciphers", "--config",
	"--connect-timeout", "--connect-to", "--continue-at", "--cookie", "--cookie-jar", "--create-file-mode", "--crlfile", "--curves", "--data",
	"--data-ascii", "--data-binary", "--data-raw", "--data-urlencode", "--delegation", "--dns-interface", "--dns-ipv4-addr", "--dns-ipv6-addr",
	"--dns-servers", "--doh-url", "--dump-header", "--engine", "--etag-compare", "--etag-save", "--expect100-timeout", "--form", "--form-string",
	"--ftp-account", "--ftp-method", "--ftp-port", "--happy-eyeballs-timeout-ms", "--header", "--hostpubmd5", "--hostpubsha256", "--hsts",
	"--interface", "--json", "--keepalive-time", "--key", "--key-type", "--krb", "--libcurl", "--limit-rate", "--local-port", "--login-options",
	"--max-filesize", "--max-redirs", "--max-time", "--netrc-file", "--noproxy", "--oauth2-bearer", "--output", "--output-dir", "--parallel-max",
	"--pass", "--pinnedpubkey", "--preproxy", "--proto", "--proto-default", "--proto-redir", "--proxy", "--proxy-cacert", "--proxy-capath",
	"--proxy-cert", "--proxy-header", "--proxy-key", "--proxy-user", "--pubkey", "--quote", "--random-file", "--range", "--rate", "--referer",
	"--request", "--request-target", "--resolve", "--retry", "--retry-delay", "--retry-max-time", "--service-name", "--socks4", "--socks4a",
	"--socks5", "--socks5-hostname", "--speed-limit", "--speed-time", "--stderr", "--telnet-option", "--tftp-blksize", "--time-cond",
	"--tls-max", "--tls13-ciphers", "--trace", "--trace-ascii", "--unix-socket", "--upload-file", "--url", "--url-query", "--user",
	"--user-agent", "--variable", "--write-out"}

var wgetNames = []string{"--append-output", "--base", "--bind-address", "--body-data", "--body-file", "--ca-certificate", "--ca-directory",
	"--certificate", "--certificate-type", "--connect-timeout", "--cut-dirs", "--directory-prefix", "--dns-timeout", "--domains", "--execute",
	"--header", "--http-password", "--http-user", "--input-file", "--level", "--limit-rate", "--load-cookies", "--method", "--output-document",
	"--output-file", "--password", "--post-data", "--post-file", "--private-key", "--progress", "--quota", "--read-timeout", "--referer",
	"--save-cookies", "--secure-protocol", "--timeout", "--tries", "--user", "--user-agent", "--wait", "--waitretry"}
