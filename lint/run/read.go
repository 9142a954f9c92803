package run

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"syscall"
)

// maxFileSize bounds what is read of one file, in bytes.
const maxFileSize = 10 << 20

// read is the input's content. Of a file that only a shebang would make ours, and that has none, it is nothing.
func (in Input) read() ([]byte, error) {
	switch {
	case in.Err != nil:
		return nil, in.Err
	case in.Disk == "":
		return in.Text, nil
	case !in.Explicit && kindOfName(path.Base(in.Path)) == perhapsScript:
		if ours, err := beginsWithShebang(in.Disk); err != nil || !ours {
			return nil, err
		}
	}
	return readFile(in.Disk, maxFileSize)
}

// readFile reads a regular file of no more than a number of bytes.
func readFile(name string, limit int64) ([]byte, error) {
	f, size, err := openFile(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	var text bytes.Buffer
	if size <= limit {
		text.Grow(int(size) + bytes.MinRead) // so that the end is met without growing again
		// A file can be longer than it says, or grow.
		if size, err = text.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
			return nil, unreadable(err)
		}
	}
	if size > limit {
		return nil, tooLarge(limit)
	}
	return text.Bytes(), nil
}

func tooLarge(limit int64) error { return fmt.Errorf("is larger than %d MiB", limit>>20) }

func beginsWithShebang(name string) (bool, error) {
	f, _, err := openFile(name)
	if err != nil {
		return false, unreadable(err)
	}
	defer f.Close()
	var head [2]byte
	_, err = io.ReadFull(f, head[:])
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return false, nil
	}
	return string(head[:]) == "#!", unreadable(err)
}

// openFile opens a regular file. It does not wait for the other end of what became a pipe since it was found.
func openFile(name string) (*os.File, int64, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}
