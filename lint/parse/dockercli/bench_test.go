package dockercli_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// BenchmarkLines reads command lines of growing length, of each kind of option that is taken apart: the cost of a byte must stay the same.
func BenchmarkLines(b *testing.B) {
	for _, option := range []string{"--privileged", "-v /a:/b:ro,z", "-p 1:1", "--mount type=bind,src=/a,dst=/b", "-e A=b", "--ulimit a=1:2", "$A", "x"} {
		for _, count := range []int{100, 1_000, 10_000} {
			text := []byte("docker run " + strings.Repeat(option+" ", count) + "web:4\n")
			b.Run(fmt.Sprintf("%s/%d", option, count), func(b *testing.B) { read(b, text) })
		}
	}
	for name, part := range map[string]string{"modes": "-v /a:/b:%s", "fields": "--mount type=bind,%s", "capabilities": "--cap-add %s", "words": "%s"} {
		for _, count := range []int{1_000, 10_000, 100_000} {
			text := []byte("podman run " + fmt.Sprintf(part, strings.Repeat("ro,", count)) + " web:4\n")
			b.Run(fmt.Sprintf("%s/%d", name, count), func(b *testing.B) { read(b, text) })
		}
	}
}

func read(b *testing.B, text []byte) {
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		shell.Parse(lint.NewFile("run.sh", text))
	}
}
