package dockerfile

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// place is where an entry of a Dockerfile stands or would stand.
type place struct {
	head          lint.Span // where the entry's absence is reported
	value         lint.Span // what Put replaces; empty, where it inserts
	before, after string    // what Put writes around the value
	entry         lint.Span // what Remove deletes; none if it cannot go
}

// Head is where the entry's absence is reported.
func (p *place) Head() lint.Span { return p.head }

// Put writes the value.
func (p *place) Put(value string) []lint.Edit {
	if p.value.IsZero() {
		return nil
	}
	return []lint.Edit{{Span: p.value, Text: p.before + value + p.after}}
}

// Remove deletes the entry.
func (p *place) Remove() []lint.Edit {
	if p.entry.IsZero() {
		return nil
	}
	return []lint.Edit{{Span: p.entry}}
}

// whole is the lines of the statement that was read last, with a line break.
func (r *reader) whole(s *statement) lint.Span {
	start, end := s.start, r.next
	if end == len(r.text) && !strings.HasSuffix(r.text, "\n") {
		start = len(strings.TrimSuffix(strings.TrimSuffix(r.text[:start], "\n"), "\r"))
	}
	return r.span(start, end)
}

// lineBreak is the file's way of ending a line, as the one that holds the offset, or else the one before it, ends.
func (r *reader) lineBreak(offset int) string {
	end := strings.IndexByte(r.text[offset:], '\n')
	if end >= 0 {
		end += offset
	} else {
		end = strings.LastIndexByte(r.text[:offset], '\n')
	}
	if end > 0 && r.text[end-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// indentation is the blanks between the start of a line and what stands at an offset; none if something else stands there too.
func (r *reader) indentation(at int) string {
	before := r.text[strings.LastIndexByte(r.text[:at], '\n')+1 : at]
	if strings.Trim(before, blanks) != "" {
		return ""
	}
	return before
}

// beforeInstruction is where a line can be inserted above an instruction and the comments that belong to it, and the
// blanks that it is indented by.
func (r *reader) beforeInstruction(in *lint.Instruction, bound int) (int, string) {
	at := in.Keyword.Start
	indent := r.indentation(at)
	start := at - len(indent)
	if start > 0 && r.text[start-1] != '\n' {
		return at, "" // behind a byte-order mark
	}
	for start > bound {
		above := strings.LastIndexByte(r.text[:start-1], '\n') + 1
		comment := strings.TrimLeft(r.text[above:start], blanks)
		if above < bound || !strings.HasPrefix(comment, "#") {
			break
		}
		start, at = above, start-len(comment)
		indent = r.text[start:at]
	}
	return at, indent
}
