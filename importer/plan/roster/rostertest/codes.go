package rostertest

import (
	"strings"

	"taizhang/importer/finding"
)

// Codes writes findings as their codes and cells, but those of what a requirement takes over from above
// and of settings that nobody filled in.
func Codes(found []finding.Finding) string {
	var parts []string
	for _, f := range found {
		if f.Code != finding.ListInherited && f.Code != finding.SettingMissing {
			parts = append(parts, string(f.Code)+" "+f.Place.Cell())
		}
	}
	return strings.Join(parts, ", ")
}
