package knowledge

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// SignatureOff is the options and words of a command that let it, or what it configures, install packages that nobody signed.
func SignatureOff(c *lint.Command) (options []lint.Option, words []lint.Word) {
	args := c.Arguments()
	for _, o := range args.Options {
		if unsignedOption(c.Program, o, args) {
			options = append(options, o)
		}
	}
	if c.Program == "echo" || c.Program == "printf" || c.Program == "sed" {
		for _, w := range args.Operands {
			if isUnsignedLine(c.Program, w.Text) {
				words = append(words, w)
			}
		}
	}
	return options, append(words, unsignedLines(inputLines(c))...)
}

// UnsignedLines is the lines of a file's text that let a package manager install packages that nobody signed.
func UnsignedLines(text lint.Word) []lint.Word { return unsignedLines(textLines(text)) }

func unsignedLines(lines []lint.Word) []lint.Word {
	return slices.DeleteFunc(lines, func(line lint.Word) bool { return !isUnsignedLine("", line.Text) })
}

// unsignedOption tells whether an option switches the verification of packages or of their repository off, as the manual page of the program has it.
func unsignedOption(program string, o lint.Option, args lint.Arguments) bool {
	name, value, assigned := strings.Cut(o.Value.Text, "=")
	switch program {
	case "apt", "apt-get", "aptitude": // apt-get(8), apt.conf(5); a value that is left out is yes
		switch o.Name {
		case "--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories":
			return o.Value.State == lint.Unset || isTrue(o.Value.Text)
		case "-o", "--option":
			return isAptUnsigned(name) && (!assigned || isTrue(value))
		}
	case "yum", "dnf", "dnf-3", "dnf4", "dnf5", "tdnf", "microdnf", "yum-config-manager", "dnf-config-manager", "rpm-ostree":
		switch o.Name {
		case "--nogpgcheck", "--no-gpgchecks", "--no-gpg-checks":
			return true
		case "--setopt":
			name = name[strings.LastIndexByte(name, '.')+1:]
			return (name == "gpgcheck" || name == "pkg_gpgcheck") && isFalse(value)
		}
	case "rpm":
		query := args.Has("-q", "--query", "-V", "--verify", "-e", "--erase")
		return !query && slices.Contains([]string{"--nosignature", "--nodigest", "--noverify", "--nofiledigest", "--nogpg"}, o.Name)
	case "apk":
		return o.Name == "--allow-untrusted"
	case "zypper":
		return o.Name == "--no-gpg-checks" || o.Name == "--no-gpgcheck" || o.Name == "--gpgcheck-allow-unsigned" ||
			o.Name == "--allow-unsigned-rpm" || o.Name == "-G" && (args.Begin("ar") || args.Begin("addrepo"))
	case "opkg":
		return o.Name == "--no-check-certificate" || o.Name == "--force-signature"
	case "dpkg":
		return o.Name == "--force-bad-verify"
	}
	return false
}

// isAptUnsigned tells whether an apt setting, switched on, lets unsigned packages in (apt.conf(5), apt-secure(8)).
func isAptUnsigned(name string) bool {
	switch strings.ToLower(name) {
	case "apt::get::allowunauthenticated", "acquire::allowinsecurerepositories", "acquire::allowweakrepositories",
		"acquire::allowdowngradetoinsecurerepositories", "apt::get::force-yes":
		return true
	}
	return false
}

// isLocalSource tells whether apt takes packages from this machine, where whoever could change them needs no package to do so
// (sources.list(5)).
func isLocalSource(address string) bool {
	scheme, _, _ := strings.Cut(strings.TrimSpace(address), ":")
	return scheme == "file" || scheme == "copy" || scheme == "cdrom"
}

// isUnsignedLine tells whether a text is a line of a package manager's configuration that lets unsigned packages in.
func isUnsignedLine(program, text string) bool {
	line := strings.ToLower(text)
	if _, rest, found := strings.Cut(line, "["); found && strings.HasPrefix(strings.TrimSpace(line), "deb") {
		options, address, _ := strings.Cut(rest, "]")
		if slices.Contains(strings.Fields(options), "trusted=yes") && !isLocalSource(address) {
			return true
		}
	}
	for _, part := range configurationLines(program, text) {
		if squeezed := strings.ReplaceAll(part, " ", ""); squeezed == "gpgcheck=0" || squeezed == "siglevel=never" {
			return true
		}
		name, value, _ := strings.Cut(strings.Trim(part, `" `), " ")
		if isAptUnsigned(name) && isTrue(strings.Trim(value, `" `)) {
			return true
		}
	}
	return false
}
