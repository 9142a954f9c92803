package shell

import (
	"bytes"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
)

// line is the words of a simple command.
type line struct {
	program string
	words   []lint.Word
	sudo    *lint.Word       // the sudo or doas that was taken off
	remote  int              // of an ssh, the word with which the other machine's command starts; 0 if there is none
	hops    int              // machines that it goes through
	body    *syntax.Redirect // the here-document that is its input, or nil
	from    []*syntax.Word   // of each word, what it is written as
}

// drop takes words off the line's start.
func (l *line) drop(n int) { l.words, l.from = l.words[n:], l.from[min(n, len(l.from)):] }

// line turns a command's arguments into words: one for each but for a known variable, which can hold several or none.
func (r *reader) line(args []*syntax.Word) line {
	l := line{words: make([]lint.Word, 0, len(args)), from: r.from[:0]}
	for _, arg := range args {
		l.words = r.words(l.words, arg)
		for len(l.from) < len(l.words) {
			l.from = append(l.from, arg)
		}
	}
	r.from = l.from
	return l
}

func (r *reader) words(out []lint.Word, w *syntax.Word) []lint.Word {
	if p, quoted := soleVariable(w); p != nil {
		if v := r.known(p); v != nil {
			if out, ok := v.words(out, r.span(w), quoted); ok {
				return out
			}
		}
		if l, whole := r.knownList(p, quoted); l != nil {
			if out, ok := l.words(r, out, w, int(p.Pos().Offset()), whole); ok {
				return out
			}
		}
	}
	return append(out, r.word(w, true))
}

// soleVariable is the expansion that a word consists of, and whether it is quoted; nil if there is anything else.
func soleVariable(w *syntax.Word) (*syntax.ParamExp, bool) {
	if len(w.Parts) != 1 {
		return nil, false
	}
	part, quoted := w.Parts[0], false
	if q, ok := part.(*syntax.DblQuoted); ok && len(q.Parts) == 1 {
		part, quoted = q.Parts[0], true
	}
	p, _ := part.(*syntax.ParamExp)
	return p, quoted
}

// word is one word. Known variables are expanded if resolve says so.
func (r *reader) word(w *syntax.Word, resolve bool) lint.Word {
	if len(w.Parts) == 1 {
		if l, ok := w.Parts[0].(*syntax.Lit); ok && !strings.ContainsAny(l.Value, "\\{\uFDD0") {
			return lint.Word{Text: l.Value, State: lint.Set, Span: r.span(w), Origin: r.origin(w)}
		}
	}
	b := wordBuilder{r: r, resolve: resolve}
	for _, part := range w.Parts {
		b.add(part, false)
	}
	word := lint.Word{Text: b.text.String(), State: lint.Set, Span: r.span(w), Origin: r.origin(w)}
	if b.unknown {
		word.State = lint.Unknown
		word.Many = b.several || b.splits && !b.solid
	}
	return word
}

// wordBuilder puts a word together from its parts.
type wordBuilder struct {
	r       *reader
	resolve bool
	text    strings.Builder
	unknown bool // a part is not known
	splits  bool // a part can become several words, or none
	solid   bool // a part is there in any case
	several bool // it becomes several words in any case
}

func (b *wordBuilder) add(part syntax.WordPart, quoted bool) {
	switch p := part.(type) {
	case *syntax.Lit:
		b.literal(p, quoted)
	case *syntax.SglQuoted:
		b.solid = true
		if p.Dollar && strings.Contains(p.Value, `\`) {
			b.open(p)
			return
		}
		b.text.WriteString(b.foreign(p, p.Value))
	case *syntax.DblQuoted:
		b.solid = b.solid || !(len(p.Parts) == 1 && isList(p.Parts[0]))
		for _, inner := range p.Parts {
			b.add(inner, true)
		}
	case *syntax.ParamExp:
		b.splits = b.splits || !quoted || isList(p)
		if b.resolve {
			v := b.r.known(p)
			if v != nil && (quoted || !strings.ContainsAny(v.value, " \t\n")) {
				b.text.WriteString(v.value)
				b.solid = b.solid || v.value != ""
				return
			}
		}
		b.open(p)
	case *syntax.CmdSubst:
		b.splits = b.splits || !quoted
		b.open(p)
	case *syntax.ArithmExp, *syntax.ProcSubst:
		b.solid = true
		b.open(p)
	default:
		b.several = true
		b.open(p)
	}
}

// open adds a part that is not known, as the file has it where it is first written.
func (b *wordBuilder) open(part syntax.WordPart) {
	b.unknown = true
	written := b.r.origin(part)
	if written.IsZero() {
		written = b.r.span(part)
	}
	b.text.WriteString(written.Text())
}

func (b *wordBuilder) literal(p *syntax.Lit, quoted bool) {
	own := strings.ReplaceAll(p.Value, string(Foreign), "")
	b.solid = b.solid || own != ""
	b.splits = b.splits || own != p.Value && !quoted
	if !quoted && hasBraces(own) {
		b.unknown, b.several = true, true
	}
	b.text.WriteString(b.foreign(p, unescape(p.Value, quoted)))
}

// foreign puts what the file has in the place of each Foreign in a part's text.
func (b *wordBuilder) foreign(part syntax.WordPart, text string) string {
	const mark = string(Foreign)
	before, rest, found := strings.Cut(text, mark)
	if !found {
		return text
	}
	b.unknown = true
	src := b.r.src
	at := int(part.Pos().Offset())
	var out strings.Builder
	for found {
		out.WriteString(before)
		if i := bytes.Index(src.Text[at:], []byte(mark)); i >= 0 {
			at += i + len(mark)
			out.WriteString(src.span(at-len(mark), at).Text())
		}
		before, rest, found = strings.Cut(rest, mark)
	}
	out.WriteString(before)
	return out.String()
}

// isList tells whether an expansion becomes any number of words even in quotes: "$@", "${list[@]}".
func isList(part syntax.WordPart) bool {
	p, ok := part.(*syntax.ParamExp)
	if !ok {
		return false
	}
	index, _ := p.Index.(*syntax.Word)
	return p.Param != nil && p.Param.Value == "@" || p.Names == syntax.NamesPrefixWords || index != nil && index.Lit() == "@"
}

// hasBraces tells whether bash makes several words of unquoted text: a{b,c}, {1..3}.
func hasBraces(text string) bool {
	_, inner, _ := strings.Cut(text, "{")
	inner, _, closed := strings.Cut(inner, "}")
	return closed && (strings.Contains(inner, ",") || strings.Contains(inner, ".."))
}

// unescape takes the backslashes off literal text.
func unescape(text string, quoted bool) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		n := 1
		if text[i] == '\\' {
			n = escapeLen(text[i:], quoted)
		}
		i += n
		if n == 1 || text[i-1] != '\n' { // else the line goes on
			out = append(out, text[i-1])
		}
	}
	return string(out)
}

// escapeLen is the length of what starts with a backslash: 1 if it stands for itself, 2 if it escapes a byte, and all of a line continuation.
func escapeLen(text string, quoted bool) int {
	switch {
	case len(text) < 2:
		return 1
	case strings.HasPrefix(text[1:], "\r\n"):
		return 3
	case text[1] == '\n', !quoted || strings.IndexByte("$`\"\\", text[1]) >= 0:
		return 2
	}
	return 1
}
