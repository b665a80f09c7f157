package numbers

import "taizhang/importer/finding"

// Doubtful asks the department to look at a value once more.
func Doubtful(v *Value, found string) finding.Finding {
	return finding.New(finding.NumberDoubtful, v.At, found, "").For(v.Department, v.Quarter.String())
}
