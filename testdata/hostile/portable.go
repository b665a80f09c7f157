package hostile

import (
	"runtime"
	"strings"
	"unicode/utf8"
)

// holds reports whether the system keeps a name as it is. Windows knows UTF-8 alone, takes
// some for devices or for paths, and drops what stands at the end of others.
func holds(file string) bool {
	if runtime.GOOS != "windows" {
		return true
	}
	if !utf8.ValidString(file) {
		return false
	}
	for _, name := range strings.Split(file, "/") {
		stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
		switch strings.TrimRight(stem, "0123456789$") {
		case "CON", "PRN", "AUX", "NUL", "COM", "LPT", "CONIN", "CONOUT":
			return false
		}
		if strings.ContainsAny(name, `\:*?"<>|`) || strings.ContainsFunc(name, func(r rune) bool { return r < 0x20 }) || strings.TrimRight(name, ". ") != name {
			return false
		}
	}
	return true
}
