//go:build !windows

package outputs

import (
	"errors"
	"os"
	"syscall"
)

func openLocked(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	// A network folder without locks is written all the same.
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); errors.Is(err, syscall.EWOULDBLOCK) {
		f.Close()
		return nil, errHeld
	}
	return f, nil
}

// unlock removes the file while it is still locked: nobody else can have it.
func unlock(f *os.File) {
	os.Remove(f.Name())
	f.Close()
}
