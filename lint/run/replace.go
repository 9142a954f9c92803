package run

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// replaceFile gives a file another content in one step: whoever looks sees the old one or the new one. Its mode stays, and
// its owner where that may be.
func replaceFile(name string, text []byte) (err error) {
	defer func() { err = withoutPath(err) }()
	info, err := writable(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errNotRegular
	}
	// Where the file itself may not be written, its folder would still let it be replaced.
	file, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	file.Close()
	folder := filepath.Dir(name)
	if _, err := writable(folder); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(folder, ".stridelint-")
	if err != nil {
		return err
	}
	err = errors.Join(fill(temporary, text, info), temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), name)
	}
	if err != nil {
		os.Remove(temporary.Name())
	}
	return err
}

// writable is what stands at a path, and an error if its mode lets no one write there: that is meant even where the one who
// asks could.
func writable(name string) (fs.FileInfo, error) {
	info, err := os.Lstat(name)
	if err == nil && info.Mode().Perm()&0o222 == 0 {
		err = fs.ErrPermission
	}
	return info, err
}

// fill writes a new file that is to be as another one.
func fill(file *os.File, text []byte, like fs.FileInfo) error {
	if _, err := file.Write(text); err != nil {
		return err
	}
	keepOwner(file, like) // first: it takes setuid away
	return file.Chmod(like.Mode())
}

// withoutPath is an error of a file without the file's name, which its reader is told anyway.
func withoutPath(err error) error {
	if pathError := (*fs.PathError)(nil); errors.As(err, &pathError) {
		return pathError.Err
	}
	if linkError := (*os.LinkError)(nil); errors.As(err, &linkError) {
		return linkError.Err
	}
	return err
}
