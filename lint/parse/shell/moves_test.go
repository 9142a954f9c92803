package shell

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// TestMoves tells of which builds it is known that they run where the script does.
func TestMoves(t *testing.T) {
	for text, want := range map[string]lint.State{
		"docker build .":                            lint.Set,
		"cd app && docker build .":                  lint.Unknown,
		"cd -- ../app; docker build .":              lint.Unknown,
		"pushd app; make; popd; docker build .":     lint.Unknown,
		"cd .; docker build .":                      lint.Set,
		"cd; docker build .":                        lint.Set,
		"cd -; docker build .":                      lint.Set,
		"cd \"$(dirname \"$0\")\"; docker build .":  lint.Set,
		"cd \"$ROOT\" && docker build .":            lint.Set,
		"docker build . && cd app && docker push a": lint.Set,
	} {
		u := Parse(lint.NewFile("build.sh", []byte(text)))
		if len(u.Builds) != 1 || u.Builds[0].Folder.State != want {
			t.Errorf("%s: %v, not %s", text, u.Builds[0].Folder.State, want)
		}
	}
	u := Parse(lint.NewFile("build.sh", []byte("cd app; docker buildx bake -f images.json")))
	if u.Builds[0].Bake != nil {
		t.Error("bake files are looked for where they are not")
	}
}
