package questions

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/report/ledgerbook"
)

// HeadingID names a line of 读法.
func HeadingID(r *ledgerbook.Reading) string {
	o := r.Office
	parts := []string{o.Said, o.Left, o.Right}
	if r.Answer != nil {
		parts = append(parts, r.Answer.ID)
	}
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
