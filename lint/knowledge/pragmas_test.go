package knowledge

import "testing"

func TestSuppressedTool(t *testing.T) {
	for comment, want := range map[string]string{
		" hadolint ignore=DL3008": "hadolint", " Hadolint global ignore=DL3008,DL3018": "hadolint", "checkov:skip=CKV_DOCKER_3:reason": "Checkov",
		" trivy:ignore:DS-0002": "Trivy", " kics-scan ignore-line": "KICS", " nosemgrep: rule": "Semgrep", " check=skip=all": "",
		" stridelint:ignore root-user -- why": "", " ignore the checkov:skip below": "", " hadolint is run in CI": "", "": "", " check=error=true": "",
	} {
		if got := SuppressedTool(comment); got != want {
			t.Errorf("SuppressedTool(%q) = %q", comment, got)
		}
	}
}
