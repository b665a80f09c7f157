package report

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// longestName is how many letters of a department's name a file name takes: three bytes
// each, below the 255 that file systems allow.
const longestName = 60

// reserved are names that Windows keeps for devices, whatever comes behind a dot.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)`)

// fileNames gives out names of .xlsx files after departments: each name once, whatever
// the case, and none that some system refuses.
type fileNames map[string]bool

// of returns the name of the file for a department: 办公室.xlsx.
func (taken fileNames) of(department string) string { return taken.with(department, "") }

// with returns it with something behind the department: 办公室-2026第二季度.xlsx.
func (taken fileNames) with(department, behind string) string {
	safe := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, department)
	if r := []rune(safe); len(r) > longestName {
		safe = string(r[:longestName])
	}
	safe = strings.Trim(safe, " .~")
	if safe == "" || reserved.MatchString(safe) {
		safe = "部门" + safe
	}
	name := safe + behind
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = safe + "(" + strconv.Itoa(n) + ")" + behind
	}
	taken[strings.ToLower(name)] = true
	return name + ".xlsx"
}
