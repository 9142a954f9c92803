package knowledge

import (
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestBaseVariables(t *testing.T) {
	for _, test := range []struct {
		image, variable string
		sets, known     bool
	}{
		{"scratch", "LANG", false, true},
		{"alpine:3.22", "LANG", false, true},
		{"docker.io/library/node@sha256:" + strings.Repeat("0", 64), "NODE_VERSION", true, true},
		{"node:22-alpine", "LANG", false, true},
		{"golang:1.26-nanoserver", "GOPATH", false, false},
		{"registry.example/alpine", "LANG", false, false},
		{"example/alpine", "LANG", false, false},
	} {
		names, known := BaseImages.Variables(lint.ParseImage(test.image))
		if known != test.known || slices.Contains(names, test.variable) != test.sets {
			t.Errorf("%s sets %q, known %v", test.image, names, known)
		}
	}
	for i, row := range baseVariables {
		names := strings.Fields(row.variables)
		if !slices.IsSorted(names) || slices.Contains(names, "PATH") || !strings.Contains(row.source, "/blob/") || i > 0 && row.names < baseVariables[i-1].names {
			t.Errorf("row %s: %q from %s", row.names, names, row.source)
		}
	}
}
