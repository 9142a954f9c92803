package gitlab

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

func read(t testing.TB, text string) *lint.Unit {
	t.Helper()
	doc := yamltree.Parse(lint.NewFile(".gitlab-ci.yml", []byte(text)))[0]
	if doc.Root == nil {
		t.Fatalf("%q cannot be read: %s", text, doc.Problems[0].Message)
	}
	return Unit(doc.Span.File, doc.Root)
}

func TestLooks(t *testing.T) {
	for name, want := range map[string]bool{".gitlab-ci.yml": true, "a/.GitLab-CI.yaml": true, "ci/build.gitlab-ci.yml": true, "gitlab-ci.yml": false, ".gitlab-ci.yml.bak": false} {
		if Looks(name) != want {
			t.Errorf("%s: %t", name, !want)
		}
	}
}

// TestScripts reads the scripts of jobs: what one shell runs is one session, and is read once.
func TestScripts(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one text", "a: {script: b c}\n", "job a «b c»"},
		{"lists", "a:\n  before_script: [b]\n  script:\n  - c d\n  - |\n    e\n    f\n  after_script: [g]\n", "job a «b» «c d» «e» «f»; job a «g»"},
		{"nested", "a: {script: [[b, [c]], d]}\n", "job a «b» «c» «d»"},
		{"default", "default: {before_script: [b]}\nafter_script: [c]\n", "pipeline «c»; pipeline «b»"},
		{"reference", "a:\n  script:\n  - !reference [.setup, script]\n  - b\n", "job a «b»"},
		{"hidden and extended", ".t: &t {script: [b]}\na: {<<: *t, stage: x}\nc: {extends: .t}\n", "job .t «b»"},
		{"anchor in a list", ".s: &s [b]\na: {script: [*s, c]}\nd: {script: [*s, e]}\n", "job a «b» «c»; job d «e»"},
		{"variables over lines", "a:\n  script:\n  - O=--privileged\n  - docker run $O b:1\n", "job a «docker run $O b:1»"},
		{"no text", "a: {script: {b: c}}\nd: 1\ne: {script: }\nf:\n", ""},
		{"broken", "a: {script: [\"b '\"]}\nc: {script: [d]}\n", "job a; job c «d»"},
		{"input", "a: {script: ['docker run $[[ inputs.x ]] b']}\n", "job a «docker run $[[ inputs.x ]] b»"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, parsetest.Sessions(read(t, test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

const pipeline = `
image: ruby:3.3
variables:
  A: one
  B: {value: two, description: x}
  C: $A
.job: &job
  image:
    name: "registry.example.com/tools:1"
    docker: {user: root}
  services:
    - docker:28-dind
    - name: postgres:$V
      variables: {POSTGRES_PASSWORD: hunter2}
build:
  <<: *job
  script: docker run --privileged --pid host x:1
`

func TestContainers(t *testing.T) {
	want := `pod pipeline
app pipeline
  image: { ruby 3.3 } «ruby:3.3»
pod job .job
app job .job
  image: {registry.example.com tools 1 } «"registry.example.com/tools:1"»
  user: root «root»
pod job .job service
app job .job service
  image: { docker 28-dind } «docker:28-dind»
pod job .job service
app job .job service
  image: unknown «postgres:$V»
pod docker run x:1
  hostPID: true «--pid host»
app docker run x:1
  image: { x 1 } «x:1»
  privileged: true «--privileged»
variable of 
  A: one «one»
variable of 
  B: two «two»
variable of 
  C: unknown «$A»
env of job .job service
  POSTGRES_PASSWORD: hunter2 «hunter2»
`
	if diff := cmp.Diff(want, parsetest.Describe(read(t, pipeline))); diff != "" {
		t.Error(diff)
	}
}

func FuzzUnit(f *testing.F) {
	for _, seed := range []string{pipeline, "a: {script: [[b, !reference [c, d]], \"e\\n f\"], services: [{name: x}], variables: [y]}\n", "a: &a {script: [*a]}\n", strings.Repeat("- ", 20) + "a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := yamltree.Parse(lint.NewFile(".gitlab-ci.yml", []byte(text)))[0]
		if doc.Root != nil && len(text) < 4096 {
			parsetest.Check(t, Unit(doc.Span.File, doc.Root))
		}
	})
}
