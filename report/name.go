package report

import (
	"strconv"
	"strings"

	"taizhang/report/internal/filename"
)

// longestName is how many letters of a department's name a file name takes: three bytes
// each, below the 255 that file systems allow.
const longestName = 60

// fileNames gives out names of .xlsx files after departments: each name once, whatever
// the case, and none that some system refuses.
type fileNames map[string]bool

// of returns the name of the file for a department: 办公室.xlsx.
func (taken fileNames) of(department string) string { return taken.with(department, "") }

// with returns it with something behind the department: 办公室-2026第二季度.xlsx.
func (taken fileNames) with(department, behind string) string {
	safe := filename.Letters(department)
	if r := []rune(safe); len(r) > longestName {
		safe = string(r[:longestName])
	}
	safe = strings.Trim(safe, " .~")
	if filename.Reserved(safe) {
		safe = "部门" + safe
	}
	name := safe + behind
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = safe + "(" + strconv.Itoa(n) + ")" + behind
	}
	taken[strings.ToLower(name)] = true
	return name + ".xlsx"
}
