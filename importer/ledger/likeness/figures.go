package likeness

import (
	"slices"
	"strings"
)

// frequencies are how often something is to be done; a text that names another one speaks
// of another requirement.
var frequencies = []string{"每日", "每天", "每周", "每月", "每季度", "每半年", "每年"}

// SameFigures reports whether the figures of a row's text may be the requirement's: its
// digits and Chinese numerals stand in the requirement in the same order, and it names no
// other frequency. Figures that are lost with a cut end, or with a slip of the pen, do not
// count against it.
func SameFigures(row, requirement string) bool {
	for _, f := range frequencies {
		if strings.Contains(row, f) && !strings.Contains(requirement, f) {
			return false
		}
	}
	return inOrder(figuresOf(row), figuresOf(requirement))
}

func figuresOf(s string) []rune {
	var fs []rune
	for _, r := range s {
		if r >= '0' && r <= '9' || slices.Contains([]rune("〇一二三四五六七八九十百"), r) {
			fs = append(fs, r)
		}
	}
	return fs
}

// inOrder reports whether all of part stands in whole, in the same order.
func inOrder(part, whole []rune) bool {
	for _, r := range part {
		i := slices.Index(whole, r)
		if i < 0 {
			return false
		}
		whole = whole[i+1:]
	}
	return true
}
