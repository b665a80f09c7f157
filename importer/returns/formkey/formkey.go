// Package formkey owns the key that each row of a form carries in its hidden column, by which the row
// comes home.
package formkey

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Key is what each row of a form carries in its hidden column: the requirement that
// it asks for, whose form it is and for which quarter. Since every row has all of it, a
// row keeps its place when rows are sorted, deleted or copied to another sheet.
type Key struct {
	Requirement string // plan.Requirement.Key
	Quarter     period.Quarter
	Department  string // roster name
}

const (
	formMark = "TZ1" // the kind of key and its version
)

// String returns the key as a form carries it: TZ1/2021Q3/3fa2b41c09de/7c1e/办公室. The
// fourth part is a check sum, so that a key that a spreadsheet has counted up, or that
// somebody has typed in, is none.
func (k Key) String() string {
	return strings.Join([]string{formMark, k.Quarter.String(), k.Requirement, k.sum(), k.Department}, "/")
}

func (k Key) sum() string {
	sum := sha256.Sum256([]byte(formMark + "\n" + k.Quarter.String() + "\n" + k.Requirement + "\n" + k.Department))
	return hex.EncodeToString(sum[:2])
}

// Parse reads a key back; ok is false for any other text.
func Parse(s string) (k Key, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, formMark) {
		return Key{}, false // as nearly every cell
	}
	parts := strings.SplitN(s, "/", 5)
	if len(parts) != 5 || parts[0] != formMark {
		return Key{}, false
	}
	q, ok := period.ParseQuarter(parts[1])
	if !ok || q.Year == 0 {
		return Key{}, false
	}
	k = Key{Requirement: parts[2], Quarter: q, Department: parts[4]}
	if k.sum() != parts[3] {
		return Key{}, false
	}
	return k, true
}

// In returns the form keys that stand in some lines, each cell once.
func In(b *table.Block, from, to int) []grid.Read[Key] {
	var keys []grid.Read[Key]
	for _, c := range b.Of(words.Key) {
		for line := from; line <= to; line++ {
			cell := b.Cell(line, c)
			if cell.Kind != grid.Text || cell.Covered() {
				continue
			}
			if k, ok := Parse(cell.Text); ok {
				keys = append(keys, grid.Read[Key]{Value: k, Said: cell.Text, At: cell.At()})
			}
		}
	}
	return keys
}
