package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// What is taken away is blank, so that every place stays.
func TestWithoutActions(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"none", "a: b\n", "a: b\n"},
		{"within a line", "a: {{ .x }}:{{.y}}-\n", "a: $(_____):$(___)-\n"},
		{"in quotes", `a: "{{ f "}}" .x }}"`, `a: "$(____________)"`},
		{"with a line of its own", "a:\n  {{- toYaml .x | nindent 2 }}\nb: 1\n", "a:\n\nb: 1\n"},
		{"a condition", "a: 1\n{{- if .x }}\nb: 2\n{{- else }}\nc: 3\n{{- end }}\nd: 4\n", "a: 1\n\n\n\n\n\nd: 4\n"},
		{"one within another", "{{ if .x }}\n{{ range .y }}\na: 1\n{{ end }}\nb: 2\n{{ end }}\nc: 3", "\n\n\n\n\n\nc: 3"},
		{"a condition within a line", "a: {{ if .x }}1{{ else }}2{{ end }}\n", "a: $(__________$(_________________)\n"},
		{"a whole document", "{{- if .x }}\napiVersion: v1\nkind: Pod\n{{- end }}\n", "\napiVersion: v1\nkind: Pod\n\n"},
		{"either of two documents", "{{- if .x }}\nkind: Pod\n{{- else }}\nkind: Job\n{{- end }}\n", "\nkind: Pod\n\n\n\n"},
		{"a definition", "{{ define \"x\" }}\nkind: Pod\n{{ end }}\n", "\n\n\n"},
		{"a comment", "{{- /* }} \n */ -}}\na: 1\n", "\n\na: 1\n"},
		{"not closed", "a: 1\nb: {{ .y\n", "a: 1\nb: {{ .y\n"},
		{"Jinja's statements", "{% if a %}\na: 1\n{% elif b %}\na: 2\n{% endif %}\n{%- set c = 1 %}\nb: {{ c }}\n{% for d in e -%}\nd: 1\n{% endfor %}\nf: {% if g %}1{% endif %}\n",
			"\n\n\n\n\n\nb: $(____)\n\n\n\nf: $(___________________)\n"},
		{"Ruby's lines", "<% if a %>\na: 1\n<% else -%>\na: 2\n<% end %>\nb: <%= c %>\n<% d.each do |e| %>\ne: 1\n<%- end -%>\n<%# f %>\n", "\n\n\n\n\nb: $(_____)\n\n\n\n\n"},
		{"JavaScript's lines", "<% if (a) { %>\na: 1\n<% } else { %>\na: 2\n<% } %>\n<% b.forEach((c) => { %>\nc: 1\n<% }) %>\nd: 1\n", "\n\n\n\n\n\n\n\nd: 1\n"},
		{"an end too many", "{{ end }}\na: 1\n", "{{ end }}\na: 1\n"},
		{"no end", "{{ if .x }}\na: 1\n", "\na: 1\n"},
	} {
		got := string(withoutActions([]byte(test.text)))
		if len(got) != len(test.text) {
			t.Errorf("%s: %d bytes of %d", test.name, len(got), len(test.text))
		}
		lines := strings.Split(got, "\n")
		for i := range lines {
			lines[i] = strings.TrimRight(lines[i], " ")
		}
		if diff := cmp.Diff(test.want, strings.Join(lines, "\n")); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// FuzzWithoutActions: places stay, whatever the text.
func FuzzWithoutActions(f *testing.F) {
	f.Add("{% if a %}b{%- endif -%}<% c do %><%_ end _%>{%<%")
	f.Add("{{- if .x }}\nkind: Pod\na: {{ \"}}\" }}\n{{ else }}{{ end }}{{/* x */}}{{")
	f.Fuzz(func(t *testing.T, text string) {
		got := withoutActions([]byte(text))
		if len(got) != len(text) {
			t.Errorf("%d bytes of %d", len(got), len(text))
		}
	})
}

func TestTemplate(t *testing.T) {
	units := File(lint.NewFile("templates/web.yaml", []byte(`{{- if .Values.enabled }}
apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}-web
  {{- with .Values.labels }}
  labels: {{ toYaml . | nindent 4 }}
  {{- end }}
spec:
  hostPID: true
  {{- if .Values.network }}
  hostNetwork: true
  {{- end }}
  hostIPC: {{ .Values.ipc }}
  containers:
  - name: "{{ .Chart.Name }}"
    image: {{ .Values.image | quote }}
    securityContext:
      privileged: true
      {{- toYaml .Values.security | nindent 6 }}
{{- end }}
`)), nil)
	if len(units) != 1 || !units[0].Part || !units[0].ReadOnly {
		t.Fatalf("%+v", units)
	}
	want := `part
object Pod/{{ .Release.Name }}-web
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: unknown «{{ .Release.Name }}-web»
pod Pod/{{ .Release.Name }}-web
  hostPID: true «true»
  hostIPC: unknown «{{ .Values.ipc }}»
app Pod/{{ .Release.Name }}-web container {{ .Chart.Name }}
  image: unknown «{{ .Values.image | quote }}»
  privileged: true «true»
`
	if diff := cmp.Diff(want, parsetest.Describe(units[0])); diff != "" {
		t.Error(diff)
	}
}
