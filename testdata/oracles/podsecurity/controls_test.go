package podsecurity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

// controls is every control of Pod Security, and our rules one of which must find something where it is broken, and none where it is not.
var controls = map[policy.CheckID][]string{
	"allowPrivilegeEscalation":   {"no-new-privileges-missing", "privilege-escalation-allowed"},
	"appArmorProfile":            {"apparmor-disabled"},
	"capabilities_baseline":      {"added-capability"},
	"capabilities_restricted":    {"capabilities-not-dropped", "capability-not-restricted", "drop-all-misspelled"},
	"hostNamespaces":             {"host-ipc", "host-network", "host-pid"},
	"hostPathVolumes":            {"hostpath-volume"},
	"hostPorts":                  {"host-port"},
	"hostProbesAndHostLifecycle": {"probe-host-set"},
	"privileged":                 {"privileged-container"},
	"procMount":                  {"unmasked-proc-mount"},
	"procMount_restricted":       {"proc-mount-not-default"},
	"restrictedVolumes":          {"hostpath-volume", "volume-type-restricted"},
	"runAsNonRoot":               {"run-as-non-root-missing"},
	"runAsUser":                  {"run-as-root"},
	"seLinuxOptions":             {"selinux-override"},
	"seccompProfile_baseline":    {"seccomp-not-set", "seccomp-unconfined"},
	"seccompProfile_restricted":  {"seccomp-not-set", "seccomp-unconfined"},
	"sysctls":                    {"unsafe-sysctls"},
	"windowsHostProcess":         {"windows-host-process"},
}

// The table names every control that there is, and rules that there are.
func TestControls(t *testing.T) {
	for _, check := range policy.DefaultChecks() {
		if len(controls[check.ID]) == 0 {
			t.Errorf("no rule stands for %s", check.ID)
		}
	}
	if got, want := len(judges()), len(distinct()); got != want {
		t.Errorf("%d of %d rules exist", got, want)
	}
}

// distinct is the IDs of all rules in the table.
func distinct() map[string]bool {
	ids := map[string]bool{}
	for _, of := range controls {
		for _, id := range of {
			ids[id] = true
		}
	}
	return ids
}

// judges is the rules in the table.
func judges() []*lint.Rule {
	ids := distinct()
	return slices.DeleteFunc(rules.All(), func(r *lint.Rule) bool { return !ids[r.ID] })
}

// admission is what Kubernetes' own evaluator says of a pod: of every control that a minor version has, whether the pod passes it.
func admission(minor int, metadata *metav1.ObjectMeta, spec *corev1.PodSpec) map[policy.CheckID]bool {
	verdict := map[policy.CheckID]bool{}
	now := api.MajorMinorVersion(1, minor)
	for _, check := range policy.DefaultChecks() {
		var judge policy.CheckPodFn
		for _, version := range check.Versions {
			if !now.Older(version.MinimumVersion) {
				judge = version.CheckPod
			}
		}
		if judge != nil {
			verdict[check.ID] = judge(metadata, spec).Allowed
		}
	}
	return verdict
}

// verdict is a rule of the table and the level that one of its findings breaks.
type verdict struct {
	rule  string
	level lint.PodSecurity
}

// found is the rules of the table that find something in a text, by the level that it breaks, each with one finding. What rules keep quiet
// about because others speak is among it.
func found(name string, text []byte, minor int) map[verdict]string {
	world := lint.World{Images: knowledge.BaseImages, KubernetesMinor: minor}
	findings := map[verdict]string{}
	for _, u := range parse.File(lint.NewFile(name, text), nil) {
		for _, f := range lint.Judge(u, judges(), world) {
			findings[verdict{f.Rule.ID, f.PodSecurity}] = f.Message
		}
	}
	return findings
}

// findingsOf is the findings that stand for a control, or nothing.
func findingsOf(control policy.CheckID, findings map[verdict]string) string {
	levels := []lint.PodSecurity{lint.Baseline}
	if !isBaseline(control) {
		levels = append(levels, lint.Restricted)
	}
	var all []string
	for _, id := range controls[control] {
		for _, level := range levels {
			if message, ok := findings[verdict{id, level}]; ok {
				all = append(all, fmt.Sprintf("%s: %s", id, message))
			}
		}
	}
	return strings.Join(all, "; ")
}

// isBaseline tells whether a control is of the baseline level, which what only breaks the restricted one does not break.
func isBaseline(control policy.CheckID) bool {
	return slices.ContainsFunc(policy.DefaultChecks(), func(c policy.Check) bool { return c.ID == control && c.Level == api.LevelBaseline })
}

// levels is the levels of the standards that the findings of all rules break, as a report tells them, where the more specific speaks.
func levels(name string, text []byte, minor int) map[api.Level]bool {
	broken := map[api.Level]bool{}
	o := run.Options{Rules: rules.All(), Profile: lint.Pedantic, World: lint.World{Images: knowledge.BaseImages, KubernetesMinor: minor}}
	for _, f := range run.Judge(lint.NewFile(name, text), o) {
		switch f.PodSecurity {
		case lint.Baseline:
			broken[api.LevelBaseline], broken[api.LevelRestricted] = true, true
		case lint.Restricted:
			broken[api.LevelRestricted] = true
		}
	}
	return broken
}

// admits is whether a level lets a pod in.
func admits(t *testing.T, level api.Level, minor int, metadata *metav1.ObjectMeta, spec *corev1.PodSpec) bool {
	t.Helper()
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		t.Fatal(err)
	}
	version := api.LevelVersion{Level: level, Version: api.MajorMinorVersion(1, minor)}
	return policy.AggregateCheckResults(evaluator.EvaluatePod(version, metadata, spec)).Allowed
}

// asDefaulted gives volumes without a source the one that the API server gives them.
func asDefaulted(spec *corev1.PodSpec) {
	for i := range spec.Volumes {
		if spec.Volumes[i].VolumeSource == (corev1.VolumeSource{}) {
			spec.Volumes[i].EmptyDir = &corev1.EmptyDirVolumeSource{}
		}
	}
}
