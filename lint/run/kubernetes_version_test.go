package run

import "testing"

func TestKubernetesMinor(t *testing.T) {
	for version, want := range map[string]int{
		"": 0, "latest": 0, "1.29": 29, "v1.29": 29, "1.29.3": 29, "1.30.0": 30, "v1.31.2-gke.1115000": 31, "v1.32.1+k3s1": 32, "1.99": 99,
		"1.3": -1, "1.19": -1, "1": -1, "2.1": -1, "29": -1, "1.x": -1, "1.29.": -1, "1.29.3.4": -1, "1.-29": -1, "1.+29": -1, "1.290": -1, "stable": -1, "1.29.x": -1,
	} {
		got, err := KubernetesMinor(version)
		if err != nil {
			got = -1
		}
		if got != want {
			t.Errorf("%q is %d (%v), want %d", version, got, err, want)
		}
	}
}
