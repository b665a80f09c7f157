package outputs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// errHeld says that another process holds the lock.
var errHeld = errors.New("locked")

// BusyError is that another run is writing into the folder.
type BusyError struct{ Folder string }

func (e *BusyError) Error() string {
	return "另一个 taizhang 正在写文件夹 " + e.Folder + "，请等它结束后重试"
}

// lock keeps other runs from writing into the folder until release is called. The system
// itself holds it, so that it goes with the process however that ends.
func lock(folder string) (release func(), err error) { return hold(folder, lockName) }

// hold keeps others from a file of the folder until release is called.
func hold(folder, name string) (release func(), err error) {
	path := filepath.Join(folder, name)
	for {
		f, err := openLocked(path)
		if errors.Is(err, errHeld) {
			return nil, &BusyError{folder}
		}
		if err != nil {
			return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
		}
		mine, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
		}
		if there, err := os.Stat(path); err == nil && os.SameFile(mine, there) {
			return func() { unlock(f) }, nil
		}
		f.Close() // the run before removed it while this one waited to open it
	}
}
