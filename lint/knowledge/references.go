package knowledge

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// references is the titles of what rules refer to, sorted. CWE's are its own (https://cwe.mitre.org, November 2026); those of the
// CIS benchmarks are in other words, for the benchmarks are not free to copy. Add a row with the first rule that needs it.
var references = [...]struct{ ref, title string }{
	{"CIS Docker 1.6.0 1.1.2", "Only those who may be root command the daemon"},
	{"CIS Docker 1.6.0 2.13", "Logs are kept, in one place that is not the host"},
	{"CIS Docker 1.6.0 3.16", "The Docker socket has mode 660 or stricter"},
	{"CIS Docker 1.6.0 3.18", "The daemon configuration has mode 644 or stricter"},
	{"CIS Docker 1.6.0 4.1", "An image has a user of its own"},
	{"CIS Docker 1.6.0 4.2", "Containers run images that are trusted"},
	{"CIS Docker 1.6.0 4.5", "What is pulled is proven to come from its publisher"},
	{"CIS Docker 1.6.0 4.3", "Images hold no package that is not needed"},
	{"CIS Docker 1.6.0 4.7", "Package indexes are not updated in a step of their own"},
	{"CIS Docker 1.6.0 4.8", "Images hold no file with the setuid or setgid bit that needs none"},
	{"CIS Docker 1.6.0 4.6", "Images tell how to see that they are healthy"},
	{"CIS Docker 1.6.0 4.9", "Dockerfiles copy with COPY, not with ADD"},
	{"CIS Docker 1.6.0 4.10", "No secrets in Dockerfiles"},
	{"CIS Docker 1.6.0 4.11", "Only verified packages are installed"},
	{"CIS Docker 1.6.0 4.12", "What is signed is verified before it is used"},
	{"CIS Docker 1.6.0 5.2", "Containers are confined by AppArmor where the host has it"},
	{"CIS Docker 1.6.0 5.3", "Containers are confined by SELinux where the host has it"},
	{"CIS Docker 1.6.0 5.4", "Containers hold no capability that they do not need"},
	{"CIS Docker 1.6.0 5.5", "No privileged containers"},
	{"CIS Docker 1.6.0 5.6", "No sensitive folder of the host in a container"},
	{"CIS Docker 1.6.0 5.7", "No SSH server in a container"},
	{"CIS Docker 1.6.0 5.8", "No ports of containers that only root may open"},
	{"CIS Docker 1.6.0 5.9", "Only the ports that are needed are open"},
	{"CIS Docker 1.6.0 5.10", "Containers do not share the host's network namespace"},
	{"CIS Docker 1.6.0 5.11", "Containers have a limit of memory"},
	{"CIS Docker 1.6.0 5.12", "Containers have their share of the processor"},
	{"CIS Docker 1.6.0 5.13", "Containers cannot write into their root file system"},
	{"CIS Docker 1.6.0 5.14", "Ports are published on a chosen interface"},
	{"CIS Docker 1.6.0 5.15", "Containers are started again five times at most"},
	{"CIS Docker 1.6.0 5.16", "Containers do not share the host's process namespace"},
	{"CIS Docker 1.6.0 5.17", "Containers do not share the host's IPC namespace"},
	{"CIS Docker 1.6.0 5.18", "Containers are not given devices of the host"},
	{"CIS Docker 1.6.0 5.19", "Limits of processes are set where they are needed"},
	{"CIS Docker 1.6.0 5.20", "Mounts are not shared back to the host"},
	{"CIS Docker 1.6.0 5.21", "Containers do not share the host's UTS namespace"},
	{"CIS Docker 1.6.0 5.23", "Nothing is started privileged in a running container"},
	{"CIS Docker 1.6.0 5.24", "Nothing is started as root in a running container"},
	{"CIS Docker 1.6.0 5.25", "Containers stay in the control groups of their runtime"},
	{"CIS Docker 1.6.0 5.27", "Running containers are asked whether they are healthy"},
	{"CIS Docker 1.6.0 5.28", "Containers run the current version of their image"},
	{"CIS Docker 1.6.0 5.29", "Containers have a limit of processes"},
	{"CIS Docker 1.6.0 5.30", "Containers stay out of the default bridge"},
	{"CIS Docker 1.6.0 5.22", "Containers keep a seccomp profile"},
	{"CIS Docker 1.6.0 5.26", "Containers cannot gain privileges"},
	{"CIS Docker 1.6.0 5.31", "Containers do not share the host's user namespace"},
	{"CIS Docker 1.6.0 5.32", "No container is given the Docker socket"},
	{"CIS Kubernetes 1.12 1.1.7", "The pod specification of etcd has mode 600 or stricter"},
	{"CIS Kubernetes 1.12 1.1.11", "The data folder of etcd has mode 700 or stricter"},
	{"CIS Kubernetes 1.12 1.1.13", "The credentials of the administrator have mode 600"},
	{"CIS Kubernetes 1.12 5.1.6", "Tokens of service accounts are mounted only where they are needed"},
	{"CIS Kubernetes 1.12 5.2.2", "Privileged containers are kept out"},
	{"CIS Kubernetes 1.12 5.2.3", "Containers in the host's process namespace are kept out"},
	{"CIS Kubernetes 1.12 5.2.4", "Containers in the host's IPC namespace are kept out"},
	{"CIS Kubernetes 1.12 5.2.5", "Containers in the host's network namespace are kept out"},
	{"CIS Kubernetes 1.12 5.2.6", "Containers that can gain privileges are kept out"},
	{"CIS Kubernetes 1.12 5.2.7", "Containers that run as root are kept out"},
	{"CIS Kubernetes 1.12 5.2.8", "Containers with NET_RAW are kept out"},
	{"CIS Kubernetes 1.12 5.2.9", "Containers with added capabilities are kept out"},
	{"CIS Kubernetes 1.12 5.2.10", "Windows containers that run as processes of the host are kept out"},
	{"CIS Kubernetes 1.12 5.2.11", "Host path volumes are kept out"},
	{"CIS Kubernetes 1.12 5.2.12", "Containers that take ports of the host are kept out"},
	{"CIS Kubernetes 1.12 5.4.1", "Secrets reach containers as files rather than as environment variables"},
	{"CWE-183", "Permissive List of Allowed Inputs"},
	{"CIS Kubernetes 1.12 5.6.2", "Pods have the seccomp profile of the runtime"},
	{"CWE-214", "Invocation of Process Using Visible Sensitive Information"},
	{"CWE-250", "Execution with Unnecessary Privileges"},
	{"CWE-269", "Improper Privilege Management"},
	{"CWE-284", "Improper Access Control"},
	{"CWE-295", "Improper Certificate Validation"},
	{"CWE-345", "Insufficient Verification of Data Authenticity"},
	{"CWE-347", "Improper Verification of Cryptographic Signature"},
	{"CWE-400", "Uncontrolled Resource Consumption"},
	{"CWE-459", "Incomplete Cleanup"},
	{"CWE-457", "Use of Uninitialized Variable"},
	{"CWE-477", "Use of Obsolete Function"},
	{"CWE-494", "Download of Code Without Integrity Check"},
	{"CWE-522", "Insufficiently Protected Credentials"},
	{"CWE-526", "Cleartext Storage of Sensitive Information in an Environment Variable"},
	{"CWE-527", "Exposure of Version-Control Repository to an Unauthorized Control Sphere"},
	{"CWE-538", "Insertion of Sensitive Information into Externally-Accessible File or Directory"},
	{"CWE-540", "Inclusion of Sensitive Information in Source Code"},
	{"CWE-628", "Function Call with Incorrectly Specified Arguments"},
	{"CWE-653", "Improper Isolation or Compartmentalization"},
	{"CWE-668", "Exposure of Resource to Wrong Sphere"},
	{"CWE-694", "Use of Multiple Resources with Duplicate Identifier"},
	{"CWE-693", "Protection Mechanism Failure"},
	{"CWE-696", "Incorrect Behavior Order"},
	{"CWE-703", "Improper Check or Handling of Exceptional Conditions"},
	{"CWE-706", "Use of Incorrectly-Resolved Name or Reference"},
	{"CWE-710", "Improper Adherence to Coding Standards"},
	{"CWE-732", "Incorrect Permission Assignment for Critical Resource"},
	{"CWE-758", "Reliance on Undefined, Unspecified, or Implementation-Defined Behavior"},
	{"CWE-779", "Logging of Excessive Data"},
	{"CWE-754", "Improper Check for Unusual or Exceptional Conditions"},
	{"CWE-778", "Insufficient Logging"},
	{"CWE-798", "Use of Hard-coded Credentials"},
	{"CWE-829", "Inclusion of Functionality from Untrusted Control Sphere"},
	{"CWE-918", "Server-Side Request Forgery (SSRF)"},
	{"CWE-1059", "Insufficient Technical Documentation"},
	{"CWE-1116", "Inaccurate Source Code Comments"},
	{"CWE-1284", "Improper Validation of Specified Quantity in Input"},
	{"CWE-1287", "Improper Validation of Specified Type of Input"},
	{"CWE-1357", "Reliance on Insufficiently Trustworthy Component"},
	{"CWE-1392", "Use of Default Credentials"},
	{"Docker build check ConsistentInstructionCasing", "Instructions are written in one case"},
	{"Docker build check CopyIgnoredFile", "No COPY of what .dockerignore keeps out"},
	{"Docker build check DuplicateStageName", "Stages have names of their own"},
	{"Docker build check ExposeInvalidFormat", "EXPOSE names ports, not mappings"},
	{"Docker build check ExposeProtoCasing", "Protocols of EXPOSE are in lower case"},
	{"Docker build check FromAsCasing", "AS is written in the case of FROM"},
	{"Docker build check FromPlatformFlagConstDisallowed", "FROM names no fixed platform"},
	{"Docker build check InvalidDefaultArgInFrom", "FROM is complete without build arguments"},
	{"Docker build check InvalidDefinitionDescription", "Comments above ARG and FROM describe what those define"},
	{"Docker build check JSONArgsRecommended", "CMD and ENTRYPOINT are in the JSON form"},
	{"Docker build check LegacyKeyValueFormat", "ENV and LABEL have a = between name and value"},
	{"Docker build check MaintainerDeprecated", "A label names the author, not MAINTAINER"},
	{"Docker build check MultipleInstructionsDisallowed", "One CMD, ENTRYPOINT and HEALTHCHECK in a stage"},
	{"Docker build check NoEmptyContinuation", "No empty lines within an instruction"},
	{"Docker build check RedundantTargetPlatform", "FROM does not ask for the platform that it has anyway"},
	{"Docker build check ReservedStageName", "No stage is called scratch or context"},
	{"Docker build check StageNameCasing", "Stage names are in lower case"},
	{"Docker build check UndefinedArgInFrom", "Variables in FROM are declared"},
	{"Docker build check UndefinedVar", "Variables are set before they are used"},
	{"Docker build check WorkdirRelativePath", "The first WORKDIR is absolute"},
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
	case catalogue == "Docker" && strings.HasPrefix(item, "build check "):
		return "https://docs.docker.com/go/dockerfile/rule/" + dashed(strings.TrimPrefix(item, "build check ")) + "/"
	case catalogue == "CIS" && strings.HasPrefix(item, "Docker "):
		return "https://www.cisecurity.org/benchmark/docker"
	case catalogue == "CIS" && strings.HasPrefix(item, "Kubernetes "):
		return "https://www.cisecurity.org/benchmark/kubernetes"
	case catalogue == "PSS" && (item == "baseline" || item == "restricted"):
		return "https://kubernetes.io/docs/concepts/security/pod-security-standards/#" + item
	}
	return ""
}

// dashed is a name such as CopyIgnoredFile in lower case, a dash between its words: copy-ignored-file.
func dashed(name string) string {
	var b strings.Builder
	for i, c := range []byte(name) {
		upper := 'A' <= c && c <= 'Z'
		startsWord := i > 0 && upper && (name[i-1] >= 'a' || i+1 < len(name) && name[i+1] >= 'a')
		if startsWord {
			b.WriteByte('-')
		}
		b.WriteString(strings.ToLower(string(rune(c))))
	}
	return b.String()
}
