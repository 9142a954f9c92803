// Package ignores reads the comments and annotations by which people accept a risk: "stridelint:ignore RULE -- reason".
// It reads them as text, so that they hold in every format that has comments, and in scripts inside block scalars.
package ignores

import (
	"bytes"
	"strings"
	"time"

	"github.com/stridelint/stridelint/lint"
)

const (
	marker     = "stridelint:ignore"
	wholeFile  = "-file"
	annotation = "stridelint.dev/ignore."
)

// Parse reads the ignores of one of the files that units were read from, in the order of the file, annotations last.
func Parse(f *lint.File, units []*lint.Unit) []*lint.Ignore {
	var found []*lint.Ignore
	if bytes.Contains(f.Text, []byte(marker)) {
		found = comments(f, units)
	}
	if bytes.Contains(f.Text, []byte(annotation)) {
		for _, u := range units {
			for _, o := range u.Objects {
				if o.Root.Span.File == f {
					found = append(found, annotations(o)...)
				}
			}
		}
	}
	return found
}

// comments reads the ignores that stand in comments.
func comments(f *lint.File, units []*lint.Unit) []*lint.Ignore {
	var found []*lint.Ignore
	for at := 0; ; {
		i := bytes.Index(f.Text[at:], []byte(marker))
		if i < 0 {
			return found
		}
		at += i
		line := f.LineSpan(at)
		hash := commentStart(f.Text[line.Start:at])
		if hash < 0 {
			at += len(marker)
			continue
		}
		end := line.End
		if next := bytes.Index(f.Text[at+len(marker):line.End], []byte(marker)); next >= 0 {
			end = at + len(marker) + next // a second ignore on the line starts at its own marker
		}
		c := comment{file: f, line: line, start: line.Start + hash, marker: at, end: end}
		found = append(found, c.read(units)...)
		at = end
	}
}

// commentStart is where the comment begins that ends with the marker: at a # or // behind nothing but blanks, -1 if there is none.
func commentStart(before []byte) int {
	text := strings.TrimRight(string(before), " \t#/")
	rest := string(before[len(text):])
	if i := strings.IndexByte(rest, '#'); i >= 0 && (i > 0 || text == "") {
		return len(text) + i
	}
	if i := strings.Index(rest, "//"); i >= 0 {
		return len(text) + i
	}
	return -1
}

// comment is the text of one marker with what belongs to it.
type comment struct {
	file               *lint.File
	line               lint.Span
	start, marker, end int
}

func (c comment) span(start, end int) lint.Span {
	return lint.Span{File: c.file, Start: start, End: end}
}

// read takes the comment apart into one ignore for each rule that it names.
func (c comment) read(units []*lint.Unit) []*lint.Ignore {
	common := lint.Ignore{Whole: c.span(c.start, c.end)}
	at := c.marker + len(marker)
	text := string(c.file.Text[at:c.end])
	rest, forFile := strings.CutPrefix(text, wholeFile)
	at += len(text) - len(rest)

	if before, reason, found := strings.Cut(rest, "--"); found {
		rest, common.Reason = before, strings.TrimRight(strings.TrimSpace(reason), "#/ \t")
	}
	var names []lint.Span
	if strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t") {
		names = c.options(&common, rest, at)
	}
	switch {
	case common.Fault != "":
	case len(names) == 0:
		common.Fault = "names no rule"
	case forFile:
		common.Covers = []lint.Span{c.span(0, len(c.file.Text))}
	default:
		common.Covers, common.Fault = c.covers(units)
	}
	if len(names) == 0 {
		names = []lint.Span{c.span(c.marker, c.marker+len(marker))}
	}
	found := make([]*lint.Ignore, len(names))
	for i, name := range names {
		ignore := common
		ignore.Name = name
		if text := name.Text(); text != marker {
			ignore.Rule = text
		}
		found[i] = &ignore
	}
	return found
}

// options reads the words between marker and reason: rules, apart by commas or blanks, until= and owner=.
func (c comment) options(into *lint.Ignore, text string, at int) (rules []lint.Span) {
	for i := 0; i < len(text); {
		word := text[i:]
		if n := strings.IndexAny(word, " \t,"); n >= 0 {
			word = word[:n]
		}
		key, value, isOption := strings.Cut(word, "=")
		switch {
		case word == "":
			i++
			continue
		case !isOption:
			rules = append(rules, c.span(at+i, at+i+len(word)))
		case key == "owner":
			into.Owner = value
		case key == "until":
			into.Until = value
			if _, err := time.Parse(time.DateOnly, value); err != nil {
				into.Fault = "says until=, but not a day as YYYY-MM-DD"
			}
		default:
			into.Fault = "has an option that is neither until= nor owner="
		}
		i += len(word)
	}
	return rules
}

// covers is the line that the comment speaks of, and all of what has its head there. A comment behind something speaks of
// its own line, one on a line of its own of the next line that is no comment.
func (c comment) covers(units []*lint.Unit) ([]lint.Span, string) {
	line := c.line
	if strings.TrimSpace(string(c.file.Text[line.Start:c.start])) == "" {
		line = c.next()
	} else if len(units) > 0 && units[0].Kind == lint.Dockerfile {
		return nil, "stands behind an instruction, where a Dockerfile has no comments: put it on the line above"
	}
	covered := []lint.Span{line}
	for _, u := range units {
		for _, whole := range u.Scopes {
			if whole.File == line.File && line.Start <= whole.Start && whole.Start <= line.End {
				covered = append(covered, whole)
			}
		}
	}
	return covered, ""
}

// next is the next line that is neither empty nor a comment; the comment's own if there is none.
func (c comment) next() lint.Span {
	for at := c.line.End; ; {
		i := bytes.IndexByte(c.file.Text[at:], '\n')
		if i < 0 {
			return c.line
		}
		at += i + 1
		line := c.file.LineSpan(at)
		text := strings.TrimSpace(line.Text())
		if text != "" && !strings.HasPrefix(text, "#") && !strings.HasPrefix(text, "//") {
			return line
		}
		at = line.End
	}
}

// annotations reads the ignores that a Kubernetes object carries in its metadata: they cover the whole object.
func annotations(o *lint.Object) []*lint.Ignore {
	var found []*lint.Ignore
	for _, entry := range lint.Root(o.Root).Get("metadata").Get("annotations").Entries() {
		rule, ours := strings.CutPrefix(entry.Key.Value, annotation)
		if !ours {
			continue
		}
		ignore := &lint.Ignore{Rule: rule, Name: entry.Key.Span, Whole: entry.EntrySpan(), Covers: []lint.Span{o.Root.Span}}
		if entry.Exists() {
			ignore.Reason = strings.TrimSpace(entry.Node.Value)
		}
		if rule == "" {
			ignore.Covers, ignore.Fault = nil, "names no rule"
		}
		found = append(found, ignore)
	}
	return found
}
