// Package packagecacheleftinimage flags package managers that leave what they downloaded in a layer that ships.
package packagecacheleftinimage

import (
	_ "embed"
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is package-cache-left-in-image.
var Rule = &lint.Rule{
	ID: "package-cache-left-in-image", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "What a package manager downloaded stays in the image.",
	Hint:      "Delete the cache in the same RUN, keep none (--no-cache, --no-cache-dir), or mount one with RUN --mount=type=cache.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-459"},
	Check:     lint.Sessions(check),
}

func check(p *lint.Pass, s *lint.Session) {
	if s.Instruction.Name != "RUN" || !s.Stage.Shipped { // what ONBUILD triggers makes layers of another image
		return
	}
	fills := fillsOf(s)
	if len(fills) == 0 {
		return
	}
	emptied := emptiedBy(s, fills)
	last := map[*knowledge.PackageManager]int{}
	for _, f := range fills {
		last[f.Manager] = f.at
	}
	for _, f := range fills {
		m := f.Manager
		// What is emptied at the end is said of the last command; what keeps nothing has to be told so each time.
		if m.NoCache == nil && f.at < last[m] || f.at < emptied[m] || isElsewhere(p, s, m) {
			continue
		}
		finding := p.Report(f.Verb, "what %s downloads stays in the image's layer, in %s: nothing reads it there again", f.Program, m.Caches[0]).
			Identify(m.Name)
		if m.NoCache != nil {
			finding.Fix(lint.Safe, "keep nothing", f.InsertWord(f.Verb, m.NoCache[0]))
		} else if f.Action != knowledge.UpdateIndex || installs(s, m) { // else another step needs what was fetched
			finding.Fix(lint.Unsafe, "delete it in the same step", emptyBehind(f.Command, m))
		}
	}
}

// installs tells whether the manager installs something in the session.
func installs(s *lint.Session, m *knowledge.PackageManager) bool {
	return slices.ContainsFunc(s.Commands, func(c *lint.Command) bool {
		command, ok := knowledge.ReadPackageCommand(c)
		return ok && command.Manager == m && command.Action != knowledge.UpdateIndex
	})
}

// fill is a command that leaves something in its manager's cache.
type fill struct {
	knowledge.PackageCommand
	at int // its index in the session
}

func fillsOf(s *lint.Session) []fill {
	var fills []fill
	for i, c := range s.Commands {
		command, ok := knowledge.ReadPackageCommand(c)
		if ok && slices.Contains(command.Manager.Fills, command.Action) && !c.Uncertain() && !command.Has(command.Manager.NoCache...) &&
			!command.Has("--cache-dir", "--cache-folder") {
			fills = append(fills, fill{command, i})
		}
	}
	return fills
}

// emptiedBy tells of each manager the last command of the session that empties its cache, or may do so.
func emptiedBy(s *lint.Session, fills []fill) map[*knowledge.PackageManager]int {
	emptied := map[*knowledge.PackageManager]int{}
	for _, f := range fills {
		emptied[f.Manager] = -1
	}
	folder := "/"
	for i, c := range s.Commands {
		if c.Program == "cd" && len(c.Words) == 2 {
			folder = below(folder, c.Words[1].Text)
		}
		for m := range emptied {
			if empties(c, folder, m) {
				emptied[m] = i
			}
		}
	}
	return emptied
}

// empties tells whether a command, run in a folder, empties the cache or may do so.
func empties(c *lint.Command, folder string, m *knowledge.PackageManager) bool {
	if command, ok := knowledge.ReadPackageCommand(c); ok {
		shares := func(cache string) bool { return slices.Contains(m.Caches, cache) }
		return command.Action == knowledge.CleanCache && (command.Manager == m || slices.ContainsFunc(command.Manager.Caches, shares))
	}
	if c.Program == "rm" || c.Program == "find" && c.Has("-delete", "-exec") {
		return slices.ContainsFunc(c.Args(), func(w lint.Word) bool { return w.State != lint.Set || holds(below(folder, w.Text), m) })
	}
	return strings.Contains(path.Base(c.Words[0].Text), "clean") // a script that says so
}

// below is a path as seen from a folder; what a pattern leaves open is cut off.
func below(folder, name string) string {
	name = strings.TrimRight(name, "*")
	if strings.HasPrefix(name, "/") || strings.HasPrefix(name, "~") {
		return path.Clean(name)
	}
	return path.Join(folder, name)
}

// holds tells whether a path is the manager's cache, stands in it or, but for the root, above it.
func holds(given string, m *knowledge.PackageManager) bool {
	return slices.ContainsFunc(m.Caches, func(cache string) bool {
		home, isHome := strings.CutPrefix(cache, "~")
		if !isHome {
			return given == cache || strings.HasPrefix(given, cache) || given != "/" && strings.HasPrefix(cache, given+"/")
		}
		for above := home; above != "/"; above = path.Dir(above) {
			if strings.HasSuffix(given, above) {
				return true
			}
		}
		return strings.Contains(given, home+"/")
	})
}

// isElsewhere tells whether the cache is mounted, moved or switched off.
func isElsewhere(p *lint.Pass, s *lint.Session, m *knowledge.PackageManager) bool {
	for _, flag := range s.Instruction.Flags {
		if flag.Name == "mount" && (!flag.Value.Known() || isMounted(flag.Value.V, m)) {
			return true
		}
	}
	return slices.ContainsFunc(p.Unit.Assignments, func(a *lint.Assignment) bool {
		if a.Name == "" || a.Name != m.NoCacheVariable && a.Name != m.CacheVariable {
			return false
		}
		if a.Source == lint.ShellVar {
			return s.Instruction.Span.Contains(a.Value.Value)
		}
		owner, _ := a.Owner.(*lint.Stage)
		for stage := range s.Stage.Chain() {
			if stage == owner {
				return a.Value.Value.Start < s.Instruction.Span.Start
			}
		}
		return false
	})
}

// isMounted tells whether a mount of a RUN keeps the cache out of the layer.
func isMounted(mount string, m *knowledge.PackageManager) bool {
	kept := false
	target := ""
	for _, field := range strings.Split(mount, ",") {
		switch name, value, _ := strings.Cut(field, "="); name {
		case "type":
			kept = value == "cache" || value == "tmpfs"
		case "target", "dst", "destination":
			target = path.Clean(value)
		}
	}
	return kept && (target != "" && holds(target, m) || strings.Contains(target, "$"))
}

// emptyBehind is the edits that delete the cache at the end of the command's RUN; none where something but a command may stand there.
func emptyBehind(c *lint.Command, m *knowledge.PackageManager) []lint.Edit {
	in := c.Session.Instruction
	atEnd := func(c *lint.Command) bool { return c.Span.End == in.Span.End }
	if c.JSON || len(in.Heredocs) > 0 || !slices.ContainsFunc(c.Session.Commands, atEnd) {
		return nil
	}
	clean := "rm -rf " + m.Caches[0] + "/*"
	if m.CleanUp != "" {
		clean = c.Program + " " + m.CleanUp
	}
	if c.Sudo != nil {
		clean = c.Sudo.Text + " " + clean
	}
	return []lint.Edit{{Span: lint.Span{File: in.Span.File, Start: in.Span.End, End: in.Span.End}, Text: " && " + clean}}
}
