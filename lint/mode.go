package lint

import (
	"fmt"
	"strconv"
	"strings"
)

// Mode is the permission bits of a file.
type Mode uint32

const (
	SetUID     Mode = 0o4000
	SetGID     Mode = 0o2000
	Sticky     Mode = 0o1000
	GroupWrite Mode = 0o020
	WorldWrite Mode = 0o002
)

// Octal is the bits as chmod takes them.
func (m Mode) Octal() string { return fmt.Sprintf("%03o", uint32(m)) }

// ParseMode reads a mode as chmod(1) takes it: "4755", "u+s,o=rw". Of a symbolic one it is the bits that are turned on for
// certain; those that the umask withholds are left out. It is false for anything else.
func ParseMode(text string) (Mode, bool) {
	if text != "" && strings.Trim(text, "01234567") == "" {
		bits, err := strconv.ParseUint(text, 8, 16)
		return Mode(bits), err == nil && bits <= 0o7777
	}
	var all Mode
	for clause := range strings.SplitSeq(text, ",") {
		bits, ok := parseClause(clause)
		if !ok {
			return 0, false
		}
		all |= bits
	}
	return all, true
}

// parseClause reads one clause of a symbolic mode: who, and then operators with their permissions.
func parseClause(clause string) (Mode, bool) {
	rest := strings.TrimLeft(clause, "ugoa")
	who := clause[:len(clause)-len(rest)]
	if rest == "" || strings.IndexByte("+-=", rest[0]) < 0 {
		return 0, false
	}
	var bits Mode
	var operator byte
	for i := range len(rest) {
		switch c := rest[i]; {
		case strings.IndexByte("+-=", c) >= 0:
			operator = c
		case strings.IndexByte("rwxXstugo", c) < 0:
			return 0, false
		case operator != '-':
			bits |= permission(who, c)
		}
	}
	return bits, true
}

// permission is the bits of one letter for those who are named; if nobody is, the umask keeps writing to the owner.
func permission(who string, letter byte) Mode {
	named := func(class string) bool { return who == "" || strings.ContainsAny(who, class+"a") }
	var bits Mode
	add := func(class string, bit Mode) {
		if named(class) {
			bits |= bit
		}
	}
	switch letter {
	case 'r':
		add("u", 0o400)
		add("g", 0o040)
		add("o", 0o004)
	case 'w':
		add("u", 0o200)
		if who != "" {
			add("g", GroupWrite)
			add("o", WorldWrite)
		}
	case 'x':
		add("u", 0o100)
		add("g", 0o010)
		add("o", 0o001)
	case 's':
		add("u", SetUID)
		add("g", SetGID)
	case 't':
		add("o", Sticky)
	}
	return bits
}

// PutMode is the edits that write another mode in the place of one, with as many digits; none where it is not written in digits.
func PutMode(at Word, mode Mode) []Edit {
	span, exact := at.Part(0, len(at.Text))
	if !exact || strings.Trim(at.Text, "01234567") != "" {
		return nil
	}
	digits := len(at.Text)
	if digits > 3 && mode <= 0o777 && at.Text[0] != '0' {
		digits = 3
	}
	return []Edit{{Span: span, Text: fmt.Sprintf("%0*o", digits, uint32(mode))}}
}
