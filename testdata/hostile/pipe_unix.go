//go:build unix

package hostile

import "syscall"

func makePipe(at string) error { return syscall.Mkfifo(at, 0o644) }
