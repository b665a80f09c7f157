package origin

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

const colons = ":：︰"

var plainColon = strings.NewReplacer("：", ":", "︰", ":")

// bareLabel returns the label of a cell that holds nothing but a label.
func (r *Reader) bareLabel(cell grid.Cell) words.Label {
	label, value, _ := strings.Cut(plainColon.Replace(strings.TrimSpace(cell.Text)), ":")
	if strings.TrimSpace(value) != "" {
		return ""
	}
	return r.Words.Label(label)
}

func (r *Reader) nextValue(s *grid.Sheet, row, c int) grid.Cell {
	for n := c + 1; n <= s.Width(); n++ {
		cell := s.Cell(row, n)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if r.bareLabel(cell) != "" {
			break
		}
		return cell
	}
	return grid.Cell{}
}

// labelledPart is a label with its colon: 填报单位（盖章）：.
var labelledPart = regexp.MustCompile(`[\p{Han}]{2,8}(?:[(（][^)）:：]{0,8}[)）])?\s*[:：︰]`)

// LabelsIn splits a cell that holds labels with their values: 填报单位：办公室  填报日期：….
func (r *Reader) LabelsIn(cell grid.Cell) []labelled {
	if cell.Kind != grid.Text {
		return nil
	}
	text := r.withColons(cell.Text)
	if !strings.ContainsAny(text, colons) {
		return nil
	}
	if strings.ContainsAny(text, " 　") {
		text = spaced.ReplaceAllStringFunc(text, func(s string) string { return strings.Join(strings.Fields(s), "") })
	}
	var found []labelled
	spans := labelledPart.FindAllStringIndex(text, -1)
	for i, span := range spans {
		label := r.Words.Label(strings.TrimRight(text[span[0]:span[1]], ":：︰ "))
		if label == "" {
			continue
		}
		end := len(text)
		if i+1 < len(spans) {
			end = spans[i+1][0]
		}
		value := strings.TrimSpace(text[span[1]:end])
		if label == words.Whose {
			if value = firstPart(value); r.isMeasure(text[span[0]:span[1]], value) {
				continue
			}
		}
		found = append(found, labelled{label, grid.Read[string]{Value: value, Said: value, At: cell.At()}})
	}
	return found
}

// beforeLabels returns what stands before the first label of a text.
func (r *Reader) beforeLabels(text string) string {
	text = r.withColons(text)
	for _, span := range labelledPart.FindAllStringIndex(text, -1) {
		if r.Words.Label(strings.TrimRight(text[span[0]:span[1]], ":：︰ ")) != "" {
			return strings.TrimRight(text[:span[0]], " 　(（[【")
		}
	}
	return ""
}

// spaced is a label whose characters are spread: 填 报 单 位：.
var spaced = regexp.MustCompile(`\p{Han}(?:[ 　]\p{Han})+[ 　]?[:：]`)

// firstPart drops what stands behind a wide gap: 办公室      （单位公章）.
func firstPart(s string) string {
	if i := wideGap.FindStringIndex(s); i != nil && i[0] > 0 {
		return s[:i[0]]
	}
	return s
}

var wideGap = regexp.MustCompile(`[ 　\t]{2,}`)

// isMeasure reports that 单位： states in what is counted, and not who reports: 单位：万元.
func (r *Reader) isMeasure(label, value string) bool {
	if key := fold.Key(strings.TrimRight(label, ":：")); key != "单位" && key != "计量单位" {
		return false
	}
	if _, ok := r.Plan.Roster.Find(value, period.Quarter{}); ok || len(r.Plan.Roster.FindIn(value)) > 0 {
		return false
	}
	return utf8.RuneCountInString(value) <= 6
}
