package knowledge

import (
	"net/url"
	"strings"
	"time"
)

// LabelNameFault is what is wrong with the name of an image's label, as the end of a sentence; empty if nothing is
// (https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations).
func LabelNameFault(name string) string {
	switch {
	case name == "":
		return "is empty"
	case strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "":
		return "has other characters than lower-case letters, digits, dots and dashes"
	case strings.Contains(name, "..") || strings.Contains(name, "--"):
		return "has two dots or dashes in a row"
	case !isLower(name[0]) || !isLower(name[len(name)-1]) && !isDigit(name[len(name)-1]):
		return "does not begin with a letter and end with a letter or digit"
	}
	for _, reserved := range [...]string{"com.docker.", "io.docker.", "org.dockerproject."} {
		// Docker asks those who extend Docker Desktop for labels of its own.
		if strings.HasPrefix(name, reserved) && !strings.HasPrefix(name, "com.docker.extension.") && !strings.HasPrefix(name, "com.docker.desktop.") {
			return "is in a namespace that Docker keeps for itself"
		}
	}
	return ""
}

// predefined is the labels whose values have a form: the annotations of the OCI image specification and their forerunners
// (https://github.com/opencontainers/image-spec/blob/main/annotations.md, http://label-schema.org/rc1/).
var predefined = [...]struct {
	name  string
	fault func(string) string
}{
	{"org.opencontainers.image.created", timeFault},
	{"org.opencontainers.image.url", urlFault},
	{"org.opencontainers.image.documentation", urlFault},
	{"org.opencontainers.image.source", urlFault},
	{"org.opencontainers.image.licenses", licenseFault},
	{"org.opencontainers.image.version", versionFault},
	{"org.opencontainers.image.revision", versionFault},
	{"org.label-schema.build-date", timeFault},
	{"org.label-schema.url", urlFault},
	{"org.label-schema.vcs-url", urlFault},
	{"org.label-schema.vcs-ref", versionFault},
	{"org.label-schema.version", versionFault},
}

// LabelValueFault is what is wrong with the value of a predefined label, as the end of a sentence; empty if nothing is known to be.
func LabelValueFault(name, value string) string {
	if !strings.HasPrefix(name, "org.opencontainers.image.") && !strings.HasPrefix(name, "org.label-schema.") {
		return ""
	}
	if strings.TrimSpace(value) == "" {
		return "is empty"
	}
	for _, label := range predefined {
		if label.name == name {
			return label.fault(value)
		}
	}
	return ""
}

func timeFault(s string) string {
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return "is no time as RFC 3339 has it, such as 2026-03-31T12:00:00Z"
	}
	return ""
}

func urlFault(s string) string {
	if u, err := url.Parse(s); err != nil || u.Scheme == "" || u.Host == "" {
		return "is no URL"
	}
	return ""
}

func licenseFault(s string) string {
	if !isLicenseExpression(s) {
		return "is no SPDX license expression, such as Apache-2.0 OR MIT"
	}
	return ""
}

// versionFault knows the names that mean something else every day.
func versionFault(s string) string {
	switch strings.ToLower(s) {
	case "latest", "head", "main", "master", "trunk", "develop", "dev", "nightly", "unknown", "none", "todo":
		return "names no version"
	}
	return ""
}
