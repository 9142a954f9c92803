package podsecurity

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"sigs.k8s.io/yaml"
)

// differences is the controls on which we differ from the evaluator on purpose, and when.
var differences = map[policy.CheckID]func(minor int, spec *corev1.PodSpec) bool{
	// Level restricted does not ask Windows pods for a seccomp profile, so it takes one that is unconfined, which level baseline does not. The
	// API server refuses any in such a pod (validateWindows in pkg/apis/core/validation).
	"seccompProfile_restricted": isExempt,
	// Level restricted asks for another user than root from 1.23 on. Root is root before, too.
	"runAsUser": func(minor int, _ *corev1.PodSpec) bool { return minor < 23 },
}

func isExempt(minor int, spec *corev1.PodSpec) bool {
	return minor >= 25 && spec.OS != nil && spec.OS.Name == corev1.Windows
}

// Of pods made by chance we say what the evaluator says, control by control, and level by level.
func TestDifferential(t *testing.T) {
	const pods = 2000
	d := dice{rand.New(rand.NewPCG(2026, 11))}
	broken, argued := map[policy.CheckID]int{}, 0
	verdicts, admitted := 0, map[api.Level]int{}
	for i := range pods {
		minor := firstMinor + d.IntN(lastMinor-firstMinor+1)
		metadata, spec := d.pod()
		text := d.manifest(t, metadata, spec)
		name := fmt.Sprintf("pod%d-1.%d.yaml", i, minor)
		admit(minor, &metadata, &spec)
		verdict, findings := admission(minor, &metadata, &spec), found(name, text, minor)
		same, differs := true, false
		for _, control := range slices.Sorted(maps.Keys(controls)) {
			if argument := differences[control]; argument != nil && argument(minor, &spec) {
				argued++
				differs = true
				continue
			}
			same = agree(t, name, control, verdict, findings) && same
			if allowed, exists := verdict[control]; exists {
				verdicts++
				if !allowed {
					broken[control]++
				}
			}
		}
		found := levels(name, text, minor)
		for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
			passes := admits(t, level, minor, &metadata, &spec)
			if passes {
				admitted[level]++
			}
			if passes == found[level] && !(level == api.LevelRestricted && differs) {
				t.Errorf("%s: level %s admits it: %t, the report says that it breaks it: %t", name, level, passes, found[level])
				same = false
			}
		}
		if !same {
			t.Fatalf("%s:\n%s", name, text)
		}
	}
	for control := range controls {
		if broken[control] < pods/100 {
			t.Errorf("%s is broken by %d pods only", control, broken[control])
		}
	}
	t.Logf("%d pods, %d verdicts of controls, the same ones; %d left out, as argued", pods, verdicts, argued)
	t.Logf("level baseline admits %d of them, restricted %d; broken: %v", admitted[api.LevelBaseline], admitted[api.LevelRestricted], broken)
}

// admit makes of a pod what the API server makes of it before admission sees it: a volume without a source is an emptyDir and, before
// 1.27, an annotation of seccomp stands for the field.
func admit(minor int, metadata *metav1.ObjectMeta, spec *corev1.PodSpec) {
	asDefaulted(spec)
	if minor >= 27 || metadata.Annotations["seccomp.security.alpha.kubernetes.io/pod"] == "" {
		return
	}
	if spec.SecurityContext == nil {
		spec.SecurityContext = &corev1.PodSecurityContext{}
	}
	if spec.SecurityContext.SeccompProfile == nil {
		spec.SecurityContext.SeccompProfile = &corev1.SeccompProfile{Type: corev1.SeccompProfileTypeRuntimeDefault}
	}
}

// manifest is a text that says the pod: as a pod, in a list, as the template of a workload.
func (d dice) manifest(t *testing.T, metadata metav1.ObjectMeta, spec corev1.PodSpec) []byte {
	template := d.withNulls(tree(t, corev1.PodTemplateSpec{ObjectMeta: metadata, Spec: spec}).(map[string]any))
	object := func(apiVersion, kind string, spec any) map[string]any {
		return map[string]any{"apiVersion": apiVersion, "kind": kind, "metadata": map[string]any{"name": "owner"}, "spec": spec}
	}
	var value any
	switch d.IntN(5) {
	case 0:
		value = object("apps/v1", "Deployment", map[string]any{"template": template, "replicas": 3})
	case 1:
		job := map[string]any{"spec": map[string]any{"template": template}}
		value = object("batch/v1", "CronJob", map[string]any{"jobTemplate": job, "schedule": "@daily"})
	default:
		pod := object("v1", "Pod", template["spec"])
		pod["metadata"] = template["metadata"]
		value = pod
	}
	if d.oneIn(6) {
		value = map[string]any{"apiVersion": "v1", "kind": "List", "items": []any{value}}
	}
	text := d.styled(value)
	var read any
	if err := yaml.Unmarshal(text, &read); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	got, _ := json.Marshal(read)
	if want, _ := json.Marshal(value); string(got) != string(want) {
		t.Fatalf("%s\nis read as\n%s\nfrom\n%s", want, got, text)
	}
	return text
}

// tree is a value as JSON has it.
func tree(t *testing.T, value any) (tree any) {
	text, err := json.Marshal(value)
	if err == nil {
		err = json.Unmarshal(text, &tree)
	}
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// withNulls writes null for some of what is not said.
func (d dice) withNulls(template map[string]any) map[string]any {
	spec := template["spec"].(map[string]any)
	nullify := func(in any, keys ...string) {
		m, isMap := in.(map[string]any)
		for _, key := range keys {
			if _, said := m[key]; isMap && !said && d.oneIn(8) {
				m[key] = nil
			}
		}
	}
	nullify(template["metadata"], "annotations", "labels")
	nullify(spec, "hostPID", "hostUsers", "os", "volumes", "securityContext", "ephemeralContainers")
	nullify(spec["securityContext"], "runAsNonRoot", "seccompProfile", "sysctls", "seLinuxOptions", "runAsUser")
	for _, key := range []string{"initContainers", "containers", "ephemeralContainers"} {
		containers, _ := spec[key].([]any)
		for _, c := range containers {
			nullify(c, "securityContext", "ports", "lifecycle", "livenessProbe")
			nullify(c.(map[string]any)["securityContext"], "privileged", "allowPrivilegeEscalation", "capabilities", "procMount", "runAsUser", "runAsNonRoot", "seccompProfile")
		}
	}
	return template
}
