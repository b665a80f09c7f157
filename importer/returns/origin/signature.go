package origin

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
)

// paperwork is a short label of who filled in, checked or sent a form: 填表：, 审核：.
var paperwork = regexp.MustCompile(`^(?:填表|制表|填报|填写|报送|经办|审核|复核|核稿|校对|审签|签发)\s*[:：]\s*(?:\p{Han}|[ 　]|$)`)

// IsSignature reports whether a row below the heading is a signature line: it begins with
// a label of the office's paperwork and a colon.
func (r *Reader) IsSignature(s *grid.Sheet, row int) bool {
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
	if colon && len(r.LabelsIn(first)) > 0 && labelledPart.FindStringIndex(strings.TrimSpace(first.Text)) != nil {
		return strings.HasPrefix(strings.TrimSpace(first.Text), labelledPart.FindString(first.Text))
	}
	if colon && paperwork.MatchString(strings.TrimSpace(first.Text)) {
		return true
	}
	if filled == 1 {
		key := fold.Key(first.Text)
		for _, w := range r.Words.Signatures {
			if strings.HasPrefix(key, fold.Key(w)) {
				return true
			}
		}
		if _, ok := r.DateOf(first); ok {
			return true // the date under a signature
		}
	}
	return false
}
