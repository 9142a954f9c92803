package run

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/stridelint/stridelint/lint"
)

// Input is something to judge, or something that should be judged but cannot be reached.
type Input struct {
	Path string // as it is reported: slash-separated, cleaned, relative where it was given so
	Disk string // what is opened: absolute, symbolic links resolved; empty where Text holds the content
	// Root is the folder, as Disk has it, that nothing which the input names may lie outside of; empty where nothing is opened for it.
	Root string
	// Linked tells that Path is a symbolic link, so that what stands beside it does not stand beside Disk.
	Linked bool
	// Explicit tells that it was named on the command line as a file: its content decides, whatever its name.
	Explicit bool
	Text     []byte // standard input
	// Nameless tells that it is standard input without a name, which proves nothing about what is not in it.
	Nameless bool
	// Excluded tells that it is standard input that is not judged: it has the name of a file that is excluded.
	Excluded bool
	Err      error // why it cannot be reached

	edited map[string]*lint.File // what the files that it is read with are now, by their path, where that is not on disk
}

// Discover finds the inputs that the paths name: files as they are, and in folders what may be ours by its name, as far as
// neither git nor a pattern of exclude ignores it. It never leaves a folder through a symbolic link. The inputs come
// ordered by path, each file once. An exclude is a doublestar pattern of a reported path; one of a folder holds for all in it.
func Discover(paths []string, exclude []string) []Input {
	w := newWalker(exclude)
	for _, p := range paths {
		w.argument(p)
	}
	// A link speaks only where its target was not found under its own name: there is one place to fix.
	for _, link := range w.links {
		w.add(link)
	}
	slices.SortFunc(w.inputs, func(a, b Input) int { return cmp.Compare(a.Path, b.Path) })
	return w.inputs
}

// Exclude leaves out the inputs that a pattern of exclude is about, those too that were named. A path that was given from the root
// is looked at as seen from the working folder.
func Exclude(inputs []Input, exclude []string) []Input {
	w := newWalker(exclude)
	return slices.DeleteFunc(inputs, func(in Input) bool { return w.excludesAbove(fromWorkingFolder(in.Path)) })
}

// fromWorkingFolder is a path relative to the working folder, if it lies in it.
func fromWorkingFolder(reported string) string {
	folder, err := os.Getwd()
	if err != nil || !filepath.IsAbs(reported) {
		return reported
	}
	below, err := filepath.Rel(folder, filepath.FromSlash(reported))
	if err != nil {
		return reported
	}
	return filepath.ToSlash(below)
}

// walker gathers inputs.
type walker struct {
	exclude []string
	root    string // the folder that is being walked, as Input.Disk
	inputs  []Input
	index   map[string]int // of inputs, by Disk
	links   []Input        // files within the root that symbolic links in it lead to
}

func newWalker(exclude []string) *walker {
	w := &walker{index: map[string]int{}}
	for _, pattern := range exclude {
		w.exclude = append(w.exclude, strings.TrimSuffix(strings.TrimPrefix(pattern, "./"), "/"))
	}
	return w
}

// add takes an input in unless its file is there already.
func (w *walker) add(in Input) {
	if i, found := w.index[in.Disk]; found {
		w.inputs[i].Explicit = w.inputs[i].Explicit || in.Explicit
		return
	}
	w.index[in.Disk] = len(w.inputs)
	w.inputs = append(w.inputs, in)
}

// argument takes in what one path of the command line names.
func (w *walker) argument(arg string) {
	reported := filepath.ToSlash(filepath.Clean(arg))
	disk, info, err := follow(arg)
	switch {
	case err == nil && info.IsDir():
		if !w.excludesAbove(reported) {
			w.root = disk
			w.folder(disk, reported, inheritedRules(disk))
		}
		return
	case err == nil && !info.Mode().IsRegular():
		err = errNotRegular
	}
	w.add(Input{Path: reported, Disk: disk, Root: rootOf(disk), Linked: isLink(arg), Explicit: true, Err: unreadable(err)})
}

func isLink(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// follow finds what a path means, symbolic links resolved. The path is absolute even if there is nothing.
func follow(name string) (string, fs.FileInfo, error) {
	info, statErr := os.Stat(name)
	absolute, err := filepath.Abs(name)
	if err != nil {
		return name, nil, err
	}
	if statErr != nil {
		return absolute, nil, statErr
	}
	target, err := filepath.EvalSymlinks(absolute)
	if err != nil {
		return absolute, nil, err
	}
	return target, info, nil
}

// folder walks a folder. What is unreadable in it does not hide the rest.
func (w *walker) folder(disk, reported string, rules *ignoreRules) {
	entries, err := os.ReadDir(disk)
	if err != nil {
		w.add(Input{Path: reported, Disk: disk, Err: unreadable(err)})
	}
	var isRepository, hasRules bool
	for _, e := range entries {
		isRepository = isRepository || e.Name() == ".git"
		hasRules = hasRules || e.Name() == ".gitignore"
	}
	if isRepository || hasRules {
		rules = rules.enter(disk, isRepository)
	}
	for _, e := range entries {
		name := e.Name()
		if name == ".git" || !e.IsDir() && !candidate(reported, name) {
			continue
		}
		in := Input{Path: path.Join(reported, name), Disk: filepath.Join(disk, name), Root: w.root}
		switch {
		case rules.ignores(in.Disk, e.IsDir()) || w.excludes(in.Path):
		case e.IsDir():
			w.folder(in.Disk, in.Path, rules)
		case e.Type().IsRegular():
			w.add(in)
		case e.Type()&fs.ModeSymlink != 0:
			w.link(in)
		default:
			w.irregular(in)
		}
	}
}

// link takes in a file that a symbolic link leads to, if it stays within the root. Folders are found where they really are.
func (w *walker) link(in Input) {
	target, info, err := follow(in.Disk)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		// It leads out of what was given, or nowhere: either way there is nothing of it here.
	case err != nil:
		in.Err = unreadable(err)
		w.add(in)
	case !within(w.root, target) || info.IsDir():
	case !info.Mode().IsRegular():
		w.irregular(in)
	default:
		in.Disk, in.Linked = target, true
		w.links = append(w.links, in)
	}
}

// irregular takes in what is no file though its name promises one. It is never opened: a pipe would not end.
func (w *walker) irregular(in Input) {
	if kindOfName(path.Base(in.Path)) != perhapsScript {
		in.Err = unreadable(errNotRegular)
		w.add(in)
	}
}

// within tells whether a path lies below a folder, both resolved.
func within(folder, name string) bool {
	rest, found := strings.CutPrefix(name, folder)
	return found && (strings.HasPrefix(rest, string(filepath.Separator)) || strings.HasSuffix(folder, string(filepath.Separator)))
}

// excludes tells whether a pattern is about the path. A malformed pattern is about none.
func (w *walker) excludes(reported string) bool {
	return slices.ContainsFunc(w.exclude, func(pattern string) bool {
		match, _ := doublestar.Match(pattern, reported)
		return match
	})
}

// excludesAbove tells whether a folder or one that it is written in is excluded. Dots alone are no name to speak of.
func (w *walker) excludesAbove(reported string) bool {
	for {
		parent := path.Dir(reported)
		if parent == reported || path.Base(reported) == ".." {
			return false
		}
		if w.excludes(reported) {
			return true
		}
		reported = parent
	}
}

var errNotRegular = errors.New("it is not a regular file")

// unreadable says in plain words why something cannot be reached, without repeating its path. It is nil for nil.
func unreadable(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("does not exist")
	}
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	if errors.Is(err, fs.ErrPermission) {
		err = fs.ErrPermission
	}
	return errors.New("cannot be read: " + err.Error())
}
