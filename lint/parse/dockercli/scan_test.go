package dockercli

import (
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/stridelint/stridelint/lint"
)

// options is the options of a table, one by one.
func (t table) options() []option {
	var all []option
	for at := range t {
		if at == 0 || t[at-1] == ' ' {
			all = append(all, t.option(at))
		}
	}
	return all
}

var tables = map[string]table{"run": runOptions, "global": globalOptions, "exec": execOptions, "build": buildOptions, "buildx": buildxOptions,
	"bake": bakeOptions, "imagetools": imagetoolsOptions, "commit": commitOptions, "push": pushOptions, "manifest": manifestOptions, "pull": pullOptions, "login": loginOptions,
	"trust": trustOptions, "compose": composeOptions, "compose run": composeRunOptions, "compose exec": composeExecOptions,
	"compose build": composeBuildOptions, "compose push": composePushOptions}

func TestTables(t *testing.T) {
	for name, table := range tables {
		options := table.options()
		if !slices.IsSortedFunc(options, func(a, b option) int { return strings.Compare(a.name, b.name) }) {
			t.Errorf("%s: not in order", name)
		}
		letters := map[byte]string{}
		for i, o := range options {
			if first, taken := letters[o.short]; taken && o.short != 0 {
				t.Errorf("%s: -%c is both --%s and --%s", name, o.short, first, o.name)
			}
			letters[o.short] = o.name
			if found, ok := table.long(o.name); !ok || found != o || i > 0 && options[i-1].name == o.name {
				t.Errorf("%s: --%s is read as %v", name, o.name, found)
			}
			if found, ok := table.letter(o.short); o.short != 0 && (!ok || found != o) {
				t.Errorf("%s: -%c is read as %v", name, o.short, found)
			}
		}
		for _, wrong := range []string{"", "=", "detach,d", "d", "user ", "-"} {
			if found, ok := table.long(wrong); ok {
				t.Errorf("%s: --%s is read as %v", name, wrong, found)
			}
		}
	}
	for _, o := range globalOptions.options() {
		if run, found := runOptions.long(o.name); found && run.value != o.value {
			t.Errorf("--%s takes a value in one place and none in the other", o.name)
		}
	}
}

// recorder is a flag that writes down each time it is set.
type recorder struct {
	name, kind string
	log        *[]string
}

func (r recorder) Set(value string) error { *r.log = append(*r.log, r.name+"="+value); return nil }
func (r recorder) String() string         { return "" }
func (r recorder) Type() string           { return r.kind }

// pflagParser makes of a command line what the library that the tools themselves use does: the options, and how many words come before the image.
func pflagParser() func(words []string) ([]string, int, error) {
	var log []string
	flags := pflag.NewFlagSet("run", pflag.ContinueOnError)
	flags.SetInterspersed(false)
	flags.SetOutput(io.Discard)
	for _, o := range runOptions.options() {
		kind := "string"
		if !o.value {
			kind = "bool"
		}
		f := flags.VarPF(recorder{o.name, kind, &log}, o.name, strings.Trim(string(o.short), "\x00"), "")
		if !o.value {
			f.NoOptDefVal = "true"
		}
	}
	return func(words []string) ([]string, int, error) {
		log = nil
		err := flags.Parse(words)
		return log, len(words) - flags.NArg(), err
	}
}

// randomWord is a word as it may stand on a command line, right or wrong.
func randomWord(r *rand.Rand, all []option) string {
	o := all[r.IntN(len(all))]
	values := []string{"", "x", "host", "true", "a=b", "-", "--", "-d", "--rm", "=", "80:80", "é"}
	value := values[r.IntN(len(values))]
	switch r.IntN(10) {
	case 0, 1:
		return "--" + o.name
	case 2:
		return "--" + o.name + "=" + value
	case 3, 4, 5:
		word := "-"
		for range 1 + r.IntN(4) {
			word += string("abcdehilmpqtuvwPxZ="[r.IntN(19)])
		}
		return word + value
	case 6:
		return "nginx"
	case 7:
		return "--" + value
	}
	return value
}

func TestScanAgreesWithPflag(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parse := pflagParser()
	all := runOptions.options()
	parsed, failed := 0, 0
	for range 100_000 {
		texts := make([]string, r.IntN(6))
		words := make([]lint.Word, len(texts))
		for i := range texts {
			texts[i] = randomWord(r, all)
			words[i] = lint.Word{Text: texts[i], State: lint.Set}
		}
		var line commandLine
		line.readOptions(words, verbOf("run"))
		var log []string
		for _, g := range line.options {
			log = append(log, g.name+"="+g.text())
		}
		before := len(words) - len(line.operands)

		wantLog, wantBefore, err := parse(texts)
		if err != nil {
			failed++
			// An unknown option with a value is passed over rather than refused.
			if !line.hidden && !strings.HasPrefix(err.Error(), "unknown flag: --") {
				t.Fatalf("%q: read, but pflag says %v", texts, err)
			}
			continue
		}
		parsed++
		if line.hidden || !slices.Equal(log, wantLog) || before != wantBefore {
			t.Fatalf("%q:\n got %q, %d words before the image, hidden %v\nwant %q, %d words", texts, log, before, line.hidden, wantLog, wantBefore)
		}
	}
	if parsed < 20_000 || failed < 20_000 {
		t.Errorf("only %d lines parsed and %d did not: the test is lopsided", parsed, failed)
	}
}
