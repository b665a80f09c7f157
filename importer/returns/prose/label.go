package prose

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// labelsOf counts the short labels that paragraphs begin with: a form in paragraphs repeats its
// own for each item, in whatever words: 做了：…, 状况：….
func labelsOf(s *grid.Sheet, last int) map[string]int {
	count := map[string]int{}
	for row := 1; row <= last; row++ {
		if cell, n := rowText(s, row); n == 1 {
			if head, _, ok := cutLabel(strings.TrimSpace(cell.String())); ok {
				count[head]++
			}
		}
	}
	return count
}

// longestOwnLabel is how many characters a label of the writer's own has at the most.
const longestOwnLabel = 6

// cutLabel cuts a short label off a paragraph.
func cutLabel(text string) (head, rest string, ok bool) {
	i := strings.IndexAny(text, ":：")
	if i <= 0 || utf8.RuneCountInString(text[:i]) > longestOwnLabel {
		return "", "", false
	}
	head, rest = strings.TrimSpace(text[:i]), strings.TrimSpace(strings.TrimLeft(text[i:], ":："))
	return head, rest, head != ""
}

// roleBy returns what stands behind a label that nobody knows: a status where it is one, "" for
// what was done.
func (f *Reader) roleBy(said string) words.Role {
	if !fold.Longer(said, answer.LongestClause) && (f.Grammar.Is(said) || f.Grammar.Word(said) != status.NoStatus) {
		return words.Status
	}
	return ""
}

// labelledDepartment reads a label, whatever it is, before the name of a department, above the
// first answer: 报送股室：矿山股.
func (f *Reader) labelledDepartment(text string, cell grid.Cell) (whose grid.Read[string], ok bool) {
	i := strings.IndexAny(text, ":：")
	if i <= 0 || utf8.RuneCountInString(text[:i]) > longestOwnLabel {
		return whose, false
	}
	name := strings.TrimSpace(strings.TrimLeft(text[i:], ":："))
	if _, ok := f.Plan.Roster.Find(name, period.Quarter{}); !ok {
		return whose, false
	}
	return grid.Read[string]{Value: name, Said: name, At: cell.At()}, true
}
