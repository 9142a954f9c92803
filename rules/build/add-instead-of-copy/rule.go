// Package addinsteadofcopy flags files that ADD brings in though nothing is to be unpacked or downloaded.
package addinsteadofcopy

import (
	_ "embed"
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is add-instead-of-copy.
var Rule = &lint.Rule{
	ID: "add-instead-of-copy", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "ADD brings in plain files: COPY does the same and nothing more.",
	Hint:      "Write COPY.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 4.9"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	if c.Name != "ADD" || c.Flag("checksum").Entry != (lint.Span{}) || c.Flag("unpack").Entry != (lint.Span{}) ||
		c.Flag("keep-git-dir").Entry != (lint.Span{}) {
		return
	}
	safety := lint.Safe
	for i := range c.Sources {
		plain, certain := isPlain(c, i)
		if !plain {
			return
		}
		safety = safety && lint.Safety(certain)
	}
	p.Report(c.Keyword, "ADD brings in plain files as COPY would, and would unpack or download if a source became an archive or a URL").
		Identify(c.Sources[0].Text).
		Fix(safety, "copy", []lint.Edit{{Span: c.Keyword, Text: keyword(c.Keyword.Text())}})
}

// isPlain tells whether a source is no archive, no URL and no repository, and whether that is certain: docker goes by a file's
// content, so that one without an extension can still be an archive.
func isPlain(c *lint.Copy, i int) (plain, certain bool) {
	name := strings.Trim(c.Sources[i].Text, `"'`)
	switch c.SourceKind(i) {
	case lint.InlineSource:
		return true, true
	case lint.UnknownSource:
		// What is unpacked ends in a folder, and no folder is called app.jar. A URL may hide behind the variable.
		return isProgramName(c.Destination.Text) && !strings.Contains(strings.ToUpper(name), "UR"), false
	case lint.LocalSource:
		if knowledge.IsArchive(name) {
			return false, false
		}
		base := path.Base(name)
		return true, name == "." || strings.HasSuffix(name, "/") || path.Ext(base) != "" && !strings.ContainsAny(path.Ext(base), "*?[$")
	}
	return false, false
}

// isProgramName tells whether a destination is named as the one file that is to be run.
func isProgramName(destination string) bool {
	switch path.Ext(destination) {
	case ".jar", ".war", ".ear", ".sh", ".py", ".js", ".dll", ".so", ".exe":
		return true
	}
	return false
}

// keyword is COPY in the case of the ADD that it replaces.
func keyword(add string) string {
	if add == strings.ToLower(add) {
		return "copy"
	}
	return "COPY"
}
