package podsecurity

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"sigs.k8s.io/yaml"
)

// The versions that are compared: from the first to which the standards in their present form apply up to the latest.
const firstMinor, lastMinor = 22, 37

// The pods that Kubernetes tries its evaluator on: each that must be refused breaks the control that it is made for, each that must
// be let in is clean of its level.
func TestFixtures(t *testing.T) {
	folder := testdata(t)
	passed, failed := 0, 0
	for minor := firstMinor; minor <= lastMinor; minor++ {
		for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
			in := filepath.Join(folder, string(level), fmt.Sprintf("v1.%d", minor))
			for _, path := range glob(t, filepath.Join(in, "pass", "*.yaml")) {
				passed++
				mustPass(t, path, level, minor)
			}
			for _, path := range glob(t, filepath.Join(in, "fail", "*.yaml")) {
				failed++
				mustFail(t, path, minor)
			}
		}
	}
	if passed == 0 || failed == 0 {
		t.Errorf("%d pods must pass, %d must fail", passed, failed)
	}
	t.Logf("%d pods of Kubernetes 1.%d to 1.%d: %d break their control, %d are clean of their level", passed+failed, firstMinor, lastMinor, failed, passed)
}

// testdata is the folder of the module's pods.
func testdata(t *testing.T) string {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "k8s.io/pod-security-admission").Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(strings.TrimSpace(string(out)), "test", "testdata")
}

func glob(t *testing.T, pattern string) []string {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(paths), err)
	}
	return paths
}

func mustPass(t *testing.T, path string, level api.Level, minor int) {
	text, pod := read(t, path)
	if levels(path, text, minor)[level] {
		t.Errorf("%s breaks level %s in the report", path, level)
	}
	findings := found(path, text, minor)
	for _, check := range policy.DefaultChecks() {
		if level == api.LevelBaseline && check.Level != api.LevelBaseline {
			continue
		}
		agree(t, path, check.ID, admission(minor, &pod.ObjectMeta, &pod.Spec), findings)
		if message := findingsOf(check.ID, findings); message != "" && check.Level == level {
			t.Errorf("%s passes, but %s", path, message)
		}
	}
}

func mustFail(t *testing.T, path string, minor int) {
	text, pod := read(t, path)
	findings, verdict := found(path, text, minor), admission(minor, &pod.ObjectMeta, &pod.Spec)
	for control := range verdict {
		agree(t, path, control, verdict, findings)
	}
	control := controlOf(t, path)
	if findingsOf(control, findings) == "" {
		t.Errorf("%s is made to break %s, and nothing is found", path, control)
	}
}

// agree holds that the rules of a control find something where the evaluator does, and only there.
func agree(t *testing.T, name string, control policy.CheckID, verdict map[policy.CheckID]bool, findings map[verdict]string) bool {
	t.Helper()
	allowed, exists := verdict[control]
	message := findingsOf(control, findings)
	if (message == "") != (allowed || !exists) {
		t.Errorf("%s: %s allowed: %t, found: %q", name, control, allowed, message)
		return false
	}
	return true
}

// controlOf is the control that a file is made to break: its name in lower case, with a number behind.
func controlOf(t *testing.T, path string) policy.CheckID {
	name := strings.TrimRight(strings.TrimSuffix(filepath.Base(path), ".yaml"), "0123456789")
	for control := range controls {
		if strings.EqualFold(string(control), name) {
			return control
		}
	}
	t.Fatalf("%s is made for no control", path)
	return ""
}

func read(t *testing.T, path string) ([]byte, *corev1.Pod) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var pod corev1.Pod
	if err := yaml.UnmarshalStrict(text, &pod); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	asDefaulted(&pod.Spec)
	return text, &pod
}
