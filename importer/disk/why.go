package disk

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
)

// Reason returns the system's own words without the path, which the finding names already.
func Reason(err error) string {
	if InUse(err) {
		return "正在别的程序中打开"
	}
	if errors.Is(err, fs.ErrPermission) {
		return "没有权限"
	}
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err.Error()
	}
	return err.Error()
}

// What Windows says of a file that another program has open and does not share
// (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
const (
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
)

// InUse reports that the system keeps a file from us because another program has it open.
func InUse(err error) bool {
	var code syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &code) && (code == sharingViolation || code == lockViolation)
}
