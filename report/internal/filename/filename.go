// Package filename knows which names of files some system refuses.
package filename

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// devices are names that Windows keeps, whatever comes behind a dot.
var devices = regexp.MustCompile(`(?i)^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)`)

// Reserved reports whether nothing can be stored under a name: it is empty or that of a device.
func Reserved(name string) bool { return name == "" || devices.MatchString(name) }

// Letters leaves out what stands for no letter and writes _ for what some system refuses in a name.
func Letters(said string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, said)
}
