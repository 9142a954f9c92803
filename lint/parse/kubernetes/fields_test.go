package kubernetes_test

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// Each text is a field of a container, beside its name; wanted is what is wrong with it, where, and what it becomes.
func TestInvalidFields(t *testing.T) {
	for text, want := range map[string]string{
		`stdin: "true"`:                          `stdin is text where true or false belongs «"true"» → true`,
		`stdin: 'false'`:                         `stdin is text where true or false belongs «'false'» → false`,
		`stdin: "yes"`:                           `stdin is text where true or false belongs «"yes"»`,
		`stdin: ""`:                              `stdin is text where true or false belongs «""»`,
		`stdin: !!str true`:                      `stdin is text where true or false belongs «true»`,
		`stdin: on`:                              "",
		`stdin: ~`:                               "",
		`stdin: "{{ .Values.stdin }}"`:           "",
		`stdin: ${STDIN:-true}`:                  "",
		`stdin: STDIN`:                           "",
		`workingDir: 5`:                          `workingDir is a number where text belongs «5» → "5"`,
		`workingDir: 0x1F`:                       `workingDir is a number where text belongs «0x1F» → "0x1F"`,
		`workingDir: no`:                         `workingDir is true or false where text belongs «no» → "no"`,
		`workingDir: 2020-01-01`:                 "",
		`ports: [{containerPort: 80.0}]`:         "",
		`ports: [{containerPort: 80.5}]`:         `containerPort is a number where a whole number belongs «80.5»`,
		`ports: [{containerPort: "080"}]`:        `containerPort is text where a whole number belongs «"080"»`,
		`ports: [{containerPort: http}]`:         `containerPort is text where a whole number belongs «http»`,
		`ports: [{containerPort: "@port@"}]`:     "",
		`ports: [80]`:                            `an item of ports is a number where a mapping belongs «80»`,
		`ports: &p [{containerPort: 80}]`:        "",
		`args: [~, "", a, 'b']`:                  "",
		`args: [a, 1]`:                           `an item of args is a number where text belongs «1» → "1"`,
		`args: [a, [b]]`:                         `an item of args is a list where text belongs «[b]»`,
		`livenessProbe: {httpGet: {port: http}}`: "",
		`livenessProbe: {httpGet: {port: 8080}}`: "",
		`livenessProbe: {httpGet: {port: true}}`: `port is true or false where a whole number or text belongs «true»`,
		`livenessProbe: {exec: {command: x}}`:    `command is text where a list belongs «x»`,
		`livenessprobe: {}`:                      `a container has no field livenessprobe: livenessProbe is meant «livenessprobe» → livenessProbe`,
		`"imagePullPolice": Always`:              `a container has no field imagePullPolice: imagePullPolicy is meant «"imagePullPolice"» → "imagePullPolicy"`,
		`{arg: [], args: []}`:                    `a container has no field arg: args is meant «arg»`,
		`hostNetwork: true`:                      `a container has no field hostNetwork, which belongs in a pod's spec «hostNetwork»`,
		`drop: [ALL]`:                            `a container has no field drop, which belongs in capabilities «drop»`,
		`$patch: delete`:                         "part",
		`"{{ .key }}": 5`:                        "",
		`resources: {limits: [cpu]}`:             `limits is a list where a mapping belongs «limits»`,
		`resources: {limits: {cpu: true}}`:       `cpu is true or false where an amount belongs «true»`,
	} {
		if got := invalid(t, text); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}

// invalid is what is told of one field of a container, or of a container in brackets.
func invalid(t *testing.T, field string) string {
	t.Helper()
	u := read(t, "apiVersion: v1\nkind: PodTemplate\ntemplate:\n spec:\n  containers:\n  - "+field+"\n")
	u.Objects, u.Pods = nil, nil
	return strings.TrimSuffix(strings.ReplaceAll(parsetest.Describe(u), "invalid: PodTemplate container 1: ", ""), "\n")
}

// Amounts are those that the API reads.
func TestQuantities(t *testing.T) {
	for _, amount := range []string{"0", "5", "1.5", ".5", "5.", "+5", "-1", "100m", "1k", "64Mi", "1E", "1e3", "1E-3", "1e+3", "2Ei", "0.1u", "5n", "CPU", "${X}"} {
		if got := invalid(t, "resources: {limits: {cpu: \""+amount+"\"}}"); got != "" {
			t.Errorf("%q: %s", amount, got)
		}
	}
	for _, text := range []string{"", "1 Gi", "64MB", "64mi", "1.2.3", "e3", ".", "1ki", "1e", "1e--3", "5K", "half", "1,5"} {
		if got := invalid(t, "resources: {limits: {cpu: \""+text+"\"}}"); !strings.HasPrefix(got, "cpu is no amount") {
			t.Errorf("%q is taken: %s", text, got)
		}
	}
}
