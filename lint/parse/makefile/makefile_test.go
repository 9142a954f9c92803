package makefile

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

func describe(text string) string {
	return parsetest.Describe(Parse(lint.NewFile("Makefile", []byte(text))))
}

func TestParse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"recipes", "all: a b\n\techo x\n\n# c\n\techo y\nclean:\n\t-rm z\n", "target all «echo x» «echo y»; target clean «rm z»"},
		{"marks", "a:\n\t@echo x\n\t- @+ echo y\n", "target a «echo x» «echo y»"},
		{"continuation", "a: b \\\n  c\n\techo x \\\n\t  y\n", "target a «echo x \\\n\t  y»"},
		{"carriage returns", "a:\r\n\techo x \\\r\n\t  y\r\n\techo z\r\n", "target a «echo x \\\r\n\t  y» «echo z»"},
		{"own prefix", ".RECIPEPREFIX = >\na:\n>echo x\n.RECIPEPREFIX =\n\tb:\nc:\n\techo y\n", "target a «echo x»; target c «echo y»"},
		{"behind a semicolon", "a: b ; echo x\n\techo y\n", "target a «echo x» «echo y»"},
		{"conditionals", "a:\nifdef X\n\techo x\nelse ifeq (a,b)\n\techo y\nendif\n\techo z\n", "target a «echo x» «echo y» «echo z»"},
		{"no rule", "\techo x\nA = b\n\techo y\n", ""},
		{"assignment ends a recipe", "a:\n\techo x\nA = b\n\techo y\n", "target a «echo x»"},
		{"double colon and patterns", "%.o:: %.c\n\techo x\na b &: c\n\techo y\n", "target %.o «echo x»; target a «echo y»"},
		{"define of rules", "define T\n$(1)-run: b\n\techo x\nendef\n$(eval $(T))\n", "define T «echo x»"},
		{"define as recipe", "define run\necho x\necho y\nendef\ndefine text\necho z\nendef\na:\n\t$(call run,b)\n\techo $(text)\n",
			"target a «$(call run,b)» «echo $(text)»; define run «echo x» «echo y»"},
		{"nested define", "define A\ndefine B\n\techo x\nendef\n\techo y\nendef\na:\n\t$(A)\n", "define A «echo x» «echo y»; target a «$(A)»"},
		{"broken line", "a:\n\techo '\n\techo y\n", "target a «echo y»"},
		{"one shell", ".ONESHELL:\na:\n\tif true; then\n\t  echo x\n\tfi\n", "target a «true» «echo x»"},
		{"many shells", "a:\n\tif true; then\n\t  echo x\n\tfi\n", "target a «echo x»"},
		{"another shell", "SHELL := /usr/bin/env pwsh\na:\n\techo x\n", ""},
		{"shell", "SHELL := /usr/bin/env bash -e\na:\n\techo x\n", "target a «echo x»"},
		{"line without an end", "a:\n\techo x\\", "target a «echo x\\»"},
		{"odd text", ":\n=\n:=\n$\n$(\na: $(\n\t$(\n\t$\ndefine\ndefine A\n", "target a «$(» «$»"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := parsetest.Sessions(Parse(lint.NewFile("Makefile", []byte(test.text))))
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// TestVariables reads one recipe's docker run; what is not known is never guilty, and what is known is found where it is written.
func TestVariables(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"known", "F = --privileged\na:\n\tdocker run $(F) img:1\n", "privileged: true «--privileged» via «$(F)»"},
		{"several words", "F := -it --privileged -u root\na:\n\tdocker run ${F} img:1\n", "user: root «root» via «${F}»\nprivileged: true «--privileged» via «${F}»"},
		{"default", "F ?= --privileged\na:\n\tdocker run $F img:1\n", "privileged: true «--privileged» via «$F»"},
		{"whole command", "RUN = docker run --rm \\\n\t--privileged -v $(CURDIR):/src\na:\n\t$(RUN) img:1\n", "privileged: true «--privileged» via «$(RUN)»"},
		{"nested", "P = --privileged\nF = $(P)\na:\n\tdocker run $(F) img:1\n", "privileged: true «--privileged» via «$(F)»"},
		{"nested among others", "P = --privileged\nF = -it $(P)\na:\n\tdocker run $(F) img:1\n", "privileged: true «--privileged» via «$(F)»"},
		{"nested twice among others", "P = -it --privileged\nF = docker run $(P)\nG = $(F) -u root\na:\n\t$(G) img:1\n", "user: root «root» via «$(G)»\nprivileged: true «--privileged» via «$(G)»"},
		{"nested in a word", "U = root\nF = -u $(U):staff -it\na:\n\tdocker run $(F) img:1\n", "user: root:staff «$(U):staff» via «$(F)»"},
		{"nested in quotes", "U = root\nF = -it -u \"$(U)\"\na:\n\tdocker run $(F) img:1\n", "user: root «\"$(U)\"» via «$(F)»"},
		{"defined later", "a:\n\tdocker run $(F) img:1\nF = --privileged\n", "privileged: true «--privileged» via «$(F)»"},
		{"twice", "F = --privileged\nF = -it\na:\n\tdocker run $(F) img:1\n", ""},
		{"appended", "F = --privileged\nF += -it\na:\n\tdocker run $(F) img:1\n", ""},
		{"conditional", "ifdef X\nF = --privileged\nendif\na:\n\tdocker run $(F) img:1\n", ""},
		{"of one target", "F = --privileged\na: F = -it\na:\n\tdocker run $(F) img:1\n", ""},
		{"before an include", "F = --privileged\ninclude .env\na:\n\tdocker run $(F) img:1\n", ""},
		{"behind an include", "include .env\nF = --privileged\na:\n\tdocker run $(F) img:1\n", "privileged: true «--privileged» via «$(F)»"},
		{"default behind an include", "include .env\nF ?= --privileged\na:\n\tdocker run $(F) img:1\n", ""},
		{"of itself", "F = $(F) --privileged\na:\n\tdocker run $(F) img:1\n", "privileged: true «--privileged» via «$(F)»"},
		{"function", "a:\n\tdocker run $(if $(X),--privileged) img:1\n", ""},
		{"shell's variable", "a:\n\tF=--privileged; docker run $$F img:1\n", "privileged: true «--privileged» via «$$F»"},
		{"comment", "F = --privileged # why\na:\n\tdocker run $(F) img:1\n", "privileged: true «--privileged» via «$(F)»"},
		{"part of a word", "P = true\na:\n\tdocker run --privileged=$(P) img:1\n", "privileged: true «--privileged=$(P)»"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for line := range strings.Lines(describe(test.text)) {
				if line = strings.TrimSpace(line); strings.HasPrefix(line, "privileged:") && !strings.Contains(line, "unknown") || strings.HasPrefix(line, "user: r") {
					got = append(got, line)
				}
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got\n%s\nwant\n%s\nin\n%s", strings.Join(got, "\n"), test.want, describe(test.text))
			}
		})
	}
}

// TestBounded holds that variables of variables do not make a small file a large one.
func TestBounded(t *testing.T) {
	text := "A0 = xxxxxxxxxxxxxxxx\n"
	for i := range 60 {
		name, of := string(rune('A'+i/10))+string(rune('0'+(i+1)%10)), string(rune('A'+max(i-1, 0)/10))+string(rune('0'+i%10))
		text += name + " = $(" + of + ")$(" + of + ")$(" + of + ")$(" + of + ")\n"
	}
	text += "a:\n" + strings.Repeat("\techo $(A1)$(A2)$(A3)$(A4)\n", 5000)
	if got := len(describe(text)); got > 10<<20 {
		t.Errorf("%d bytes", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"F = -it \\\n --privileged $(X)\na: b ; @docker run $(F) $$x ${F} \\\n\timg\n\t-podman run -v $(F):/x i\n",
		".ONESHELL:\n.RECIPEPREFIX = >\nSHELL = bash\na:\n>if x; then\n> docker run $(A)\n>fi\nA ?= $(B)\nB = $(A)\n",
		"define T\nx: y\n\tdocker run i\nendef\nifdef X\na:\r\n\techo \\\r\n\tb\r\nelse\nendif\n$(eval $(call T,x))\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 || !strings.Contains(text, ":") {
			return
		}
		parsetest.Check(t, Parse(lint.NewFile("Makefile", []byte(text))))
	})
}
