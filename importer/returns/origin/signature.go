package origin

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
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
	if filled == 1 && (addressee.MatchString(strings.TrimSpace(first.Text)) || r.IsContact(first.Text)) {
		return true
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
	if filled > 1 && r.signsInPairs(s, row) || filled < 3 && r.SignsAlone(s, row) {
		return true
	}
	if filled == 1 && !colon && len(r.LabelsIn(first)) > 0 && r.beforeLabels(first.Text) == "" {
		return true // 填报日期 2026年4月9日
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

// signsInPairs reports whether a row is nothing but labels, each before its value in a cell of its own,
// and one of the values is a date or a department that its label asks for: 填报人 | 张三 | 填报日期 | 2026年4月8日.
func (r *Reader) signsInPairs(s *grid.Sheet, row int) bool {
	var label words.Label
	sure := false
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if own := r.bareLabel(cell); own != "" {
			label = own // the value of the one before it was left open
			continue
		}
		switch label {
		case words.On:
			if _, ok := r.DateOf(cell); !ok {
				return false
			}
			sure = true
		case words.Whose:
			if _, ok := r.Plan.Roster.Find(strings.TrimSpace(cell.String()), period.Quarter{}); !ok {
				return false
			}
			sure = true
		case "", words.When:
			return false
		default:
			if fold.Longer(cell.String(), longestSigner) {
				return false
			}
		}
		label = ""
	}
	return sure
}

// longestSigner is how many characters the name or the number of who signs has at the most.
const longestSigner = 13
