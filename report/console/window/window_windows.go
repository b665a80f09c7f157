package window

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

const utf8 = 65001 // the code page

var processList = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")

// Open readies the console: output is UTF-8, and escape sequences are obeyed where the
// system can (Windows 10 and later).
func Open() Window {
	w := Window{Own: alone()}
	if before, err := windows.GetConsoleOutputCP(); err == nil && before != utf8 && windows.SetConsoleOutputCP(utf8) == nil {
		w.close = append(w.close, func() { _ = windows.SetConsoleOutputCP(before) })
	}
	for _, f := range []*os.File{os.Stdout, os.Stderr} {
		console := windows.Handle(f.Fd())
		var before uint32
		if windows.GetConsoleMode(console, &before) != nil {
			continue // a file or a pipe
		}
		if windows.SetConsoleMode(console, before|windows.ENABLE_PROCESSED_OUTPUT|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil {
			w.close = append(w.close, func() { _ = windows.SetConsoleMode(console, before) })
		}
	}
	return w
}

// alone tells whether no other process, such as a shell, is attached to the console.
func alone() bool {
	if processList.Find() != nil {
		return false
	}
	var ids [2]uint32
	n, _, _ := processList.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}

// Escapes tells whether a terminal obeys escape sequences.
func Escapes(f *os.File) bool {
	var mode uint32
	return windows.GetConsoleMode(windows.Handle(f.Fd()), &mode) == nil && mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0
}
