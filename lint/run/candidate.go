package run

import (
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint/parse"
)

// candidate tells whether a file in a folder may be ours by its name. Others are never opened.
func candidate(folder, name string) bool {
	return kindOfName(name) != notOurs || parse.AddsToUnit(folder) && strings.HasSuffix(name, ".conf")
}

// nameKind is what a file's name promises of its content.
type nameKind uint8

const (
	notOurs       nameKind = iota
	perhapsScript          // no extension: only a first line #! can make it a script
	byContent              // a Dockerfile, YAML, JSON, a kustomization, a script, a Makefile or a unit of systemd; what it says decides
)

func kindOfName(name string) nameKind {
	lower := strings.ToLower(name)
	ext := path.Ext(lower)
	switch ext {
	case ".yaml", ".yml", ".json":
		if neverManifest(lower) {
			return notOurs
		}
		return byContent
	case ".sh", ".bash", ".mk", ".service", ".container":
		return byContent
	}
	switch {
	case isDockerfileName(name, lower, ext), lower == "makefile", lower == "gnumakefile", parse.IsKustomization(name):
		return byContent
	case ext == "" && name != "":
		return perhapsScript
	}
	return notOurs
}

// neverManifest tells of YAML and JSON that is common, often large and never ours.
func neverManifest(lower string) bool {
	switch lower {
	case "package.json", "package-lock.json", "npm-shrinkwrap.json", "composer.json", "pnpm-lock.yaml":
		return true
	}
	return strings.HasPrefix(lower, "tsconfig") && strings.HasSuffix(lower, ".json")
}

// isDockerfileName tells whether dockerfile or containerfile stands in a name as a word: Dockerfile.dev, api.Dockerfile,
// Dockerfile-alpine, prod_dockerfile, but not in one of a document about it, of a template or of source code.
func isDockerfileName(name, lower, ext string) bool {
	switch ext {
	case ".dockerignore", ".containerignore", ".md", ".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".template", ".erb":
		return false
	case ".go", ".py", ".js", ".ts", ".rb", ".rs", ".java", ".php":
		// Dockerfile.py builds an image for Python code; dockerfile.py is Python code.
		return strings.HasPrefix(name, "Dockerfile.") || strings.HasPrefix(name, "Containerfile.")
	}
	for _, word := range [...]string{"dockerfile", "containerfile"} {
		before, after, found := strings.Cut(lower, word)
		if found && (before == "" || isDelimiter(before[len(before)-1])) && (after == "" || isDelimiter(after[0])) {
			return true
		}
	}
	return false
}

func isDelimiter(c byte) bool { return c == '.' || c == '-' || c == '_' }
