package knowledge

import "strings"

// pragmas is how the comments begin by which other tools are told to overlook a finding, in lower case and without spaces at the start.
var pragmas = [...]struct{ prefix, tool string }{
	{"hadolint ignore", "hadolint"},        // https://github.com/hadolint/hadolint#inline-ignores
	{"hadolint global ignore", "hadolint"}, // as above
	{"checkov:skip=", "Checkov"},           // https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
	{"trivy:ignore:", "Trivy"},             // https://trivy.dev/latest/docs/configuration/filtering/#by-inline-comments
	{"kics-scan ignore", "KICS"},           // https://docs.kics.io/latest/running-kics/#using_commands_on_scanned_files_as_comments
	{"kics-scan disable=", "KICS"},         // as above
	{"nosemgrep", "Semgrep"},               // https://semgrep.dev/docs/ignoring-files-folders-code
	{"gitleaks:allow", "Gitleaks"},         // https://github.com/gitleaks/gitleaks#gitleaksallow
}

// SuppressedTool is the tool that a comment tells to overlook a finding; empty if the comment is no such thing.
func SuppressedTool(comment string) string {
	comment = strings.ToLower(strings.TrimLeft(comment, "# \t"))
	for _, p := range pragmas {
		if strings.HasPrefix(comment, p.prefix) {
			return p.tool
		}
	}
	return ""
}
