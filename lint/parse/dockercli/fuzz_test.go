package dockercli_test

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// FuzzContainer reads words, one a line: one that starts with ? is unknown, one with * can be any number of words.
func FuzzContainer(f *testing.F) {
	for _, seed := range []string{
		"docker\nrun\n--interactive\n--tty\n--pid=host\nIMAGE\n/bin/bash",
		"podman\n--remote\ncontainer\ncreate\n-itv\n/a:/b:ro\n--cap-add=A,B\n-u\n0\nnginx",
		"docker\n*$A\nrun\n?--pid=$B\n*$C\n--mount\n?type=bind,src=$D,ro\n?$E",
		"nerdctl\nrun\n-e=A\n-eB=\n--userns=\n--net\n\n--\n-",
		"docker\nrun\n--use-api-socket\n--rootfs\n----privileged",
		"docker\nrun\n-",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2048 {
			return
		}
		file := lint.NewFile("x.sh", []byte(text))
		cmd := &lint.Command{}
		at := 0
		for line := range strings.SplitSeq(text, "\n") {
			w := lint.Word{Text: line, State: lint.Set, Span: lint.Span{File: file, Start: at, End: at + len(line)}}
			if strings.HasPrefix(line, "?") || strings.HasPrefix(line, "*") {
				w.Text, w.State, w.Many = line[1:], lint.Unknown, line[0] == '*'
				w.Span.Start++
			}
			cmd.Words = append(cmd.Words, w)
			at += len(line) + 1
		}
		cmd.Program = cmd.Words[0].Text
		pod, env := dockercli.Container(cmd)
		if pod == nil {
			if len(env) > 0 {
				t.Error("a variable without a container")
			}
			return
		}
		c := pod.Containers[0]
		for _, a := range env {
			if a.Owner != c || a.Name == "" {
				t.Errorf("variable %q of %v", a.Name, a.Owner)
			}
			edits(t, file, a.Value)
		}
		edits(t, file, pod.HostPID)
		edits(t, file, pod.HostIPC)
		edits(t, file, pod.HostNetwork)
		edits(t, file, pod.HostUsers)
		edits(t, file, c.Privileged)
		edits(t, file, c.User)
		edits(t, file, c.Image)
		for _, item := range c.AddCapabilities.Items {
			edits(t, file, item)
		}
		for _, path := range pod.HostPaths {
			edits(t, file, path.Path)
			edits(t, file, path.ReadOnly)
		}
	})
}

// edits proves that a value has its places in the file and that its slot's edits can be made.
func edits[T comparable](t *testing.T, f *lint.File, v lint.Val[T]) {
	t.Helper()
	for _, s := range []lint.Span{v.Value, v.Entry, v.At.Head()} {
		if !s.IsZero() && (s.Start < 0 || s.Start > s.End || s.End > len(f.Text)) {
			t.Errorf("place %d..%d", s.Start, s.End)
		}
	}
	if v.State != lint.Unset && v.State != lint.Unknown && v.Value.IsZero() {
		t.Error("a value without a place")
	}
	for _, edits := range [][]lint.Edit{v.At.Put("x"), v.At.Put("true"), v.At.Remove()} {
		if _, err := lint.Apply(f.Text, edits); err != nil {
			t.Error(err)
		}
	}
}
