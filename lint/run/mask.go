package run

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// mask stands for a secret wherever source text is shown; its length says nothing of the secret's.
const mask = "********"

// masks is the stretches of a file that no output may show, in their order and apart from each other.
type masks []lint.Span

// secrets is, in a file of some units, the values under names that hold secrets and the passwords of its commands, whichever rules run.
func secrets(file *lint.File, units []*lint.Unit) masks {
	var spans []lint.Span
	for _, u := range units {
		for _, a := range u.Written() {
			if a.Value.State == lint.Set && a.Value.V != "" && knowledge.SecretName(a.Name) {
				spans = append(spans, a.Value.Value)
			}
		}
		for _, session := range u.Sessions {
			for _, c := range session.Commands {
				spans = append(spans, knowledge.CommandSecrets(c)...)
			}
		}
	}
	return apart(slices.DeleteFunc(spans, func(s lint.Span) bool { return s.File != file }))
}

// onLine is the masks for showing a line, or a part of it: those that touch it, and what looks like a secret on it.
func (m masks) onLine(line lint.Span) masks {
	spans := lineSecrets(line)
	first, _ := slices.BinarySearchFunc(m, line.Start+1, func(s lint.Span, at int) int { return cmp.Compare(s.End, at) })
	for ; first < len(m) && m[first].Start < line.End; first++ {
		spans = append(spans, m[first])
	}
	return apart(spans)
}

// lineMasks is a file's masks, with those of the line that was last asked for: a missing setting puts several findings on one.
type lineMasks struct {
	file   masks
	line   lint.Span
	hidden masks
	words  *strings.Replacer // of the file's secrets, once it is needed
}

// on is the masks for showing a line, as masks.onLine.
func (m *lineMasks) on(line lint.Span) masks {
	if m.line != line {
		m.line, m.hidden = line, m.file.onLine(line)
	}
	return m.hidden
}

// minSecret is the length from which on a secret is searched for in messages.
const minSecret = 8

// isTelling tells whether a secret could stand in a message for nothing else. Short ones and plain words could: the password of a
// database is often the name of the program that it belongs to, which stands in the names of images and volumes as well.
func isTelling(secret string) bool {
	return len(secret) >= minSecret && strings.Trim(secret, "abcdefghijklmnopqrstuvwxyz") != "" && knowledge.JudgeSecret(secret) == knowledge.LiteralSecret
}

// conceal is a message without the file's secrets and the passwords in the URLs that it quotes.
func (m *lineMasks) conceal(message string) string {
	if m.words == nil {
		var pairs []string
		for _, s := range m.file {
			text := strings.Trim(s.Text(), `"'`)
			if isTelling(text) {
				pairs = append(pairs, text, mask)
			}
		}
		m.words = strings.NewReplacer(pairs...)
	}
	message = m.words.Replace(message)
	if !strings.Contains(message, "://") {
		return message
	}
	f := lint.NewFile("", []byte(message))
	s := lineScanner{line: f.LineSpan(0), text: message}
	s.passwordsInURLs()
	return apart(s.found).render(f, 0, len(message))
}

// maxReach is how far around an edit secrets are looked for, in bytes: lines can be as long as files.
const maxReach = 1024

// within tells whether an edit writes a secret of the lines that it stands on again.
func (m *lineMasks) within(e lint.Edit) bool {
	if e.Text == "" {
		return false
	}
	f := e.Span.File
	lines := lint.Span{
		File:  f,
		Start: max(f.LineSpan(e.Span.Start).Start, e.Span.Start-maxReach),
		End:   min(f.LineSpan(e.Span.End).End, e.Span.End+maxReach),
	}
	return slices.ContainsFunc(m.on(lines), func(secret lint.Span) bool {
		return strings.Contains(e.Text, strings.Trim(secret.Text(), `"'`))
	})
}

// apart is spans in their order, those that touch each other joined.
func apart(spans []lint.Span) masks {
	slices.SortFunc(spans, func(a, b lint.Span) int { return cmp.Compare(a.Start, b.Start) })
	var apart masks
	for _, s := range spans {
		if n := len(apart); n > 0 && s.Start <= apart[n-1].End {
			apart[n-1] = apart[n-1].Join(s)
		} else {
			apart = append(apart, s)
		}
	}
	return apart
}

// render is a stretch of the file as it may be shown: secrets masked, and nothing in it that a terminal would obey.
func (m masks) render(f *lint.File, from, to int) string {
	var b strings.Builder
	first, _ := slices.BinarySearchFunc(m, from+1, func(s lint.Span, at int) int { return cmp.Compare(s.End, at) })
	for _, secret := range m[first:] {
		if secret.Start >= to || from >= to {
			break
		}
		b.WriteString(printable(f.Text[from:max(from, secret.Start)]))
		b.WriteString(mask)
		from = secret.End
	}
	if from < to {
		b.WriteString(printable(f.Text[from:to]))
	}
	return b.String()
}

// printable replaces control and text-direction characters: an escape sequence in a file must not reach a terminal.
func printable(text []byte) string {
	return strings.Map(func(r rune) rune {
		if ' ' <= r && r <= '~' {
			return r // most are, and that is told sooner
		}
		if r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return utf8.RuneError
		}
		return r
	}, string(text))
}
