package knowledge

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Download is one file that a command fetches from elsewhere.
type Download struct {
	Command *lint.Command
	URL     lint.Word // where it comes from
	File    string    // where it is put, as the file writes it; empty if it goes to standard output
}

// From is the host that it comes from, for messages; "another machine" where that is not known.
func (d Download) From() string {
	if host := lint.ParseURL(d.URL.Text).Host; strings.ContainsAny(host, "abcdefghijklmnopqrstuvwxyz0123456789") && !strings.ContainsAny(host, "$`(){}") {
		return host
	}
	return "another machine"
}

// Key is what names the download without the secrets that its address may hold.
func (d Download) Key() string {
	u := lint.ParseURL(d.URL.Text)
	return u.Host + u.Path
}

// Downloads is what a command fetches from other machines: with curl, wget and aria2c. What is sent, asked for its headers or
// thrown away is none.
func Downloads(c *lint.Command) []Download {
	switch c.Program {
	case "curl":
		return curlDownloads(c)
	case "wget", "aria2c":
		return wgetDownloads(c)
	}
	return nil
}

func curlDownloads(c *lint.Command) []Download {
	args := c.Arguments()
	if args.Has("-I", "--head", "-T", "--upload-file", "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode",
		"--json", "-F", "--form", "--form-string") {
		return nil
	}
	if method, found := args.Option("-X", "--request"); found && !strings.EqualFold(method.Value.Text, "GET") {
		return nil
	}
	urls := args.Operands
	var files []string
	folder := ""
	for _, o := range args.Options {
		switch o.Name {
		case "--url":
			urls = append(urls[:len(urls):len(urls)], o.Value)
		case "-o", "--output":
			files = append(files, o.Value.Text)
		case "--output-dir":
			folder = o.Value.Text
		}
	}
	named := args.Has("-O", "--remote-name", "--remote-name-all")
	var all []Download
	for i, url := range urls {
		d := Download{Command: c, URL: url}
		switch {
		case i < len(files):
			d.File = files[i]
		case named:
			d.File = nameOf(url)
		}
		if d.File != "" && folder != "" {
			d.File = path.Join(folder, d.File)
		}
		all = d.appendTo(all)
	}
	return all
}

func wgetDownloads(c *lint.Command) []Download {
	args := c.Arguments()
	if args.Has("--spider", "--post-data", "--post-file", "--body-data", "--body-file", "--checksum") { // the last is aria2c's, and verifies
		return nil
	}
	output, found := args.Option("-O", "--output-document")
	folder, inFolder := args.Option("-P", "--directory-prefix")
	if c.Program == "aria2c" {
		output, found = args.Option("-o", "--out")
		folder, inFolder = args.Option("-d", "--dir")
	}
	var all []Download
	for _, url := range args.Operands {
		d := Download{Command: c, URL: url, File: nameOf(url)}
		switch {
		case found:
			d.File = output.Value.Text
		case inFolder:
			d.File = path.Join(folder.Value.Text, d.File)
		}
		all = d.appendTo(all)
	}
	return all
}

// PackageDownloads is the packages that rpm, yum or dnf is told to fetch and install by their addresses. rpm only warns where it has no key
// for one (rpm(8)), and yum and dnf verify what comes from no repository if localpkg_gpgcheck is set, which it is not (dnf.conf(5)).
func PackageDownloads(c *lint.Command) []Download {
	args := c.Arguments()
	switch {
	case c.Program == "rpm" && args.Has("-i", "--install", "-U", "--upgrade", "-F", "--freshen"):
	case strings.HasPrefix(c.Program, "yum"), strings.HasPrefix(c.Program, "dnf"), c.Program == "microdnf":
		if p, ok := ReadPackageCommand(c); !ok || p.Action != InstallPackages || isConfigured(c, "localpkg_gpgcheck=1", "localpkg_gpgcheck=true") {
			return nil
		}
	default:
		return nil
	}
	var all []Download
	for _, word := range args.Operands {
		if strings.Contains(word.Text, "://") {
			all = Download{Command: c, URL: word, File: nameOf(word)}.appendTo(all)
		}
	}
	return all
}

// nameOf is the name under which a file is put that is named after its address.
func nameOf(url lint.Word) string {
	if base := lint.ParseURL(url.Text).Base(); base != "" {
		return base
	}
	return "index.html"
}

// appendTo adds the download if it comes from another machine and is kept.
func (d Download) appendTo(all []Download) []Download {
	u := lint.ParseURL(d.URL.Text)
	if u.Loopback() || u.Scheme == "file" || u.Host == "" {
		return all
	}
	if d.File == "-" || d.File == "/dev/stdout" {
		d.File = ""
	}
	if d.File == "" && d.Command.Output != nil {
		d.File = d.Command.Output.Text
	}
	if d.File == "/dev/null" {
		return all
	}
	return append(all, d)
}

// SameFile tells whether two names can mean one file: they are equal or, where one of them is relative, their last elements are.
func SameFile(a, b string) bool {
	a, b = path.Clean(a), path.Clean(b)
	return a == b || path.Base(a) == path.Base(b) && (!path.IsAbs(a) || !path.IsAbs(b))
}

// RunsInput tells whether a command runs what comes on its standard input.
func RunsInput(c *lint.Command) bool {
	family := interpreterFamily(c.Program)
	if family == "" {
		return false
	}
	args := c.Arguments()
	switch {
	case family == "sh" && args.Has("-s"):
		return true
	case family == "sh" && args.Has("-c"), family != "sh" && args.Has("-c", "-m", "-e", "-E", "-p", "-r", "-n", "--eval", "--print", "--run"):
		return false
	case len(args.Operands) == 0:
		return !args.Has("--version", "--help", "-V", "-h")
	}
	return args.Operands[0].Text == "-" || args.Operands[0].Text == "/dev/stdin"
}

// RunsWord tells whether a command runs its word i: as a script, or as the file that holds one.
func RunsWord(c *lint.Command, i int) bool {
	word := c.Words[i]
	args := c.Arguments()
	switch c.Program {
	case "eval":
		return i > 0
	case "source", ".":
		return len(args.Operands) > 0 && args.Operands[0].Span == word.Span
	}
	if i == 0 {
		return strings.Contains(word.Text, "/")
	}
	if interpreterFamily(c.Program) == "" {
		return false
	}
	inline := slices.ContainsFunc(args.Options, func(o lint.Option) bool {
		return o.Value.Span == word.Span && slices.Contains([]string{"-c", "-e", "-E", "-r", "--eval", "--run"}, o.Name)
	})
	return inline || len(args.Operands) > 0 && args.Operands[0].Span == word.Span && !args.Has("-m")
}

const (
	// maxReach is how many commands behind a download are looked at for what becomes of it, and maxLooks how many all in all
	// of a session that does nothing but download.
	maxReach = 200
	maxLooks = 1_000_000
)

// After is the commands that follow command i of a session, as far as they are looked at for what becomes of its output.
func After(s *lint.Session, i int) []*lint.Command {
	reach := min(maxReach, maxLooks/len(s.Commands))
	return s.Commands[i+1 : min(len(s.Commands), i+1+reach)]
}

// RunsFile tells whether a command runs a file.
func RunsFile(c *lint.Command, file string) bool {
	base := path.Base(file)
	for i, w := range c.Words {
		if strings.HasSuffix(w.Text, base) && SameFile(w.Text, file) && RunsWord(c, i) {
			return true
		}
	}
	return false
}

// Verifies tells whether a command checks what was fetched: its checksum or its signature.
func Verifies(c *lint.Command) bool {
	switch c.Program {
	case "md5sum", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "b2sum", "b3sum", "shasum", "cksum", "rhash", "sha256", "sha512":
		return c.Has("-c", "--check") || c.Into != nil || c.Captured
	case "gpg", "gpg2", "sq", "cosign", "notation", "gh", "apk", "dpkg-sig", "oras", "jarsigner":
		return slices.ContainsFunc(c.Args(), func(w lint.Word) bool {
			return strings.HasPrefix(strings.TrimLeft(w.Text, "-"), "verify") || w.Text == "--decrypt"
		})
	case "gpgv", "gpgv2", "slsa-verifier", "debsig-verify":
		return true
	case "minisign", "signify", "signify-openbsd":
		return c.Has("-V")
	case "openssl":
		return c.Has("-verify", "-signature", "-prverify") || c.Runs("openssl", "dgst") && (c.Into != nil || c.Captured) || c.Runs("openssl", "cms") || c.Runs("openssl", "pkeyutl")
	case "rpm", "rpmkeys":
		return c.Has("-K", "--checksig")
	}
	return false
}
