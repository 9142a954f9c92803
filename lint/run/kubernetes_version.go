package run

import (
	"fmt"
	"strconv"
	"strings"
)

// oldestMinor is the oldest minor version of Kubernetes 1.x that can be asked for. It is older than the Pod Security Standards' own
// admission (1.22), and new enough that no version with a zero at its end, which YAML cuts off, becomes one that can be asked for.
const oldestMinor = 20

// KubernetesMinor is the minor version that a version of Kubernetes names, as a World has it: "1.29", "v1.29", "1.29.3", and 0 for
// "latest" or nothing.
func KubernetesMinor(version string) (int, error) {
	if version == "" || version == "latest" {
		return 0, nil
	}
	release, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), "-")
	release, _, _ = strings.Cut(release, "+")
	numbers := strings.Split(release, ".")
	if len(numbers) < 2 || len(numbers) > 3 || numbers[0] != "1" {
		return 0, notAVersion(version)
	}
	minor, err := strconv.ParseUint(numbers[1], 10, 64)
	if err != nil || minor > 99 {
		return 0, notAVersion(version)
	}
	if len(numbers) == 3 {
		if _, err := strconv.ParseUint(numbers[2], 10, 64); err != nil {
			return 0, notAVersion(version)
		}
	}
	if minor < oldestMinor {
		return 0, fmt.Errorf("Kubernetes %s is older than 1.%d, the oldest that can be asked for (in YAML, a version needs quotes: 1.30 is the number 1.3)", version, oldestMinor)
	}
	return int(minor), nil
}

func notAVersion(text string) error {
	return fmt.Errorf("%q is no version of Kubernetes such as 1.29 or latest", text)
}
