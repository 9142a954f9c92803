package dockerfile

import (
	"sort"
	"strings"
	"unicode"

	"github.com/stridelint/stridelint/lint"
)

const (
	// maxLine is the longest line that docker reads: one that fits the buffer of a bufio.Scanner.
	maxLine = 65535
	// maxStatement bounds an instruction, all its lines joined.
	maxStatement = 1 << 20
	// maxComments and maxGaps bound what is kept of the comments above an instruction, the nearest ones, and of its empty lines.
	maxComments = 64
	maxGaps     = 1000

	byteOrderMark = "\xef\xbb\xbf"
)

// statement is one instruction as docker's parser sees it, its lines joined, and the way back to the file.
type statement struct {
	text  string // without continuation characters, and without the comments and empty lines between continued lines
	parts []part // where the text stands in the file, in order
	start int    // offset of its first line
	long  bool   // the text is cut off

	comments []lint.Word // above it
	gaps     []lint.Span // empty lines between its lines
}

// part says that a statement's text, from an index up to the next part's, stands in the file from an offset on.
type part struct{ index, offset int }

// extent is a stretch of a statement's text.
type extent struct{ from, to int }

// offset is where a byte of the text stands in the file.
func (s *statement) offset(index int) int {
	i := len(s.parts) - 1
	if s.parts[i].index > index {
		i = sort.Search(i, func(i int) bool { return s.parts[i].index > index }) - 1
	}
	return s.parts[i].offset + index - s.parts[i].index
}

// span is the place of a stretch in the file. An empty one stands right behind the byte before it.
func (s *statement) span(f *lint.File, e extent) lint.Span {
	switch {
	case e.from < e.to:
		return lint.Span{File: f, Start: s.offset(e.from), End: s.offset(e.to-1) + 1}
	case e.from > 0:
		end := s.offset(e.from-1) + 1
		return lint.Span{File: f, Start: end, End: end}
	}
	return lint.Span{File: f, Start: s.start, End: s.start}
}

// lines reads a file line by line and joins continued ones to statements.
type lines struct {
	file   *lint.File
	text   string // the file's, up to where the Dockerfile ends
	start  int    // offset at which it starts
	next   int    // offset of the next line
	report func(at lint.Span, format string, args ...any)

	escape     byte // continues lines and takes the meaning off characters
	directives bool // the next line may still be a directive
	seen       []string
	syntax     string    // what the syntax directive names
	checks     lint.Word // what the check directive says

	parts    []part // of the current statement; these two are used again for the next
	joined   []byte
	comments []lint.Word
	gaps     []lint.Span

	measured int // offset up to which the lines' lengths were checked
	unclosed int // here-documents whose end was searched for in vain
}

func newLines(whole lint.Span, report func(lint.Span, string, ...any)) *lines {
	l := &lines{
		file: whole.File, text: string(whole.File.Text[:whole.End]), start: whole.Start, next: whole.Start,
		report: report, escape: '\\', directives: true,
	}
	if l.start == 0 && strings.HasPrefix(l.text, byteOrderMark) {
		l.next = len(byteOrderMark)
	}
	return l
}

func (l *lines) span(start, end int) lint.Span {
	return lint.Span{File: l.file, Start: start, End: end}
}

// line takes the next line and tells its offset and its text without the line break.
func (l *lines) line() (int, string) {
	start := l.next
	line, _, found := strings.Cut(l.text[start:], "\n")
	l.next += len(line)
	if found {
		l.next++
	}
	if len(line) > maxLine && start >= l.measured {
		l.report(l.span(start, start+len(line)), "line is longer than docker reads: %d bytes at most", maxLine)
	}
	l.measured = max(l.measured, l.next)
	return start, strings.TrimRight(line, "\r")
}

// statement takes the next instruction with all the lines that continue it; false at the end of the file.
// The statement's parts hold until the next call.
func (l *lines) statement() (statement, bool) {
	for l.next < len(l.text) {
		start, line := l.line()
		first := strings.TrimLeftFunc(line, unicode.IsSpace)
		offset := start + len(line) - len(first)
		switch {
		case first == "":
			l.directives = false
		case first[0] == '#':
			if !l.directive(offset, first) {
				l.comment(offset, first)
			}
		default:
			l.directives = false
			l.parts = append(l.parts[:0], part{0, offset})
			text, continued := l.continuation(first)
			s := statement{text: text, start: start}
			if continued {
				s.text = l.join(text)
			}
			if len(s.text) > maxStatement {
				s.text, s.long = s.text[:maxStatement], true
			}
			s.parts, s.comments, s.gaps = l.parts, l.comments, l.gaps
			l.comments, l.gaps = nil, nil
			return s, true
		}
	}
	return statement{}, false
}

// join reads the lines that continue a first one, and is the text of all.
func (l *lines) join(first string) string {
	l.joined = append(l.joined[:0], first...)
	for continued := true; continued && l.next < len(l.text); {
		offset, line := l.line()
		switch inner := strings.TrimLeftFunc(line, unicode.IsSpace); {
		case inner == "":
			l.gap(offset)
			continue
		case inner[0] == '#':
			continue
		}
		line, continued = l.continuation(line)
		if line == "" || len(l.joined) > maxStatement {
			continue
		}
		l.parts = append(l.parts, part{len(l.joined), offset})
		l.joined = append(l.joined, line...)
	}
	return string(l.joined)
}

// gap takes note of an empty line that was read last, between lines that continue each other.
func (l *lines) gap(offset int) {
	if n := len(l.gaps) - 1; n >= 0 && l.gaps[n].End == offset {
		l.gaps[n].End = l.next
	} else if len(l.gaps) < maxGaps {
		l.gaps = append(l.gaps, l.span(offset, l.next))
	}
}

// comment takes note of a comment for the instruction that follows.
func (l *lines) comment(offset int, line string) {
	text := line[1:]
	at := offset + len(line) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	text = strings.TrimSpace(text)
	if len(l.comments) == maxComments {
		l.comments = append(l.comments[:0], l.comments[1:]...)
	}
	l.comments = append(l.comments, lint.Word{Text: text, State: lint.Set, Span: l.span(at, at+len(text))})
}

// continuation cuts the escape character that ends a line, with the blanks behind it, and tells whether there was one.
// One behind another does not count.
func (l *lines) continuation(line string) (string, bool) {
	end := strings.TrimRight(line, " \t")
	if n := len(end) - 1; n >= 0 && end[n] == l.escape && (n == 0 || end[n-1] != l.escape) {
		return end[:n], true
	}
	return line, false
}

// directive takes note of a comment if it instructs the parser. Such stand before anything else, comments included.
// https://docs.docker.com/reference/dockerfile/#parser-directives
func (l *lines) directive(offset int, comment string) bool {
	if !l.directives {
		return false
	}
	name, value, _ := strings.Cut(strings.TrimLeftFunc(comment[1:], unicode.IsSpace), "=")
	name = strings.ToLower(strings.TrimRight(name, asciiSpace))
	if name != "syntax" && name != "escape" && name != "check" || value == "" {
		l.directives = false
		return false
	}
	for _, earlier := range l.seen {
		if earlier == name {
			l.report(l.span(offset, offset+len(comment)), "directive %s stands twice", name)
			return true
		}
	}
	l.seen = append(l.seen, name)
	switch value = strings.Trim(value, asciiSpace); {
	case name == "syntax":
		l.syntax = value
	case name == "check":
		end := offset + len(strings.TrimRight(comment, asciiSpace))
		l.checks = lint.Word{Text: value, State: lint.Set, Span: l.span(end-len(value), end)}
	case name == "escape" && (value == `\` || value == "`"):
		l.escape = value[0]
	case name == "escape":
		end := offset + len(strings.TrimRight(comment, asciiSpace))
		l.report(l.span(end-len(value), end), "escape directive is neither a backslash nor a backtick")
	}
	return true
}

const asciiSpace = " \t\n\f\r"
