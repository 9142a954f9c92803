package report

import (
	"fmt"
	"strings"
)

// Fixes is one sentence on how many findings were fixed in how many files, or would be, and how many more unsafe fixes could end.
func Fixes(findings, files, unsafe int, made bool) string {
	var b strings.Builder
	switch {
	case findings == 0 && made:
		b.WriteString("no finding was fixed")
	case findings == 0:
		b.WriteString("no finding would be fixed")
	case made:
		b.WriteString(count(findings, "finding") + " fixed in " + count(files, "file"))
	default:
		b.WriteString(count(findings, "finding") + " would be fixed in " + count(files, "file"))
	}
	if unsafe > 0 {
		fmt.Fprintf(&b, "; --fix=all could fix %d more", unsafe)
	}
	return b.String()
}
