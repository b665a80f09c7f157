package returns

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table"
)

// paperwork is a short label of who filled in, checked or sent a form: 填表：, 审核：.
var paperwork = regexp.MustCompile(`^(?:填表|制表|填报|填写|报送|经办|审核|复核|核稿|校对|审签|签发)\s*[:：]\s*(?:\p{Han}|[ 　]|$)`)

// isSigned is isSignature for a line of the block, which is asked about it more than once.
func (t *reading) isSigned(line int) bool {
	if t.Shape != table.Upright {
		return false
	}
	signed, asked := t.signed[line]
	if !asked {
		if t.signed == nil {
			t.signed = map[int]bool{}
		}
		signed = t.isSignature(t.sheet.Grid, line)
		t.signed[line] = signed
	}
	return signed
}

// isSignature reports whether a row below the heading is a signature line: it begins with
// a label of the office's paperwork and a colon.
func (r *Reader) isSignature(s *grid.Sheet, row int) bool {
	first, filled := grid.Cell{}, 0
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if filled == 0 {
			first = cell
		}
		filled++
	}
	if filled == 0 || first.Kind != grid.Text {
		return false
	}
	colon := strings.ContainsAny(first.Text, colons)
	if colon && r.bareLabel(first) != "" {
		return true
	}
	if colon && len(r.labelsIn(first)) > 0 && labelledPart.FindStringIndex(strings.TrimSpace(first.Text)) != nil {
		return strings.HasPrefix(strings.TrimSpace(first.Text), labelledPart.FindString(first.Text))
	}
	if colon && paperwork.MatchString(strings.TrimSpace(first.Text)) {
		return true
	}
	if filled == 1 {
		key := fold.Key(first.Text)
		for _, w := range r.words.Signatures {
			if strings.HasPrefix(key, fold.Key(w)) {
				return true
			}
		}
		if _, ok := r.dateOf(first); ok {
			return true // the date under a signature
		}
	}
	return false
}
