package lint

import "strings"

// AsList is the command of an instruction in the shell form as a JSON list; false if a shell does more than start it.
func (in *Instruction) AsList() (string, bool) {
	const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+=:,./-"
	if in.JSON || len(in.Args) == 0 {
		return "", false
	}
	command := in.Args[len(in.Args)-1]
	words := strings.Fields(command.Text)
	for _, word := range words {
		if strings.Trim(word, plain) != "" {
			return "", false
		}
	}
	if len(words) == 0 || strings.ContainsAny(command.Span.Text(), "\r\n") || strings.Contains(words[0], "=") || isBuiltin(words[0]) {
		return "", false
	}
	return `["` + strings.Join(words, `", "`) + `"]`, true
}

// isBuiltin tells whether a shell itself does what a word says.
func isBuiltin(word string) bool {
	switch word {
	case ".", ":", "alias", "bg", "break", "case", "cd", "command", "continue", "eval", "exec", "exit", "export", "fg", "for", "getopts", "hash",
		"if", "jobs", "local", "read", "readonly", "return", "set", "shift", "source", "times", "trap", "type", "ulimit", "umask", "unalias",
		"unset", "until", "wait", "while":
		return true
	}
	return false
}
