package publish

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// Unprintable makes a finding (glyph-missing) of each character that the annex could not
// print. It names the first cell that holds the character: of the list, of the roster, of
// an entry's public fields; no place where none of them does.
func Unprintable(l *ledger.Ledger, chars []rune) []finding.Finding {
	var list []finding.Finding
	for _, r := range chars {
		at, department, quarter := holder(l, r)
		list = append(list, finding.New(finding.GlyphMissing, at, fmt.Sprintf("%c（U+%04X）", r, r), "").For(department, quarter))
	}
	return list
}

// holder finds the first public text that holds a character.
func holder(l *ledger.Ledger, r rune) (at finding.Place, department, quarter string) {
	if l.Plan == nil {
		return at, "", ""
	}
	for _, t := range l.Plan.Tasks {
		if strings.ContainsRune(t.Title.Value+t.Group, r) {
			return t.Title.At, "", ""
		}
		for _, no := range t.Requirements {
			if text := l.Requirement(no).Text; strings.ContainsRune(text.Value, r) {
				return text.At, "", ""
			}
		}
	}
	for _, d := range l.Departments {
		if strings.ContainsRune(d.Name, r) {
			return d.At, "", ""
		}
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		for _, field := range publicFields(e) {
			if strings.ContainsRune(field.Value, r) {
				return field.At, e.Department, e.Quarter.String()
			}
		}
	}
	return at, "", ""
}
