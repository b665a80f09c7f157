package questions

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/report/ledgerbook"
)

// HeadingID names a line of 读法: another one as soon as a reading knows the answer, for one heading can bear
// several answers.
func HeadingID(r *ledgerbook.Reading) string {
	if r.Answer == nil {
		return Unanswered(r)
	}
	return headingID(r, r.Answer.ID)
}

// Unanswered is the name that a line of 读法 bears while nothing is answered.
func Unanswered(r *ledgerbook.Reading) string { return headingID(r) }

// HeadingAt finds the line of 读法 that a name is of, also by the one that it had before it was answered; -1 for none.
func (s *Reading) HeadingAt(id string) int {
	for _, named := range []func(*ledgerbook.Reading) string{HeadingID, Unanswered} {
		if i := slices.IndexFunc(s.Headings, func(r ledgerbook.Reading) bool { return named(&r) == id }); i >= 0 {
			return i
		}
	}
	return -1
}

func headingID(r *ledgerbook.Reading, answer ...string) string {
	o := r.Office
	parts := append([]string{o.Said, o.Left, o.Right}, answer...)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:8])
}

// Beside reports a heading that stands at the side of its values: no other of its table stands in
// its row.
func Beside(s *Reading, m *ledger.Met) bool {
	for i := range s.Ledger.Returns {
		r := &s.Ledger.Returns[i]
		if r.File != m.File || r.Sheet != m.Sheet {
			continue
		}
		for _, c := range r.Columns {
			if at := c.At; at.Row() == m.Column.At.Row() && at.Col() != m.Column.At.Col() {
				return false
			}
		}
	}
	return true
}
