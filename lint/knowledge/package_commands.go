package knowledge

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// PackageCommand is one command of a package manager.
type PackageCommand struct {
	*lint.Command
	Manager  *PackageManager
	Action   PackageAction
	Verb     lint.Word   // the subcommand; of two words the last
	Packages []lint.Word // what the subcommand is told to act on
	// Refreshes tells that it fetches the index before it installs.
	Refreshes bool

	arguments lint.Arguments
	verb      string
}

// ReadPackageCommand tells what a command asks of a package manager; false if it asks none for anything that is known here.
func ReadPackageCommand(c *lint.Command) (PackageCommand, bool) {
	m := packageManager(c)
	if m == nil || isQuestion(c) {
		return PackageCommand{}, false
	}
	p := PackageCommand{Command: c, Manager: m, arguments: c.Arguments()}
	operands := p.arguments.Operands
	switch {
	case m.Name == "pacman":
		return p, p.readPacman()
	case m.Name == "pip" && c.Program != "pip" && strings.HasPrefix(c.Program, "python"):
		operands = operands[min(1, len(operands)):] // python -m pip
	case m.Name == "yarn" && len(operands) == 0 && !c.Uncertain():
		p.Verb = c.Words[0]
		return p, true // by itself it installs what package.json lists
	}
	if !p.readVerb(operands) {
		return p, false
	}
	p.Refreshes = p.Action == InstallPackages && p.arguments.Has(m.Fresh...)
	return p, true
}

// packageManager is the manager that a command runs, or nil.
func packageManager(c *lint.Command) *PackageManager {
	program := c.Program
	switch {
	case strings.HasPrefix(program, "python"):
		words := c.Args()
		i := slices.IndexFunc(words, func(w lint.Word) bool { return w.Text == "-m" || !strings.HasPrefix(w.Text, "-") })
		if i < 0 || i+1 == len(words) || words[i].Text != "-m" || words[i+1].Text != "pip" {
			return nil
		}
		program = "pip"
	case strings.HasPrefix(program, "pip"):
		if strings.Trim(program[len("pip"):], "0123456789.") == "" {
			program = "pip"
		}
	}
	for i := range packageManagers {
		if slices.Contains(packageManagers[i].Programs, program) {
			return &packageManagers[i]
		}
	}
	return nil
}

// isQuestion tells whether a command only asks a program about itself.
func isQuestion(c *lint.Command) bool {
	return len(c.Words) > 1 && slices.Contains([]string{"--version", "--help", "-h"}, c.Words[len(c.Words)-1].Text)
}

// readVerb finds the subcommand among the operands.
func (p *PackageCommand) readVerb(operands []lint.Word) bool {
	if len(operands) == 0 || operands[0].State != lint.Set {
		return false
	}
	for n := min(2, len(operands)); n > 0; n-- {
		p.verb = operands[0].Text
		if n == 2 {
			p.verb += " " + operands[1].Text
		}
		for action, verbs := range p.Manager.Verbs {
			if slices.Contains(verbs, p.verb) {
				p.Action, p.Verb = PackageAction(action), operands[n-1]
				p.Packages = p.packages(operands[n:])
				return true
			}
		}
	}
	return false
}

// packages is the operands that name packages.
func (p *PackageCommand) packages(operands []lint.Word) []lint.Word {
	switch p.Manager.Name {
	case "gem": // behind -- stand arguments for the compiler
		if i := slices.IndexFunc(p.Words, func(w lint.Word) bool { return w.Text == "--" }); i >= 0 {
			return slices.DeleteFunc(slices.Clone(operands), func(w lint.Word) bool { return w.Span.Start > p.Words[i].Span.Start })
		}
	case "npm": // every option takes true or false as its value
		return slices.DeleteFunc(slices.Clone(operands), func(w lint.Word) bool { return w.Text == "true" || w.Text == "false" })
	case "go":
		if p.verb == "run" {
			return operands[:min(1, len(operands))]
		}
	}
	return operands
}

// readPacman reads pacman's operation, which is an option: -S with y and u, c for its cache.
func (p *PackageCommand) readPacman() bool {
	i := slices.IndexFunc(p.Args(), func(w lint.Word) bool {
		return strings.HasPrefix(w.Text, "-S") || w.Text == "--sync" || strings.HasPrefix(w.Text, "-R") || w.Text == "--remove"
	})
	if i < 0 {
		return false
	}
	p.Verb, p.Packages = p.Args()[i], p.arguments.Operands
	refreshes := p.arguments.Has("-y", "--refresh")
	switch {
	case p.arguments.Has("-s", "--search", "-i", "--info", "-l", "--list", "-g", "--groups"):
		return false // it asks for what there is
	case p.arguments.Has("-R", "--remove"):
		p.Action = RemovePackages
	case p.arguments.Has("-c", "--clean"):
		p.Action = CleanCache
	case len(p.Packages) > 0:
		p.Action, p.Refreshes = InstallPackages, refreshes
	case p.arguments.Has("-u", "--sysupgrade"):
		p.Action, p.Refreshes = UpgradePackages, refreshes
	case refreshes:
		p.Action = UpdateIndex
	default:
		return false
	}
	return true
}

// Has tells whether one of the options is given.
func (p *PackageCommand) Has(options ...string) bool { return p.arguments.Has(options...) }

// Asks tells whether the manager will ask someone to agree, and nobody is there to do so.
func (p *PackageCommand) Asks() bool {
	switch p.Action {
	case InstallPackages, UpgradePackages, UpgradeRelease, RemovePackages:
		return p.Manager.Yes != nil && !p.arguments.Has(p.Manager.Yes...) && !p.isQuiet() && !p.isSimulated() && !isConfigured(p.Command, "assume-yes", "assumeyes")
	}
	return false
}

// isQuiet tells whether apt is told twice to be quiet, which answers its questions too.
func (p *PackageCommand) isQuiet() bool {
	if p.Manager.Name != "apt" {
		return false
	}
	n := 0
	for _, o := range p.arguments.Options {
		switch {
		case o.Name == "--quiet" && o.Value.Text == "2", strings.HasPrefix(o.Word.Text, "-q=2"):
			n += 2
		case o.Name == "-q", o.Name == "--quiet":
			n++
		}
	}
	return n > 1
}

// isSimulated tells whether nothing is done at all.
func (p *PackageCommand) isSimulated() bool {
	return p.arguments.Has("--dry-run", "--simulate", "--just-print", "--no-act", "--assumeno", "--assume-no") ||
		p.Manager.Name == "apt" && p.arguments.Has("-s") || p.Manager.Name == "pacman" && p.arguments.Has("-p", "--print")
}

// isConfigured tells whether a setting, in lower case, is given on the command line.
func isConfigured(c *lint.Command, settings ...string) bool {
	return slices.ContainsFunc(c.Args(), func(w lint.Word) bool {
		text := strings.ToLower(w.Text)
		return slices.ContainsFunc(settings, func(s string) bool { return strings.Contains(text, s) })
	})
}

// Unpinned is the packages that it installs in whatever version there is. What is not known, a file and a pinned address are none of them.
func (p *PackageCommand) Unpinned() []lint.Word {
	m := p.Manager
	if p.Action != InstallPackages || m.pinned == nil || slices.Contains(m.unversioned, p.verb) || p.arguments.Has(m.unversioned...) {
		return nil
	}
	var unpinned []lint.Word
	for _, w := range p.Packages {
		if w.State == lint.Set && w.Text != "" && !isPackageFile(w.Text) && !m.pinned(w.Text) {
			unpinned = append(unpinned, w)
		}
	}
	switch m.Name {
	case "gem":
		if p.arguments.Has("-v", "--version") && len(unpinned) > 0 {
			return unpinned[1:] // the option speaks of one gem alone
		}
	case "zypper":
		if o, found := p.arguments.Option("-t", "--type"); found && slices.Contains(m.unversioned, o.Value.Text) {
			return nil
		}
	}
	return unpinned
}

// packageFiles is how the names of files end that hold a package.
var packageFiles = [...]string{".deb", ".rpm", ".apk", ".whl", ".gem", ".tgz", ".tar", ".tar.gz", ".tar.bz2", ".tar.xz", ".zip", ".go"}

// isPackageFile tells whether a word names a file or a folder rather than a package.
func isPackageFile(word string) bool {
	if strings.HasPrefix(word, ".") || strings.HasPrefix(word, "/") || strings.HasPrefix(word, "~") || strings.HasPrefix(word, "file:") {
		return true
	}
	address, _, _ := strings.Cut(word, "#")
	return slices.ContainsFunc(packageFiles[:], func(end string) bool { return strings.HasSuffix(address, end) })
}

// aptPinned: name=version; name/release says where it comes from; name- takes it away.
func aptPinned(pkg string) bool { return strings.ContainsAny(pkg, "=/") || strings.HasSuffix(pkg, "-") }

// apkPinned: name=version, name~version, name>version; !name keeps it out.
func apkPinned(pkg string) bool {
	return strings.ContainsAny(pkg, "=~<>") || strings.HasPrefix(pkg, "!")
}

// zypperPinned: name=version; -name and !name keep it out.
func zypperPinned(pkg string) bool {
	return strings.ContainsAny(pkg, "=<>") || strings.Contains(pkg, "://") || strings.HasPrefix(pkg, "!")
}

// rpmPinned: name-version, name-version-release, and module:stream; a group has no version.
func rpmPinned(pkg string) bool {
	last := pkg[strings.LastIndexByte(pkg, '-')+1:]
	return strings.HasPrefix(pkg, "@") || strings.ContainsAny(pkg, ":=<>/") || last != pkg && last != "" && last[0] >= '0' && last[0] <= '9'
}

// pipPinned: any version specifier, https://packaging.python.org/en/latest/specifications/version-specifiers/; of a repository, a commit, tag or branch.
func pipPinned(pkg string) bool {
	_, address, isAddress := strings.Cut(pkg, "://")
	if !isAddress {
		return strings.ContainsAny(pkg, "=<>~!@/")
	}
	if scheme, _, _ := strings.Cut(pkg, ":"); !strings.Contains(scheme, "+") {
		return true // an archive
	}
	address, _, _ = strings.Cut(address, "#")
	_, place, _ := strings.Cut(address, "/")
	return strings.Contains(place, "@")
}

// npmPinned: name@version, and of a repository name#commit, https://docs.npmjs.com/cli/commands/npm-install.
func npmPinned(pkg string) bool {
	isAddress := strings.Contains(pkg, "://")
	isRepository := strings.HasPrefix(pkg, "git") && strings.Contains(pkg, ":") || strings.Contains(pkg, "/") && !strings.HasPrefix(pkg, "@") && !isAddress
	switch {
	case strings.Contains(pkg, "#"):
		return true
	case isRepository && !strings.Contains(pkg, "@npm:"):
		return false
	case isAddress:
		return true
	}
	_, version, found := strings.Cut(strings.TrimPrefix(pkg, "@"), "@")
	return found && version != "" && version != "latest" && !strings.HasSuffix(version, "@latest")
}

// gemPinned: name:version.
func gemPinned(pkg string) bool { return strings.Contains(pkg, ":") }

// goPinned: path@version, https://go.dev/ref/mod#version-queries. A path whose first part has no dot is one of the standard library or the module itself.
func goPinned(pkg string) bool {
	module, version, found := strings.Cut(pkg, "@")
	if first, _, _ := strings.Cut(module, "/"); !strings.Contains(first, ".") {
		return true
	}
	switch version {
	case "latest", "upgrade", "patch", "main", "master", "HEAD":
		return false
	}
	return found
}
