package knowledge

import "testing"

func TestLabelNameFault(t *testing.T) {
	for name, valid := range map[string]bool{
		"maintainer": true, "org.opencontainers.image.source": true, "com.example.a-b.c2": true, "com.docker.extension.icon": true,
		"": false, "Maintainer": false, "a_b": false, "a b": false, "a..b": false, "a--b": false, ".a": false, "a.": false, "1a": false, "é": false,
		"com.docker.image": false, "io.docker.x": false, "org.dockerproject.y": false,
	} {
		if fault := LabelNameFault(name); (fault == "") != valid {
			t.Errorf("fault of name %q is %q", name, fault)
		}
	}
}

func TestLabelValueFault(t *testing.T) {
	const oci = "org.opencontainers.image."
	for _, test := range []struct {
		name, value string
		valid       bool
	}{
		{oci + "created", "2026-03-31T12:00:00Z", true},
		{oci + "created", "2026-03-31T12:00:00.5+02:00", true},
		{oci + "created", "2026-03-31", false},
		{oci + "source", "https://git.example.com/shop", true},
		{oci + "source", "ssh://git@git.example.com/shop.git", true},
		{oci + "source", "git.example.com/shop", false},
		{oci + "url", "shop", false},
		{oci + "documentation", "https://", false},
		{oci + "licenses", "MIT", true},
		{oci + "licenses", "Apache-2.0 OR (GPL-2.0-only WITH Classpath-exception-2.0 AND LicenseRef-shop)", true},
		{oci + "licenses", "GPL-2.0+", true},
		{oci + "licenses", "Apache 2.0", false},
		{oci + "licenses", "GPLv3", false},
		{oci + "licenses", "MIT AND", false},
		{oci + "licenses", "(MIT", false},
		{oci + "licenses", "MIT)", false},
		{oci + "licenses", "OR MIT", false},
		{oci + "licenses", "MIT, ISC", false},
		{oci + "version", "1.4.2", true},
		{oci + "version", "Latest", false},
		{oci + "revision", "main", false},
		{oci + "revision", "r4711", true},
		{oci + "title", "", false},
		{oci + "title", "Shop", true},
		{"org.label-schema.build-date", "today", false},
		{"org.label-schema.vcs-url", "https://git.example.com/shop", true},
		{"maintainer", "", true},
		{"com.example.url", "shop", true},
	} {
		if fault := LabelValueFault(test.name, test.value); (fault == "") != test.valid {
			t.Errorf("fault of %s=%q is %q", test.name, test.value, fault)
		}
	}
}
