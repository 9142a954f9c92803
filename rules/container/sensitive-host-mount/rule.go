// Package sensitivehostmount flags containers that are given folders of the host from which it is commanded or in which it keeps its secrets.
package sensitivehostmount

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is sensitive-host-mount.
var Rule = &lint.Rule{
	ID: "sensitive-host-mount", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is given a folder of the host that holds its keys or decides what it runs.",
	Hint:      "Give the container the one folder or file that it needs, read-only, or a volume.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.Tampering},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.6", "CIS Kubernetes 1.12 5.2.11", "PSS baseline"},
	Over:      []string{"hostpath-volume", "shared-volume"},
	Check:     lint.Each(lint.Pods(ofPod), lint.Objects(ofVolume)),
}

func ofPod(p *lint.Pass, pod *lint.Pod) {
	for _, host := range pod.HostPaths {
		// A volume that no container mounts gives nothing to write.
		readOnly := host.ReadOnly.Is(true) || host.ReadOnly.State == lint.Unknown
		path, known := hostPath(host)
		gain, found := knowledge.SensitiveHostPath(path, readOnly)
		if !found || !known || p.Unit.Kind == lint.Kubernetes && knowledge.IsControlPlanePath(path) {
			continue
		}
		may := "may write"
		if readOnly {
			may = "may read"
		}
		f := p.Report(host.Path, "%s %s %s of the host: %s", pod, may, path, gain.Clause).As(gain.Severity).Identify(path)
		if _, telling := knowledge.SensitiveHostPath(path, true); !telling {
			f.Fix(lint.Unsafe, "mount it read-only", lint.Put(host.ReadOnly, "true"))
		}
		// A Kubernetes volume cannot go alone: the containers' mounts of it would hang in the air.
		if p.Unit.Kind != lint.Kubernetes {
			f.Fix(lint.Unsafe, "take the mount out", lint.Delete(host.Path))
		}
	}
}

// hostPath is the path of the host. Below the folder of whoever starts the container it is known although a variable is in it.
func hostPath(host lint.HostPath) (path string, known bool) {
	if host.Path.State != lint.Unknown {
		return host.Path.V, host.Path.Known()
	}
	path = host.Path.V
	if path == "" {
		path = host.Path.Value.Text()
	}
	return path, knowledge.IsUsersPath(path)
}

// ofVolume judges volumes of a cluster that are folders of its nodes: whoever claims one is given the folder.
func ofVolume(p *lint.Pass, o *lint.Object) {
	if !o.Kind.Is("PersistentVolume") {
		return
	}
	for _, source := range [...]string{"hostPath", "local"} {
		path := o.Text("spec", source, "path")
		if gain, found := knowledge.SensitiveHostPath(path.V, false); found && path.Known() {
			p.Report(path, "%s is %s of the node: what claims it is given that, and %s", o, path.V, gain.Clause).As(gain.Severity).Identify(path.V)
		}
	}
}
