package kubernetes_test

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/kubernetes"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// Every manifest of real repositories must be read as sigs.k8s.io/yaml has it, which kubectl reads with.
func TestOracle(t *testing.T) {
	root := os.Getenv("STRIDELINT_SHARED")
	if root == "" {
		t.Skip("STRIDELINT_SHARED names no folder of real manifests")
	}
	manifests, facts := 0, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch ext := strings.ToLower(filepath.Ext(path)); {
		case err != nil || d.IsDir():
			return err
		case ext != ".yaml" && ext != ".yml" && ext != ".json":
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f := lint.NewFile(path, text)
		for _, doc := range yamltree.Parse(f) {
			if !kubernetes.Looks(doc.Root) {
				continue
			}
			var sent any
			if err := yaml.Unmarshal([]byte(doc.Span.Text()), &sent); err != nil {
				continue
			}
			got, want := receivedFacts(kubernetes.Unit(f, doc.Root)), sentFacts(sent)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s:\n got %q\nwant %q", path, got, want)
			}
			manifests, facts = manifests+1, facts+len(want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d facts of %d manifests", facts, manifests)
}

// receivedFacts is the values of a unit's pods that are set.
func receivedFacts(u *lint.Unit) (facts []string) {
	for _, pod := range u.Pods {
		facts = fact(facts, "hostPID", pod.HostPID)
		facts = fact(facts, "hostIPC", pod.HostIPC)
		facts = fact(facts, "hostNetwork", pod.HostNetwork)
		facts = fact(facts, "hostUsers", pod.HostUsers)
		for _, path := range pod.HostPaths {
			facts = fact(facts, "path", path.Path)
		}
		for _, c := range pod.Containers {
			facts = fact(facts, "privileged", c.Privileged)
			facts = fact(facts, "allowPrivilegeEscalation", c.PrivilegeEscalation)
			facts = fact(facts, "readOnlyRootFilesystem", c.ReadOnlyRoot)
			facts = fact(facts, "procMount", c.ProcMount)
			facts = fact(facts, "runAsNonRoot", c.Security.RunAsNonRoot)
			facts = fact(facts, "seccompProfile", c.Security.Seccomp)
			facts = fact(facts, "seLinuxOptions", c.Security.SELinux.Type)
			facts = fact(facts, "memory", c.Resources.MemoryLimit)
			for _, capability := range c.DropCapabilities.Items {
				facts = fact(facts, "drop", capability)
			}
			for _, mount := range c.Mounts.Items {
				facts = fact(facts, "mountPath", mount.Target)
				facts = fact(facts, "readOnly", mount.ReadOnly)
			}
			for _, port := range c.Ports.Items {
				facts = fact(facts, "containerPort", lint.Val[uint16]{V: port.Container.V.First, State: port.Container.State})
				facts = fact(facts, "hostIP", port.Address)
			}
			facts = fact(facts, "runAsUser", lint.Val[string]{V: c.User.V.Name, State: c.User.State})
			for _, capability := range c.AddCapabilities.Items {
				facts = fact(facts, "add", capability)
			}
		}
	}
	for _, a := range u.Assignments {
		facts = fact(facts, "env "+a.Name, a.Value)
	}
	return facts
}

func fact[T comparable](facts []string, name string, v lint.Val[T]) []string {
	if v.State != lint.Set {
		return facts
	}
	return append(facts, fmt.Sprintf("%s=%v", name, v.V))
}

// specOf is the specification of the pod that an object runs, or nil. A custom resource shows it by its shape.
func specOf(object any) any {
	kind, apiVersion := at(object, "kind"), at(object, "apiVersion")
	group, _, _ := strings.Cut(fmt.Sprint(apiVersion), "/")
	if strings.Contains(group, ".") && kind != "DeploymentConfig" {
		return embedded(at(object, "spec"))
	}
	switch kind {
	case "Pod":
		return at(object, "spec")
	case "PodTemplate":
		return at(object, "template", "spec")
	case "Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "ReplicationController", "Job", "DeploymentConfig":
		return at(object, "spec", "template", "spec")
	case "CronJob":
		return at(object, "spec", "jobTemplate", "spec", "template", "spec")
	}
	return nil
}

// embedded is the one mapping within a value that has containers with an image, or nil.
func embedded(value any) any {
	for _, c := range list(value, "containers") {
		if at(c, "image") != nil {
			return value
		}
	}
	mapping, _ := value.(map[string]any)
	for _, inner := range mapping {
		if found := embedded(inner); found != nil {
			return found
		}
	}
	return nil
}

// sentFacts is the same values as kubectl sends them.
func sentFacts(object any) (facts []string) {
	for _, item := range list(object, "items") {
		facts = append(facts, sentFacts(item)...)
	}
	spec := specOf(object)
	if spec == nil {
		return facts
	}
	say := func(name string, v any) {
		switch v := v.(type) {
		case bool:
			facts = append(facts, fmt.Sprintf("%s=%v", name, v))
		case string:
			if !strings.Contains(v, "$") && !strings.Contains(v, "{{") {
				facts = append(facts, name+"="+v)
			}
		}
	}
	for _, key := range []string{"hostPID", "hostIPC", "hostNetwork", "hostUsers"} {
		if v, isBool := at(spec, key).(bool); isBool {
			say(key, v)
		}
	}
	for _, volume := range list(spec, "volumes") {
		say("path", at(volume, "hostPath", "path"))
	}
	for _, key := range []string{"initContainers", "containers", "ephemeralContainers"} {
		for _, c := range list(spec, key) {
			sentContainer(c, spec, say)
		}
	}
	return facts
}

// sentContainer says the values of a container.
func sentContainer(c, spec any, say func(name string, v any)) {
	for _, key := range []string{"privileged", "allowPrivilegeEscalation", "readOnlyRootFilesystem", "procMount"} {
		say(key, at(c, "securityContext", key))
	}
	say("runAsNonRoot", inherited(c, spec, "runAsNonRoot"))
	if profile := inherited(c, spec, "seccompProfile"); profile != nil && at(profile, "type") == nil {
		say("seccompProfile", "") // a profile of no type
	} else {
		say("seccompProfile", at(profile, "type"))
	}
	say("seLinuxOptions", at(inherited(c, spec, "seLinuxOptions"), "type"))
	say("memory", at(c, "resources", "limits", "memory"))
	for _, capability := range list(at(c, "securityContext", "capabilities"), "drop") {
		say("drop", capability)
	}
	for _, mount := range list(c, "volumeMounts") {
		say("mountPath", at(mount, "mountPath"))
		say("readOnly", at(mount, "readOnly"))
	}
	for _, port := range list(c, "ports") {
		if number, isNumber := at(port, "containerPort").(float64); isNumber && number <= math.MaxUint16 {
			say("containerPort", fmt.Sprint(number))
		}
		say("hostIP", at(port, "hostIP"))
	}
	if id, isNumber := inherited(c, spec, "runAsUser").(float64); isNumber && id == math.Trunc(id) {
		say("runAsUser", fmt.Sprintf("%.0f", id))
	}
	for _, capability := range list(at(c, "securityContext", "capabilities"), "add") {
		say("add", capability)
	}
	for _, env := range list(c, "env") {
		if v, isString := at(env, "value").(string); isString {
			say(fmt.Sprint("env ", at(env, "name")), v)
		}
	}
}

// inherited is a field of a container's security context or, if it has none, of its pod's.
func inherited(container, spec any, key string) any {
	if own := at(container, "securityContext", key); own != nil {
		return own
	}
	return at(spec, "securityContext", key)
}

// at is what stands at the end of a path of keys, or nil.
func at(v any, path ...string) any {
	for _, key := range path {
		m, _ := v.(map[string]any)
		v = m[key]
	}
	return v
}

func list(v any, key string) []any {
	l, _ := at(v, key).([]any)
	return l
}
