//go:build !windows

package window

import "os"

// Open readies the console: elsewhere than on Windows there is nothing to do.
func Open() Window { return Window{} }

// Escapes tells whether a terminal obeys escape sequences.
func Escapes(*os.File) bool { return true }
