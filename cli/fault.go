package cli

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"syscall"

	"taizhang/importer"
	"taizhang/report/console"
	"taizhang/report/outputs"
)

// fail says what went wrong in one line, then what to do, and returns the exit code.
func (c *call) fail(err error) int {
	if errors.Is(err, context.Canceled) {
		err = errors.New("已中断")
	}
	console.Fault(c.stderr, err.Error())
	var wrong *importer.UsageError
	if errors.As(err, &wrong) {
		console.Fault(c.stderr, "提示："+wrong.Hint)
		return ExitUsage
	}
	if hint := remedy(err); hint != "" {
		console.Fault(c.stderr, "提示："+hint)
	}
	var unfinished *outputs.UnfinishedError
	if errors.As(err, &unfinished) {
		console.Fault(c.stderr, "成果可能有的已换新、有的没有换；每个文件都是完整的。请关闭打开着的成果，再运行一次，程序会先接着换完或者换回。")
		return ExitFailed
	}
	console.Fault(c.stderr, "没有写出任何文件，原有成果没有改动。")
	return ExitFailed
}

// What Windows says of a full disk (ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL).
const (
	windowsHandleDiskFull = syscall.Errno(39)
	windowsDiskFull       = syscall.Errno(112)
)

// remedy says in the clerk's words what the system says in its own, "" where it is nothing
// that the clerk can mend.
func remedy(err error) string {
	var code syscall.Errno
	full := errors.Is(err, syscall.ENOSPC)
	if errors.As(err, &code) && runtime.GOOS == "windows" {
		full = full || code == windowsDiskFull || code == windowsHandleDiskFull
	}
	switch {
	case full:
		return "磁盘满了，请腾出空间，或用 --out 写到别的盘。"
	case importer.InUse(err):
		return "有文件正在别的程序（Excel、WPS、PDF 阅读器等）中打开，请关闭后再运行一次。"
	case errors.Is(err, syscall.EROFS):
		return "这个盘是只读的，请用 --out 写到别的文件夹。"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限，请换一个自己能写的文件夹，或关闭打开着这些文件的程序。"
	}
	return ""
}
