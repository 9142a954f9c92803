package buildkit

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	dockerspec "github.com/moby/docker-image-spec/specs-go/v1"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

// Safe fixes leave the image as it is: BuildKit makes the same configuration of the text before and after them. Who MAINTAINER
// names is a label afterwards.
func TestSafeFixes(t *testing.T) {
	built, fixed := 0, 0
	try := func(name string, text []byte) {
		after := repaired(text)
		if string(after) == string(text) {
			return
		}
		b := &builder{dockerfile: "Dockerfile"}
		want, err := b.build(text)
		if err != nil {
			return
		}
		built++
		got, err := b.build(after)
		if err != nil {
			t.Errorf("%s: after its fixes docker refuses it: %v\n%s", name, err, after)
			return
		}
		fixed++
		if diff := cmp.Diff(configuration(want), configuration(got)); diff != "" {
			t.Errorf("%s: fixes change the image (-before +after):\n%s\n%s", name, diff, after)
		}
	}
	for i, text := range append(texts, fixable...) {
		try(fmt.Sprintf("text %d", i), []byte(text))
	}
	walk(t, filepath.Join("..", "..", "..", "rules"), try)
	if shared := os.Getenv("STRIDELINT_SHARED"); shared != "" {
		for _, folder := range []string{"corpus", "eval/files"} {
			walk(t, filepath.Join(shared, folder), try)
		}
	}
	if fixed < 30 {
		t.Errorf("only %d files were fixed", fixed)
	}
	t.Logf("%d files with safe fixes are built before and after them", built)
}

// fixable is texts whose fixes have to mind quotes and blanks.
var fixable = []string{
	"FROM alpine\nENV A b  c\nENV D  $A e\nENV F\t\"g h\"\nENV I 'j k' \nENV L m\\ n\n",
	"FROM alpine\nENV A one \\\n   two\nLABEL b c$A'd e'\nENV E =f\nENV G h=i j=k\nLABEL L \"m\" n\n",
	"# escape=`\nFROM alpine\nENV A C:\\x\nENV B C:\\x y\nLABEL c d`\n e\n",
	"FROM alpine\nENV A (b) <c> #d & e;f|g!\nENV H <<i j\nENV K l$\nENV M ${A:-n o}\n",
	"FROM alpine\nMAINTAINER A \"b\" $C\nENV D e\n",
	"FROM alpine\nMAINTAINER 'A $b'\nLABEL C \"d # e\"\n",
	"FROM --platform=$TARGETPLATFORM alpine as A\nexpose 80/TCP 1:2\nRUN a \\\n\n b\nCMD [\"c\"]\n",
}

// repaired is a text with the safe fixes of the rules that are compared made.
func repaired(text []byte) []byte {
	o := run.Options{World: lint.World{Images: knowledge.BaseImages}, Profile: lint.Pedantic, NoIgnores: true}
	for _, r := range rules.All() {
		if slices.Contains(checked, r.ID) {
			o.Rules = append(o.Rules, r)
		}
	}
	after, _ := run.Repair(lint.NewFile("Dockerfile", text), o, func(f *lint.Finding) *lint.Fix {
		for i := range f.Fixes {
			if f.Fixes[i].Safe {
				return &f.Fixes[i]
			}
		}
		return nil
	})
	return after
}

// configuration is what an image says to whoever runs it, its author left out.
func configuration(image *dockerspec.DockerOCIImage) dockerspec.DockerOCIImageConfig {
	config := image.Config
	delete(config.Labels, "org.opencontainers.image.authors")
	if len(config.Labels) == 0 {
		config.Labels = nil
	}
	return config
}
