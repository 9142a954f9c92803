package secretleftinlayer

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// placed is a secret file that an instruction left in the image.
type placed struct {
	file string // its path, as far as it is known
	at   lint.Word
	by   *lint.Instruction
}

// files reports secret files that one instruction leaves in the image and a later one removes: the layer still holds them.
func files(p *lint.Pass, last *lint.Stage) {
	var held []placed
	chain := slices.Collect(last.Chain())
	slices.Reverse(chain)
	for _, s := range chain {
		for _, in := range s.Instructions {
			switch in.Name {
			case "COPY", "ADD":
				held = append(held, copied(in)...)
			case "RUN":
				held = remove(p, held, in)
				held = append(held, written(in)...)
			}
			if len(held) > maxHeld {
				return
			}
		}
	}
}

// maxHeld bounds the files that each removal is compared with.
const maxHeld = 100

// copied is the secret files that a COPY or ADD brings in.
func copied(in *lint.Instruction) []placed {
	if len(in.Args) < 2 {
		return nil
	}
	var held []placed
	sources, to := in.Args[:len(in.Args)-1], in.Args[len(in.Args)-1].Text
	for _, source := range sources {
		file := to
		if len(sources) > 1 || strings.HasSuffix(to, "/") || to == "." || path.Base(to) == path.Base(path.Dir(source.Text)) {
			file = path.Join(to, path.Base(source.Text))
		}
		if isSecret(source.Text) || isSecret(file) {
			held = append(held, placed{file, source, in})
		}
	}
	return held
}

// isSecret tells whether a file that is going to be removed is a secret: a plain one that is called so is, too.
func isSecret(file string) bool { return knowledge.IsSecretFile(file) || knowledge.IsNamedSecret(file) }

// written is the secret files that a RUN writes and does not remove itself.
func written(in *lint.Instruction) []placed {
	var held []placed
	for _, c := range in.Commands {
		if c.Output != nil && isSecret(c.Output.Text) {
			held = append(held, placed{c.Output.Text, *c.Output, in})
		}
	}
	return slices.DeleteFunc(held, func(h placed) bool { return removal(in, h.file) != nil })
}

// remove reports the files that a RUN removes, and keeps the others.
func remove(p *lint.Pass, held []placed, in *lint.Instruction) []placed {
	return slices.DeleteFunc(held, func(h placed) bool {
		by := removal(in, h.file)
		if by != nil {
			p.Report(h.at, "%s is removed by a later step, and stays in the layer of this one: whoever gets the image has it", lint.Label(path.Base(h.file))).
				Identify(path.Base(h.file)).Relate(by.Span, "is removed here")
		}
		return by != nil
	})
}

// removal is the command of a RUN that removes a file, or the folder that holds it.
func removal(in *lint.Instruction, file string) *lint.Command {
	folder := path.Base(path.Dir(file))
	for _, c := range in.Commands {
		if c.Program != "rm" && c.Program != "shred" && c.Program != "unlink" {
			continue
		}
		for _, w := range c.Args() {
			name := path.Base(strings.TrimSuffix(strings.Trim(w.Text, `"'`), "/*"))
			if name == path.Base(file) || name == folder && strings.HasPrefix(folder, ".") && len(folder) > 1 {
				return c
			}
		}
	}
	return nil
}
