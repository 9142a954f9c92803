package parse_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// What containers are started with is a script, each command with its place: through block scalars, quotes, two dollars for one.
func TestCommands(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"pod.yaml", `apiVersion: v1
kind: Pod
spec:
  containers:
  - command: [sudo, sh, -xc]
    args: ["a \"b\" && c"]
    livenessProbe: {exec: {command: [d, e f]}}
  - args: [bash, -c, g]
  - args: [--x, sh, -c, h]
  - command: [$(SHELL), -c, i]
  - command: ["{{ .x }}", "j"]
  - command:
    - ash
    - -c
    - |-
      k {{ .y }}
      l | m
    - n
`, "Pod container 1 «sudo, sh, -xc]\n    args: [\"a \\\"b\\\" && c\"» «a \\\"b\\\"» «c»; Pod container 1 «d, e f»; " +
			"Pod container 2 «bash, -c, g» «g»; " +
			"Pod container 6 «ash\n    - -c\n    - |-\n      k {{ .y }}\n      l | m\n    - n» «k {{ .y }}» «l» «m»"},
		{"compose.yaml", `services:
  a: {entrypoint: sh -c "a $$b" c, command: [d], post_start: [{command: [e]}]}
  b: {command: f g}
  c: {command: "bash -c 'h ${X} $$Y'", healthcheck: {test: i && j}}
  d: {entrypoint: k | l}
  e: {healthcheck: {test: [CMD-SHELL, "m; n"]}, pre_start: [{command: [sh, -c, o]}]}
  f: {healthcheck: {test: [NONE]}, command: [sh]}
`, "service a «sh -c \"a $$b\" c» «a $$b»; service a «e»; service c «bash -c 'h ${X} $$Y'» «h ${X} $$Y»; service c «i» «j»; " +
			"service e «m» «n»; service e pre_start «sh, -c, o» «o»; service f «sh»"},
	} {
		got := ""
		for _, u := range parse.File(lint.NewFile(test.name, []byte(test.text)), nil) {
			got += parsetest.Sessions(u)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s:\n%s", test.name, got)
		}
	}
}
