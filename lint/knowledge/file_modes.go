package knowledge

import (
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// ModeChange is a mode that a command gives to files.
type ModeChange struct {
	Mode   lint.Mode
	Word   lint.Word   // where the mode is written
	Files  []lint.Word // what gets it
	Folder bool        // they are folders, or folders are among them
}

// Modes is the modes that a command gives: chmod, install and mkdir, also those that find runs.
func Modes(c *lint.Command) []ModeChange {
	var change ModeChange
	args := c.Arguments()
	switch c.Program {
	case "find":
		if inner := executed(c); inner != nil && inner.Program == "chmod" {
			return Modes(inner)
		}
		return nil
	case "chmod":
		if len(args.Operands) < 2 {
			return nil
		}
		change = ModeChange{Word: args.Operands[0], Files: args.Operands[1:], Folder: args.Has("-R", "--recursive")}
	case "install", "mkdir":
		o, found := args.Option("-m", "--mode")
		if !found {
			return nil
		}
		change = ModeChange{Word: o.Value, Files: args.Operands, Folder: c.Program == "mkdir" || args.Has("-d", "--directory")}
		if c.Program == "install" && len(args.Operands) > 1 && !change.Folder && !args.Has("-t", "--target-directory") {
			change.Files = []lint.Word{copied(args.Operands)}
		}
	default:
		return nil
	}
	mode, ok := lint.ParseMode(change.Word.Text)
	if !ok {
		return nil
	}
	change.Mode = mode
	return []ModeChange{change}
}

// copied is the copy that install makes of its first file.
func copied(operands []lint.Word) lint.Word {
	to := operands[len(operands)-1]
	if strings.HasSuffix(to.Text, "/") {
		to.Text += path.Base(operands[0].Text)
	}
	return to
}

// executed is the command behind find's -exec, or nil.
func executed(c *lint.Command) *lint.Command {
	for i, w := range c.Words {
		if (w.Text == "-exec" || w.Text == "-execdir") && i+1 < len(c.Words) {
			words := c.Words[i+1:]
			inner := &lint.Command{Program: path.Base(words[0].Text), Words: words, Span: c.Span, Session: c.Session}
			inner.Syntax = SyntaxOf(inner)
			return inner
		}
	}
	return nil
}
