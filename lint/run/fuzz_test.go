package run_test

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

// FuzzJudge takes any bytes under any name from file to findings: nothing panics, every place lies in the file, and
// judging again says the same.
func FuzzJudge(f *testing.F) {
	names := []string{"Dockerfile", "compose.yaml", "pod.yaml", "list.json", "run.sh", "noname"}
	seeds := []string{
		"FROM nginx\nRUN a \\\n# c\n b\nUSER root\n",
		"# escape=`\nARG V=1\nFROM x:${V} AS a\nCOPY <<E /f\ntext\nE\nFROM a\nENV P_TOKEN=\"a b\"\n",
		"services:\n  a: &a {image: nginx, privileged: yes}\n  b: {<<: *a, pid: host, cap_add: [ALL]}\n",
		"x-a: &x\n  <<: *x\nservices: *x\n",
		"apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostPID: true\n  containers:\n  - name: a\n    image: b\n    securityContext: {runAsUser: 0}\n---\nkind: 3\n",
		`{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","spec":{"containers":{}}}]}`,
		"#!/bin/sh\nX=1\nsudo docker run -itd --pid=host -v/var/run/docker.sock:/s \"$I\" sh -c 'docker run --privileged a'\n",
		"a: [*a, &a [*a]]\n\t- x\n\xff\xfe",
	}
	for _, seed := range seeds {
		for name := range names {
			f.Add(uint8(name), []byte(seed))
		}
	}
	options := run.Options{Rules: rules.All(), World: lint.World{Images: knowledge.BaseImages}, Profile: lint.Pedantic}
	f.Fuzz(func(t *testing.T, name uint8, text []byte) {
		file := lint.NewFile(names[int(name)%len(names)], text)
		findings := run.Judge(file, options)
		for _, finding := range findings {
			if s := finding.Span; s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(text) {
				t.Errorf("%s: span %d to %d of %d bytes", finding.Rule.ID, s.Start, s.End, len(text))
			}
		}
		if again := run.Judge(lint.NewFile(file.Path, text), options); len(again) != len(findings) {
			t.Errorf("%d findings, then %d", len(findings), len(again))
		}
	})
}
