package knowledge

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// references is the titles of what rules refer to, sorted. CWE's are its own (https://cwe.mitre.org, November 2026); those of the
// CIS benchmarks are in other words, for the benchmarks are not free to copy. Add a row with the first rule that needs it.
var references = [...]struct{ ref, title string }{
	{"CIS Docker 1.6.0 4.1", "An image has a user of its own"},
	{"CIS Docker 1.6.0 4.10", "No secrets in Dockerfiles"},
	{"CIS Docker 1.6.0 5.4", "Containers hold no capability that they do not need"},
	{"CIS Docker 1.6.0 5.5", "No privileged containers"},
	{"CIS Docker 1.6.0 5.6", "No sensitive folder of the host in a container"},
	{"CIS Docker 1.6.0 5.10", "Containers do not share the host's network namespace"},
	{"CIS Docker 1.6.0 5.16", "Containers do not share the host's process namespace"},
	{"CIS Docker 1.6.0 5.17", "Containers do not share the host's IPC namespace"},
	{"CIS Docker 1.6.0 5.28", "Containers run the current version of their image"},
	{"CIS Docker 1.6.0 5.32", "No container is given the Docker socket"},
	{"CIS Kubernetes 1.12 5.2.2", "Privileged containers are kept out"},
	{"CIS Kubernetes 1.12 5.2.3", "Containers in the host's process namespace are kept out"},
	{"CIS Kubernetes 1.12 5.2.4", "Containers in the host's IPC namespace are kept out"},
	{"CIS Kubernetes 1.12 5.2.5", "Containers in the host's network namespace are kept out"},
	{"CIS Kubernetes 1.12 5.2.7", "Containers that run as root are kept out"},
	{"CIS Kubernetes 1.12 5.2.9", "Containers with added capabilities are kept out"},
	{"CIS Kubernetes 1.12 5.2.11", "Host path volumes are kept out"},
	{"CIS Kubernetes 1.12 5.4.1", "Secrets reach containers as files rather than as environment variables"},
	{"CWE-250", "Execution with Unnecessary Privileges"},
	{"CWE-269", "Improper Privilege Management"},
	{"CWE-284", "Improper Access Control"},
	{"CWE-494", "Download of Code Without Integrity Check"},
	{"CWE-522", "Insufficiently Protected Credentials"},
	{"CWE-526", "Cleartext Storage of Sensitive Information in an Environment Variable"},
	{"CWE-538", "Insertion of Sensitive Information into Externally-Accessible File or Directory"},
	{"CWE-540", "Inclusion of Sensitive Information in Source Code"},
	{"CWE-653", "Improper Isolation or Compartmentalization"},
	{"CWE-668", "Exposure of Resource to Wrong Sphere"},
	{"CWE-798", "Use of Hard-coded Credentials"},
	{"CWE-829", "Inclusion of Functionality from Untrusted Control Sphere"},
	{"CWE-1357", "Reliance on Insufficiently Trustworthy Component"},
	{"CWE-1392", "Use of Default Credentials"},
	{"PSS baseline", "Pod Security Standards, level baseline"},
	{"PSS restricted", "Pod Security Standards, level restricted"},
}

// ReferenceTitle is what a reference is called; empty for one that is not known.
func ReferenceTitle(ref lint.Ref) string {
	for _, known := range references {
		if known.ref == string(ref) {
			return known.title
		}
	}
	return ""
}

// ReferenceURL is the page of a reference; empty for a catalogue that is not known. The CIS benchmarks have one page each, from
// which the whole document is had, and none for a recommendation.
func ReferenceURL(ref lint.Ref) string {
	catalogue, item, _ := strings.Cut(string(ref), " ")
	if number, found := strings.CutPrefix(catalogue, "CWE-"); found && item == "" && number != "" && strings.Trim(number, "0123456789") == "" {
		return "https://cwe.mitre.org/data/definitions/" + number + ".html"
	}
	switch {
	case catalogue == "CIS" && strings.HasPrefix(item, "Docker "):
		return "https://www.cisecurity.org/benchmark/docker"
	case catalogue == "CIS" && strings.HasPrefix(item, "Kubernetes "):
		return "https://www.cisecurity.org/benchmark/kubernetes"
	case catalogue == "PSS" && (item == "baseline" || item == "restricted"):
		return "https://kubernetes.io/docs/concepts/security/pod-security-standards/#" + item
	}
	return ""
}
