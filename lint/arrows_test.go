package lint_test

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/stridelint/stridelint/"

// The arrows between the rooms: which packages of the module the packages below a folder may import, tests aside.
var arrows = map[string][]string{
	"cmd/stridelint": {"rules", "sarif", "lint/..."},
	"lint":           {},
	"lint/knowledge": {"lint"},
	"lint/linttest":  {"lint", "lint/run", "lint/parse", "lint/knowledge"},
	"lint/parse/...": {"lint", "lint/knowledge", "lint/parse/..."},
	"lint/report":    {"lint", "lint/knowledge"},
	"lint/run":       {"lint", "lint/knowledge", "lint/parse", "lint/parse/dockerignore", "lint/parse/ignores"},
	"rules":          {"lint", "rules/..."},
	"rules/...":      {"lint", "lint/knowledge"},
	"sarif":          {"lint", "lint/knowledge"},
}

// only lists the libraries that a single room may import.
var only = map[string]string{
	"go.yaml.in/yaml/v4":                 "lint/parse/yamltree",
	"github.com/spf13/cobra":             "cmd/stridelint",
	"github.com/owenrumney/go-sarif":     "sarif",
	"mvdan.cc/sh/v3":                     "lint/parse/shell",
	"github.com/moby/buildkit":           "lint/parse/dockerfile",
	"github.com/bmatcuk/doublestar":      "lint/run",
	"sigs.k8s.io/yaml":                   "lint/run",
	"github.com/rogpeppe/go-internal":    "(tests)",
	"github.com/google/go-cmp":           "(tests)",
	"github.com/spf13/pflag":             "(tests)",
	"github.com/stretchr/testify":        "(tests)",
	"net/http":                           "(nowhere: no network)",
	"os/exec":                            "(nowhere: no subprocess)",
	"github.com/moby/buildkit/solver/pb": "(nowhere: no build)",
}

func TestArrows(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	packages := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		room := strings.TrimPrefix(fields[0], module)
		if strings.HasPrefix(room, "rules/internal") {
			continue // the generator, used by tests and go generate alone
		}
		packages++
		allowed, known := arrowsOf(room)
		if !known {
			t.Errorf("package %s stands in no room of the architecture", room)
		}
		for _, imported := range fields[1:] {
			checkImport(t, room, imported, allowed)
		}
	}
	if packages < 10 {
		t.Errorf("only %d packages were seen", packages)
	}
}

func checkImport(t *testing.T, room, imported string, allowed []string) {
	t.Helper()
	if own, isOurs := strings.CutPrefix(imported, module); isOurs {
		if !matchesAny(own, allowed) {
			t.Errorf("%s may not import %s", room, own)
		}
		return
	}
	for library, place := range only {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && room != place {
			t.Errorf("%s may not import %s, which belongs to %s", room, imported, place)
		}
	}
	if room == "lint" && strings.Contains(strings.Split(imported, "/")[0], ".") {
		t.Errorf("lint imports the standard library only, not %s", imported)
	}
}

// arrowsOf is what a room may import: its own line or, without one, that of the nearest folder that speaks for all below it.
func arrowsOf(room string) ([]string, bool) {
	if allowed, ok := arrows[room]; ok {
		return allowed, true
	}
	for pattern, allowed := range arrows {
		if matches(room, pattern) {
			return allowed, true
		}
	}
	return nil, false
}

func matchesAny(room string, patterns []string) bool {
	for _, p := range patterns {
		if matches(room, p) {
			return true
		}
	}
	return false
}

func matches(room, pattern string) bool {
	prefix, all := strings.CutSuffix(pattern, "/...")
	return room == prefix || all && strings.HasPrefix(room, prefix+"/")
}
