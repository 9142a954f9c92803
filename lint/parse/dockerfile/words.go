package dockerfile

import (
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parsed is a statement taken apart the way docker's parser does it.
type parsed struct {
	*statement
	grammar *grammar // nil of an unknown instruction
	name    string   // in upper case
	keyword extent
	flags   []token
	words   []token
	json    bool    // the words are strings of a JSON list
	inner   *parsed // the instruction that ONBUILD triggers
	fault   fault   // what docker's parser stumbles over
}

// token is one flag or word.
type token struct {
	extent
	text   string // as written; a flag's and a JSON string's without quotes
	equals int    // where in the statement the = of a flag, ENV, LABEL or ARG stands, or -1
}

// fault is something that docker refuses; none if the message is empty.
type fault struct {
	extent
	message string
}

// blanks separate what docker splits at whitespace.
const blanks = "\t\v\f\r "

// parse takes a statement's text from an index on apart: all of it or, within ONBUILD, the instruction that is triggered.
// What was parsed before is forgotten; its room is used again.
func (p *parsed) parse(s *statement, from int, escape byte, onbuild bool) {
	*p = parsed{statement: s, flags: p.flags[:0], words: p.words[:0]}
	rest := s.trim(extent{from, len(s.text)})
	p.keyword = extent{rest.from, rest.to}
	if i := strings.IndexAny(s.text[rest.from:rest.to], blanks); i >= 0 {
		p.keyword.to = rest.from + i
	}
	p.name = strings.ToUpper(s.text[p.keyword.from:p.keyword.to])
	p.grammar = grammarOf(p.name)
	if s.long || p.grammar == nil {
		return
	}
	rest.from = rest.to - len(strings.TrimLeft(s.text[p.keyword.to:rest.to], blanks))
	rest.from = p.splitFlags(rest, escape)
	if rest = s.trim(rest); rest.from < rest.to {
		p.split(rest, escape, onbuild)
	}
}

func (s *statement) trim(e extent) extent {
	e.from = e.to - len(strings.TrimLeftFunc(s.text[e.from:e.to], unicode.IsSpace))
	e.to = e.from + len(strings.TrimRightFunc(s.text[e.from:e.to], unicode.IsSpace))
	return e
}

// add makes a word of a stretch of the text as it is.
func (p *parsed) add(from, to int) {
	p.words = append(p.words, token{extent{from, to}, p.text[from:to], -1})
}

// split takes what follows keyword and flags apart.
func (p *parsed) split(rest extent, escape byte, onbuild bool) {
	switch p.grammar.form {
	case asWords:
		p.splitWords(rest)
	case asText:
		p.add(rest.from, rest.to)
	case asCommand:
		if !p.splitJSON(rest) {
			p.add(rest.from, rest.to)
		}
	case asList:
		if !p.splitJSON(rest) {
			p.splitWords(rest)
		}
	case asQuoted:
		p.splitQuoted(rest, escape)
	case asPairs:
		p.splitPairs(rest, escape)
	case asProbe:
		end := rest.from
		for end < rest.to && !isSpace(p.text[end]) {
			end++
		}
		p.add(rest.from, end)
		for end < rest.to && isSpace(p.text[end]) {
			end++
		}
		if end < rest.to && !p.splitJSON(extent{end, rest.to}) {
			p.add(end, rest.to)
		}
	case asTrigger:
		if !onbuild { // ONBUILD ONBUILD is refused anyway
			p.inner = &parsed{}
			p.inner.parse(p.statement, rest.from, escape, true)
			p.fault = p.inner.fault
		}
	}
}

// isSpace tells whether docker's parser takes a byte for whitespace where it goes by bytes. It then reads them as Latin-1.
func isSpace(b byte) bool { return unicode.IsSpace(rune(b)) }

// splitFlags takes the flags off and tells where the rest starts.
func (p *parsed) splitFlags(rest extent, escape byte) int {
	for i := rest.from; ; {
		for i < rest.to && isSpace(p.text[i]) {
			i++
		}
		if !strings.HasPrefix(p.text[i:rest.to], "--") {
			return i
		}
		flag := p.flag(extent{i, rest.to}, escape)
		i = flag.to
		if flag.text == "--" {
			return i // it ends the flags
		}
		p.flags = append(p.flags, flag)
	}
}

// flag reads one flag up to the whitespace behind it.
func (p *parsed) flag(e extent, escape byte) token {
	flag := token{extent: e, equals: -1}
	var unquoted []byte
	quote := byte(0)
	i := e.from
	for ; i < e.to; i++ {
		c := p.text[i]
		switch {
		case quote == 0 && isSpace(c):
			e.to = i // ends the loop
			continue
		case quote == 0 && (c == '\'' || c == '"'):
			quote = c
			continue
		case quote != 0 && c == quote:
			quote = 0
			continue
		case c == escape:
			if i++; i == e.to {
				continue
			}
			c = p.text[i]
		}
		if c == '=' && flag.equals < 0 {
			flag.equals = i
		}
		unquoted = append(unquoted, c)
	}
	flag.extent = e
	if flag.text = p.text[e.from:e.to]; string(unquoted) != flag.text {
		flag.text = string(unquoted)
	}
	return flag
}

// splitWords splits at blanks, whatever is quoted.
func (p *parsed) splitWords(rest extent) {
	for i := rest.from; i < rest.to; {
		end := rest.to
		if n := strings.IndexAny(p.text[i:rest.to], blanks); n >= 0 {
			end = i + n
		}
		p.add(i, end)
		i = rest.to - len(strings.TrimLeft(p.text[end:rest.to], blanks))
	}
}

// splitQuoted splits at whitespace outside quotes. The quotes stay.
func (p *parsed) splitQuoted(rest extent, escape byte) {
	for i := rest.from; i < rest.to; {
		r, size := utf8.DecodeRuneInString(p.text[i:rest.to])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end, next := p.quotedWord(extent{i, rest.to}, escape)
		if end > i {
			p.add(i, end)
			if n := strings.IndexByte(p.text[i:end], '='); n >= 0 {
				p.words[len(p.words)-1].equals = i + n
			}
		}
		i = next
	}
}

// quotedWord tells where the word at the start of a stretch ends, and where to read on. An escape character at the very
// end of the text escapes nothing and is no part of the word.
func (p *parsed) quotedWord(e extent, escape byte) (end, next int) {
	quote := rune(0)
	for i := e.from; i < e.to; {
		r, size := utf8.DecodeRuneInString(p.text[i:e.to])
		switch {
		case quote == 0 && unicode.IsSpace(r):
			return i, i
		case r == rune(escape) && quote != '\'':
			if i+size == e.to {
				return i, e.to
			}
			i += size
			_, size = utf8.DecodeRuneInString(p.text[i:e.to])
		case quote == 0 && (r == '\'' || r == '"'):
			quote = r
		case r == quote:
			quote = 0
		}
		i += size
	}
	return e.to, e.to
}

// splitPairs reads name=value words or, where the first word has no =, a name and all the rest as its value.
func (p *parsed) splitPairs(rest extent, escape byte) {
	end, _ := p.quotedWord(rest, escape)
	if end == rest.from {
		return
	}
	if strings.Contains(p.text[rest.from:end], "=") {
		p.splitQuoted(rest, escape)
		for _, w := range p.words {
			if w.equals < 0 {
				p.fault = fault{w.extent, p.name + " word has no = between a name and a value"}
				return
			}
		}
		return
	}
	n := strings.IndexAny(p.text[rest.from:rest.to], blanks)
	if n < 0 {
		p.add(rest.from, rest.to)
		p.fault = fault{rest, p.name + " has a name without a value"}
		return
	}
	p.add(rest.from, rest.from+n)
	p.add(rest.to-len(strings.TrimLeft(p.text[rest.from+n:rest.to], blanks)), rest.to)
}

// splitJSON reads a JSON list of strings; false if the text is none, which docker then reads as plain text.
func (p *parsed) splitJSON(rest extent) bool {
	rest = p.trim(rest)
	list := p.text[rest.from:rest.to]
	var items []any
	if !strings.HasPrefix(list, "[") || json.Unmarshal([]byte(list), &items) != nil {
		return false
	}
	for _, item := range items {
		if _, ok := item.(string); !ok {
			p.fault = fault{rest, "list holds something other than strings"}
			return false
		}
	}
	end := rest.from
	for _, item := range items {
		// What stands between the strings of such a list is a bracket, commas and whitespace.
		from := end + strings.IndexByte(p.text[end:rest.to], '"')
		end = stringEnd(p.text, from)
		p.words = append(p.words, token{extent{from, end}, item.(string), -1})
	}
	p.json = true
	return true
}

// stringEnd is the index behind the JSON string that starts at an index.
func stringEnd(s string, i int) int {
	for i++; s[i] != '"'; i++ {
		if s[i] == '\\' {
			i++
		}
	}
	return i + 1
}
