package origin

import (
	"regexp"
	"slices"
)

// gathered is how a file or a title says that several wrote what it holds.
var gathered = regexp.MustCompile(`汇总|汇编|代汇|收集|归集|合并|合报|代报|代填|各\p{Han}{0,6}?(?:股|科|室|处|所|站|队|馆|院|中心|单位|部门|乡|镇|街道|社区|村)`)

// isGathered reports whether any source says so that is no folder: a folder holds what many sent.
func isGathered(voices []voice) bool {
	return slices.ContainsFunc(voices, func(v voice) bool { return v.scope < inFolder && gathered.MatchString(v.text.Said) })
}
