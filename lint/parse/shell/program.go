package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// wrapper is a program that runs the command that its arguments end in.
type wrapper struct {
	letters  string   // its short options that take a value
	names    []string // its long options that take a value
	idle     string   // short options with which it runs nothing
	assigns  bool     // NAME=value may stand before the command
	operands int      // words that stand before the command
}

// wrapperOf is the wrapper of a name, as its manual page has it: sudo(8), env(1), timeout(1), …
func wrapperOf(program string) (wrapper, bool) {
	switch program {
	case "sudo":
		return wrapper{letters: "CDghpRrTtUu", assigns: true, names: []string{"close-from", "chdir", "group", "host", "prompt", "chroot",
			"role", "command-timeout", "type", "other-user", "user"}}, true
	case "doas":
		return wrapper{letters: "Cu"}, true
	case "env":
		return wrapper{letters: "Cu", names: []string{"chdir", "unset"}, assigns: true}, true
	case "command":
		return wrapper{idle: "vV"}, true
	case "exec":
		return wrapper{letters: "a"}, true
	case "busybox", "nohup", "setsid", "winpty", "eval":
		return wrapper{}, true
	case "time":
		return wrapper{letters: "fo", names: []string{"format", "output"}}, true
	case "nice":
		return wrapper{letters: "n", names: []string{"adjustment"}}, true
	case "ionice":
		return wrapper{letters: "cn", names: []string{"class", "classdata"}}, true
	case "timeout":
		return wrapper{letters: "ks", names: []string{"kill-after", "signal"}, operands: 1}, true
	case "stdbuf":
		return wrapper{letters: "eio", names: []string{"error", "input", "output"}}, true
	case "flock":
		return wrapper{letters: "Ew", names: []string{"conflict-exit-code", "timeout", "wait"}, operands: 1}, true
	case "gosu", "su-exec":
		return wrapper{operands: 1}, true
	case "ssh": // what runs on another machine does there what it would do here
		return wrapper{letters: "BbcDEeFIiJLlmOoPpQRSWw", operands: 1}, true
	case "xargs":
		return wrapper{letters: "adEILnPs", names: []string{"arg-file", "delimiter", "max-args", "max-chars", "max-lines", "max-procs", "process-slot-var"}}, true
	}
	return wrapper{}, false
}

const maxWrappers = 8

// strip takes the wrappers off a line and tells what really runs. Assignments in front of it are recorded.
func (l *line) strip(r *reader) {
	for range maxWrappers {
		if len(l.words) > 1 && l.words[0].Many && dockercli.Knows(l.name(r, 1)) {
			l.drop(1) // as in $SUDO docker
		}
		name := l.name(r, 0)
		w, wraps := wrapperOf(name)
		n := l.argument(r, name)
		if wraps {
			n = w.len(l.words, r.assignWord)
		}
		if n == 0 || n == len(l.words) || name == "eval" && len(l.words) == 2 { // one word is a script
			l.program = name
			return
		}
		switch name {
		case "sudo", "doas":
			l.sudo = &lint.Word{Text: l.words[0].Text, State: l.words[0].State, Span: l.words[0].Span}
		case "ssh":
			l.program, l.remote = name, n
			return
		case "xargs":
			l.feed(n)
		}
		l.drop(n)
	}
}

// isScript tells whether a line ends in a word, the i-th, that the other machine's shell takes apart.
func (l *line) isScript(i int) bool {
	return i == len(l.words)-1 && strings.ContainsAny(l.words[i].Text, " \t\n")
}

// feed makes unknown what the first n words, an xargs, put into the words behind them: any number at the end, or one in each place
// of a mark.
func (l *line) feed(n int) {
	mark := ""
	for i, w := range l.words[:n] {
		switch rest, given := strings.CutPrefix(w.Text, "-I"); {
		case given && rest != "":
			mark = rest
		case given && i+1 < n:
			mark = l.words[i+1].Text
		}
	}
	if mark == "" {
		end := l.words[len(l.words)-1].Span
		end.Start = end.End
		l.words = append(l.words, lint.Word{State: lint.Unknown, Span: end, Many: true})
		return
	}
	for i, w := range l.words[n:] {
		if strings.Contains(w.Text, mark) {
			l.words[n+i].State = lint.Unknown
		}
	}
}

// name is the program that a word names: the last element of its path. It is empty if that is not known.
func (l *line) name(r *reader, i int) string {
	text := l.words[i].Text
	if l.words[i].State != lint.Set && i < len(l.from) {
		text = r.named(l.from[i])
	}
	text = text[strings.LastIndexByte(text, '/')+1:]
	return strings.TrimSuffix(text, ".exe")
}

// named is the program that a word names where its text is not known: the one whose place it asks for, as $(command -v docker) does,
// or the one that ${DOCKER:-docker} falls back on, there or where the variable was given its value.
func (r *reader) named(w *syntax.Word) string {
	if p, _ := soleVariable(w); p != nil {
		if p.Exp != nil && (p.Exp.Op == syntax.DefaultUnset || p.Exp.Op == syntax.DefaultUnsetOrNull) && p.Exp.Word != nil && dockercli.Knows(p.Exp.Word.Lit()) {
			return p.Exp.Word.Lit()
		}
		if isPlain(p) {
			return r.programs[p.Param.Value]
		}
		return ""
	}
	parts := w.Parts
	if len(parts) == 1 {
		if q, ok := parts[0].(*syntax.DblQuoted); ok {
			parts = q.Parts
		}
	}
	if len(parts) != 1 {
		return ""
	}
	if cmd, ok := parts[0].(*syntax.CmdSubst); ok {
		return located(cmd)
	}
	return ""
}

// located is the program whose place a command tells: which docker, command -v docker.
func located(cmd *syntax.CmdSubst) string {
	if len(cmd.Stmts) != 1 {
		return ""
	}
	call, ok := cmd.Stmts[0].Cmd.(*syntax.CallExpr)
	switch {
	case !ok || len(call.Args) < 2:
		return ""
	case len(call.Args) == 2 && call.Args[0].Lit() == "which",
		len(call.Args) == 3 && call.Args[0].Lit() == "command" && call.Args[1].Lit() == "-v",
		len(call.Args) == 3 && call.Args[0].Lit() == "type" && strings.EqualFold(call.Args[1].Lit(), "-p"):
		return call.Args[len(call.Args)-1].Lit()
	}
	return ""
}

// len is how many words belong to the wrapper; 0 if it runs nothing. Assignments before the command are handed on.
func (w wrapper) len(words []lint.Word, assign func(lint.Word)) int {
	operands := w.operands
	for i := 1; i < len(words); i++ {
		text := words[i].Text
		switch {
		case words[i].Many && operands == 0, text == "-": // more options, as in sudo $OPTS
		case text == "--":
			return i + 1
		case strings.HasPrefix(text, "--"):
			if slices.Contains(w.names, text[2:]) {
				i++
			}
		case strings.HasPrefix(text, "-"):
			if strings.ContainsAny(text, w.idle) {
				return 0
			}
			if at := strings.IndexAny(text, w.letters); at == len(text)-1 {
				i++
			}
		case w.assigns && isAssignment(text):
			assign(words[i])
		case operands > 0:
			operands--
		default:
			return i
		}
	}
	return 0
}

// isAssignment tells whether a word has the form NAME=value.
func isAssignment(text string) bool {
	name, _, found := strings.Cut(text, "=")
	return found && syntax.ValidName(name)
}
