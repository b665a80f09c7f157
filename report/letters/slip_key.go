package letters

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"taizhang/importer/finding"
	"taizhang/report/xlsx/own"
	"taizhang/templates/forms"
)

// Key is the same for slips that one and the same program writes alike: it is of all that a
// slip holds, of the files that it draws, and of the program's version.
func (s Slip) Key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %v %s %q\n", s.version, s.Department, s.unit, s.asOf, s.wording, s.sums)
	for _, p := range s.problems {
		for _, at := range []finding.Place{p.Place, p.at} {
			fmt.Fprintf(h, "%q %q %d %d ", at.File(), at.Sheet(), at.Row(), at.Col())
		}
		f := p.Finding
		f.Place = finding.Place{}
		fmt.Fprintf(h, "%#v %#v %q %q %v %q %q\n", f, p.mend, p.asked, f.Severity(), p.quarter, p.until, p.cause)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// wordingOf is all that words say, which all slips of a run have in common.
func wordingOf(words *forms.Slip) string { return fmt.Sprintf("%#v", *words) }

// Written reports whether the file is this very slip as the program wrote it, and whole.
func (s Slip) Written(path string) bool {
	key, ok := own.KeyIn(path)
	return ok && key == s.Key()
}
