package knowledge

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestReferences(t *testing.T) {
	tests := []struct {
		ref        lint.Ref
		title, url string
	}{
		{"CWE-250", "Execution with Unnecessary Privileges", "https://cwe.mitre.org/data/definitions/250.html"},
		{"CIS Docker 1.6.0 5.5", "No privileged containers", "https://www.cisecurity.org/benchmark/docker"},
		{"CIS Kubernetes 1.12 5.2.7", "Containers that run as root are kept out", "https://www.cisecurity.org/benchmark/kubernetes"},
		{"PSS baseline", "Pod Security Standards, level baseline", "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"},
		{"PSS restricted", "Pod Security Standards, level restricted", "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"},
		{"Docker build check JSONArgsRecommended", "CMD and ENTRYPOINT are in the JSON form", "https://docs.docker.com/go/dockerfile/rule/json-args-recommended/"},
		{"Docker build check FromAsCasing", "AS is written in the case of FROM", "https://docs.docker.com/go/dockerfile/rule/from-as-casing/"},
		{"Docker build", "", ""},
		{"CWE-9999", "", "https://cwe.mitre.org/data/definitions/9999.html"},
		{"CIS Docker 1.7.0 5.5", "", "https://www.cisecurity.org/benchmark/docker"},
		{"CWE-", "", ""},
		{"CWE-x", "", ""},
		{"CWE-250 x", "", ""},
		{"cwe-250", "", ""},
		{"CIS Podman 1.0 1", "", ""},
		{"PSS privileged", "", ""},
		{"PSS", "", ""},
		{"", "", ""},
	}
	for _, test := range tests {
		if title, url := ReferenceTitle(test.ref), ReferenceURL(test.ref); title != test.title || url != test.url {
			t.Errorf("%s: %q, %q; want %q, %q", test.ref, title, url, test.title, test.url)
		}
	}
	seen := map[string]bool{}
	for _, known := range references {
		if known.title == "" || ReferenceURL(lint.Ref(known.ref)) == "" || seen[known.ref] {
			t.Errorf("%s: %q, %q, twice: %t", known.ref, known.title, ReferenceURL(lint.Ref(known.ref)), seen[known.ref])
		}
		seen[known.ref] = true
	}
}
