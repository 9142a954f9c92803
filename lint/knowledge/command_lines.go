package knowledge

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Arguments tells apart what stands behind a command's program, as far as it is known which options of the program take a value.
// Of docker it is what stands behind the subcommand.
func Arguments(c *lint.Command) lint.Arguments {
	if c.Docker != nil {
		return c.Docker.Arguments
	}
	return c.Arguments(syntaxOf(c.Program))
}

// syntaxOf is which options of a program take a value, as its manual page or reference has it.
func syntaxOf(program string) lint.Syntax {
	switch program {
	case "curl": // https://curl.se/docs/manpage.html
		return lint.Syntax{Letters: "AbcCdDeEFHKmoPQrtTuUwxXyYz", Names: curlNames}
	case "wget": // https://www.gnu.org/software/wget/manual/wget.html
		return lint.Syntax{Letters: "aABDeGiIlOoPQRtTUwX", Names: wgetNames}
	case "aria2c": // https://aria2.github.io/manual/en/html/aria2c.html
		return lint.Syntax{Letters: "dijklmosxZ", Names: []string{"--dir", "--out", "--input-file", "--max-concurrent-downloads", "--split", "--max-connection-per-server", "--header"}}
	case "apt", "apt-get": // apt-get(8)
		return lint.Syntax{Letters: "cotaP", Names: []string{"--option", "--config-file", "--target-release", "--default-release", "--host-architecture"}}
	case "yum", "dnf", "tdnf", "microdnf", "dnf5", "yum-config-manager", "dnf-config-manager": // dnf(8)
		return lint.Syntax{Letters: "cdexR", Names: []string{"--config", "--setopt", "--enablerepo", "--disablerepo", "--repo", "--repoid", "--installroot", "--releasever", "--exclude"}}
	case "git": // git(1)
		return lint.Syntax{Letters: "cC", Names: []string{"--git-dir", "--work-tree", "--namespace", "--config-env", "--exec-path"}}
	case "pip", "pip3": // https://pip.pypa.io/en/stable/cli/pip_install/
		return lint.Syntax{Letters: "cdefirt", Names: pipNames}
	case "chmod", "chown", "chgrp":
		return lint.Syntax{Names: []string{"--reference", "--from"}}
	case "install": // install(1)
		return lint.Syntax{Letters: "gmotSZ", Names: []string{"--group", "--mode", "--owner", "--target-directory", "--suffix", "--strip-program"}}
	case "mkdir":
		return lint.Syntax{Letters: "m", Names: []string{"--mode"}}
	case "useradd", "usermod": // useradd(8), usermod(8)
		return lint.Syntax{Letters: "bcdefgGkKpPRsuZvVwW", Names: []string{"--base-dir", "--comment", "--home-dir", "--home", "--expiredate", "--inactive",
			"--gid", "--groups", "--skel", "--key", "--password", "--prefix", "--root", "--shell", "--uid", "--selinux-user", "--login"}}
	case "gpasswd":
		return lint.Syntax{Letters: "adAMQ", Names: []string{"--add", "--delete", "--administrators", "--members", "--root"}}
	case "adduser": // Debian's and BusyBox' together
		return lint.Syntax{Letters: "hgsGuk", Names: []string{"--home", "--shell", "--uid", "--gid", "--ingroup", "--gecos", "--comment", "--firstuid", "--lastuid", "--conf"}}
	case "addgroup":
		return lint.Syntax{Letters: "g", Names: []string{"--gid", "--firstgid", "--lastgid", "--conf"}}
	case "helm", "skopeo", "crane", "oras", "kubectl":
		return lint.Syntax{Letters: "pun", Names: []string{"--username", "--password", "--namespace", "--kubeconfig", "--context", "--kube-context", "--authfile", "--registry-config"}}
	case "openssl":
		return lint.Syntax{Single: true}
	case "gpg", "gpg2":
		return lint.Syntax{Letters: "oru", Names: []string{"--homedir", "--keyring", "--keyserver", "--output", "--recv-keys", "--primary-keyring"}}
	case "rpm":
		return lint.Syntax{Letters: "D", Names: []string{"--define", "--root", "--dbpath", "--prefix"}}
	}
	return interpreterSyntax(program)
}

// interpreterSyntax is which options of a program that runs scripts take a value.
func interpreterSyntax(program string) lint.Syntax {
	switch family := interpreterFamily(program); family {
	case "sh": // behind -c stands the first operand
		return lint.Syntax{Letters: "oO", Names: []string{"--rcfile", "--init-file"}}
	case "python":
		return lint.Syntax{Letters: "cmWX", Names: pipNames} // for -m pip
	case "perl":
		return lint.Syntax{Letters: "eEIMm"}
	case "ruby":
		return lint.Syntax{Letters: "eIrC"}
	case "node":
		return lint.Syntax{Letters: "epr", Names: []string{"--eval", "--print", "--require", "--import"}}
	case "php":
		return lint.Syntax{Letters: "rdBERFcz", Names: []string{"--run"}}
	}
	return lint.Syntax{}
}

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

var pipNames = []string{"--constraint", "--requirement", "--editable", "--target", "--platform", "--python-version", "--implementation", "--abi",
	"--root", "--prefix", "--src", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", "--proxy", "--cert", "--client-cert",
	"--cache-dir", "--log", "--retries", "--timeout", "--progress-bar", "--no-binary", "--only-binary", "--report", "--uploaded-prior-to",
	"--python", "--exists-action", "--use-feature", "--use-deprecated", "--global-option", "--config-settings"}
