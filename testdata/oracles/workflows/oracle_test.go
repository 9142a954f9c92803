package workflows

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
)

// root is the folder of this repository.
const root = "../../.."

// TestWorkflows holds each workflow to what actionlint and we ask.
func TestWorkflows(t *testing.T) {
	workflows := all(t)
	if len(workflows) < 4 {
		t.Fatalf("only %d workflows were found", len(workflows))
	}
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range workflows {
		findings, err := linter.Lint(name, []byte(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			t.Error(f)
		}
		workflow, findings := actionlint.Parse([]byte(text))
		if workflow == nil || len(findings) > 0 {
			t.Fatalf("%s cannot be read: %v", name, findings)
		}
		for _, complaint := range complaints(workflow, text) {
			t.Errorf("%s: %s", name, complaint)
		}
	}
}

// TestComplaints shows that what we ask can be missed.
func TestComplaints(t *testing.T) {
	text := all(t)["ci.yml"]
	for _, spoil := range [][2]string{
		{"permissions: {}", "permissions: read-all"},
		{"permissions: {}", ""},
		{"    permissions:\n      contents: read\n", ""},
		{"contents: read", "contents: write"},
		{"    timeout-minutes: 20\n", ""},
		{"persist-credentials: false", "persist-credentials: true"},
		{" # v6.0.2", ""},
		{"de0fac2e4500dabe0009e67214ff5f5447ce83dd", "v6"},
		{"de0fac2e4500dabe0009e67214ff5f5447ce83dd", "de0fac2"},
	} {
		if !strings.Contains(text, spoil[0]) {
			t.Fatalf("no %q to spoil", spoil[0])
		}
		spoiled := strings.Replace(text, spoil[0], spoil[1], 1)
		if workflow, _ := actionlint.Parse([]byte(spoiled)); len(complaints(workflow, spoiled)) == 0 {
			t.Errorf("nobody minds %q instead of %q", spoil[1], spoil[0])
		}
	}
}

// TestReleaseRights shows that what a release may do, nothing but a tag may start.
func TestReleaseRights(t *testing.T) {
	text := all(t)["release.yml"]
	for _, on := range []string{"on:\n  push:\n    branches: [main]\n", "on:\n  pull_request:\n  push:\n    tags: [v1]\n", "on: workflow_dispatch\n"} {
		_, rest, _ := strings.Cut(text, "\npermissions: {}")
		spoiled := "name: Release\n\n" + on + "\npermissions: {}" + rest
		workflow, _ := actionlint.Parse([]byte(spoiled))
		if workflow == nil || len(complaints(workflow, spoiled)) == 0 {
			t.Errorf("nobody minds a release that starts %q", on)
		}
	}
}

// all is the workflows of the repository and of its documentation, by name.
func all(t *testing.T) map[string]string {
	t.Helper()
	workflows := map[string]string{}
	paths, err := filepath.Glob(filepath.Join(root, ".github", "workflows", "*.yml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(paths, filepath.Join(root, "docs", "github.md")) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(path) == ".yml" {
			workflows[filepath.Base(path)] = string(text)
			continue
		}
		for i, block := range strings.Split(string(text), "\n```") {
			if content, isYAML := strings.CutPrefix(block, "yaml\n# .github/workflows/"); isYAML {
				_, content, _ = strings.Cut(content, "\n")
				workflows["docs/github.md, part "+string(rune('0'+i))] = content + "\n"
			}
		}
	}
	return workflows
}

// mayWrite tells whether a job may write to a scope: alerts in every workflow, and a release where nothing but a tag starts it.
func mayWrite(workflow *actionlint.Workflow, scope string) bool {
	switch scope {
	case "security-events":
		return true
	case "contents", "id-token", "attestations":
		for _, event := range workflow.On {
			push, ok := event.(*actionlint.WebhookEvent)
			if !ok || push.Hook.Value != "push" || push.Tags == nil || push.Branches != nil {
				return false
			}
		}
		return true
	}
	return false
}

var pinned = regexp.MustCompile(`^ *(- )?uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)

// complaints is what a workflow lacks: pinned actions, no more rights than it needs, an end.
func complaints(workflow *actionlint.Workflow, text string) []string {
	var complaints []string
	complain := func(bad bool, what string) {
		if bad {
			complaints = append(complaints, what)
		}
	}
	for line := range strings.Lines(text) {
		complain(strings.Contains(line, "uses:") && !pinned.MatchString(strings.TrimSuffix(line, "\n")), "not pinned by hash, with the version behind it: "+line)
	}
	complain(workflow.Permissions == nil || workflow.Permissions.All != nil || len(workflow.Permissions.Scopes) > 0, "it has rights that no job asks for")
	for id, job := range workflow.Jobs {
		complain(job.Permissions == nil || job.Permissions.All != nil, "job "+id+" does not say which rights it needs")
		complain(job.TimeoutMinutes == nil, "job "+id+" may run for hours")
		if job.Permissions != nil {
			for scope, right := range job.Permissions.Scopes {
				complain(right.Value.Value == "write" && !mayWrite(workflow, scope), "job "+id+" may write "+scope)
			}
		}
		for _, step := range job.Steps {
			action, isAction := step.Exec.(*actionlint.ExecAction)
			if !isAction || !strings.HasPrefix(action.Uses.Value, "actions/checkout@") {
				continue
			}
			input := action.Inputs["persist-credentials"]
			complain(input == nil || input.Value.Value != "false", "job "+id+" leaves its token in the checkout")
		}
	}
	return complaints
}
