package run

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"sigs.k8s.io/yaml"
)

// Config is what a configuration file can say. The command line speaks louder than it.
type Config struct {
	Profile     string   `json:"profile"`
	Select      []string `json:"select"`
	Ignore      []string `json:"ignore"`
	MinSeverity string   `json:"min-severity"`
	FailOn      string   `json:"fail-on"`
	Exclude     []string `json:"exclude"` // doublestar patterns of paths that are not searched
	// Rules is what rules are told: by rule, then by setting.
	Rules map[string]map[string]Texts `json:"rules"`
	// BaseImages is what is known of images beyond those that are published, by a pattern of their names.
	BaseImages map[string]BaseImage `json:"base-images"`
	// KubernetesVersion is the release that manifests are meant for.
	KubernetesVersion string `json:"kubernetes-version"`

	path string
}

// BaseImage is what a configuration file can say of an image.
type BaseImage struct {
	User  string `json:"user"`  // as in USER; empty, it is not said
	Shell *bool  `json:"shell"` // whether it has /bin/sh; nil, it is not said
}

// configNames is the names of a configuration file, the first that is there counts.
var configNames = []string{".stridelint.yaml", ".stridelint.yml"}

// FindConfig is the path of the configuration that holds for a folder: the nearest one in it or above it, up to the root of
// the git repository; empty if there is none.
func FindConfig(folder string) string {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	for {
		for _, name := range configNames {
			if info, err := os.Stat(filepath.Join(folder, name)); err == nil && info.Mode().IsRegular() {
				return filepath.Join(folder, name)
			}
		}
		parent := filepath.Dir(folder)
		if isRepository(folder) || parent == folder {
			return ""
		}
		folder = parent
	}
}

// ReadConfig reads a configuration file. An unknown or repeated key is an error.
func ReadConfig(path string) (Config, error) {
	var c Config
	text, err := os.ReadFile(path)
	if err != nil {
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		return c, fmt.Errorf("configuration %s cannot be read: %w", path, err)
	}
	if err := yaml.UnmarshalStrict(text, &c); err != nil {
		return c, fmt.Errorf("configuration %s: %w", path, err)
	}
	c.path = path
	return c, nil
}
