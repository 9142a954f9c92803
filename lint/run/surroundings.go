package run

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// surroundings tells of manifests what they take part in: a kustomization that names them as patches, a Helm chart that renders
// them. Each folder is looked at once, by whichever worker comes first.
type surroundings struct {
	mutex   sync.Mutex
	folders map[string]folder
}

// folder is what a folder on disk says of the files in it and below.
type folder struct {
	isChart bool
	patches []string // the files, on disk, that a kustomization in it lays over others
}

// maxAncestors is how many folders above a file are asked.
const maxAncestors = 8

// above is the folders that a file stands in, the nearest first.
func above(file string) []string {
	var folders []string
	for dir := filepath.Dir(file); len(folders) < maxAncestors; dir = filepath.Dir(dir) {
		folders = append(folders, dir)
		if dir == filepath.Dir(dir) {
			break
		}
	}
	return folders
}

// in is what a folder says.
func (s *surroundings) in(dir string) folder {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	f, known := s.folders[dir]
	if !known {
		f = readFolder(dir)
		s.folders[dir] = f
	}
	return f
}

func readFolder(dir string) folder {
	var f folder
	if info, err := os.Stat(filepath.Join(dir, "Chart.yaml")); err == nil {
		f.isChart = info.Mode().IsRegular()
	}
	for _, name := range parse.Kustomizations {
		text, err := readFile(filepath.Join(dir, name), maxFileSize)
		if err != nil {
			continue
		}
		for _, patch := range parse.ReadKustomization(lint.NewFile(name, text)).Patches {
			f.patches = append(f.patches, below(dir, filepath.FromSlash(patch)))
		}
	}
	return f
}

// isPart tells whether what the input lacks proves nothing: it is a patch, or a chart completes it.
func (s *surroundings) isPart(in Input) bool { return s.isPatch(in) || s.chart(in) != "" }

// isPatch tells whether a kustomization names the input as a patch: one in its folder or above it, where kustomize lets it be.
func (s *surroundings) isPatch(in Input) bool {
	file := in.place()
	return file != "" && slices.ContainsFunc(above(file), func(dir string) bool {
		return slices.Contains(s.in(dir).patches, file)
	})
}

// chart is the path of the Helm chart of which the input is a template, or nothing.
func (s *surroundings) chart(in Input) string {
	file := in.place()
	if file == "" || !strings.Contains(filepath.ToSlash(file), "/templates/") {
		return ""
	}
	for _, dir := range above(file) {
		chart := filepath.Dir(dir)
		if filepath.Base(dir) != "templates" || !s.in(chart).isChart {
			continue
		}
		template, _ := filepath.Rel(chart, file)
		if reported, found := strings.CutSuffix(in.Path, filepath.ToSlash(template)); found {
			return path.Clean(reported)
		}
		return chart
	}
	return ""
}

// isValues tells whether the input is what a Helm chart is rendered with, which is no manifest whatever it looks like.
func (s *surroundings) isValues(in Input) bool {
	file := in.place()
	if file == "" || !strings.Contains(filepath.Base(file), "values") {
		return false
	}
	dir := filepath.Dir(file)
	return s.in(dir).isChart || s.in(filepath.Dir(dir)).isChart
}
