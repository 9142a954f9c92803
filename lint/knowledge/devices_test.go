package knowledge_test

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint/knowledge"
)

func TestDeviceRule(t *testing.T) {
	for rule, want := range map[string]string{
		"a *:* rwm": "high every device", "a 7:* rmw": "high every device", "a 1:3 m": "high every device",
		"b *:* rwm": "high a disk", "b 8:* rw": "high a disk", "b 8:16 w": "high a disk", "b *:16 rw": "high a disk", "b 259:0 r": "medium a disk",
		"b 7:* rwm": "high image files", "c *:* rw": "high memory", "c 1:* rwm": "high memory", "c 1:1 mr": "medium memory",
		"c 202:3 rw": "high registers", "c 1:11 rw": "medium log", "c *:11 r": "medium registers",
		"b *:* m": "", "b 11:* rwm": "", "c 1:3 mr": "", "c 188:* rwm": "", "c 10:200 rwm": "", "b 8 rw": "", "b 8:* ": "", "b 8:* rwx": "",
		"b  8:* rw": "", "p 8:* rw": "", "b -1:* rw": "", "b *:-1 rw": "", "": "", "a": "", "ab *:* rwm": "",
	} {
		gain, severity, found := knowledge.DeviceRule(rule)
		grade, part, _ := strings.Cut(want, " ")
		if found != (want != "") || found && (severity.String() != grade || !strings.Contains(gain, part)) {
			t.Errorf("%q: %v %s %s", rule, found, severity, gain)
		}
	}
}
