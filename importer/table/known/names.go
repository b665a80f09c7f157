package known

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/list"
)

// Requirement returns the requirement that a text names, its number taken off or not.
func (r *Facts) Requirement(text string) (no int, how string) {
	if r.List == nil {
		return 0, ""
	}
	m := r.anchors.Get(text, r.anchor)
	return m.no, m.how
}

// bullets are signs that stand before a name and are no part of it.
const bullets = "◆◇■□●○▲△▶➤★☆·•"

// match is the requirement that a text names, and how.
type match struct {
	no  int
	how string
}

func (r *Facts) anchor(text string) (m match) {
	if first, size := utf8.DecodeRuneInString(text); strings.ContainsRune(bullets, first) {
		text = strings.TrimSpace(text[size:])
	}
	m.no, m.how = r.List.InCell(text)
	return m
}

// partOf is how a supporting department opens what it calls its part: 配合做好测绘资质单位检查, 配合社保中心兑现稳岗返还.
var partOf = regexp.MustCompile(`^(?:积极|主动)?(?:配合|协助|参与|协同)(?:(?:做好|开展|抓好|完成|推进|实施|搞好)|\p{Han}{1,6}?(?:股|科|室|处|中心|局|站|所|队|办|馆|院|校)(?:做好|开展|抓好|完成|推进|实施|搞好)?)`)

// WithoutPart returns a requirement without the words for the writer's own part in it, where the
// list itself does not begin so.
func (r *Facts) WithoutPart(text string) string {
	rest := partOf.ReplaceAllString(text, "")
	if rest == text || rest == "" {
		return text
	}
	if _, how := r.Requirement(text); how == list.ByText {
		return text
	}
	return rest
}

// Cites reports whether a short text cites numbers and nothing else. One with a dot is a number of
// the list only where the list prints it.
func (r *Facts) Cites(text string) bool {
	cited := list.Cited(text)
	for _, n := range cited {
		if strings.Contains(n, ".") && !r.List.Has(n) {
			return false
		}
	}
	return len(cited) > 0
}

// ListNumber returns the number of the list that a cell holds by itself, "" for none.
func (r *Facts) ListNumber(cell grid.Cell) string {
	if cell.IsEmpty() || len(cell.Text) > 24 {
		return ""
	}
	if cited := list.Cited(cell.Text); len(cited) == 1 && r.List.Has(cited[0]) {
		return cited[0]
	}
	return ""
}

// BesideNumber returns the requirement whose number stands beside a short name, before it in
// its row or above it in its column; 0 for none.
func (r *Facts) BesideNumber(v block.View, cell grid.Cell) int {
	if utf8.RuneCountInString(cell.Text) > 2*list.ShortTo {
		return 0
	}
	row, col := cell.At().Row(), cell.At().Col()
	for c := col - 1; c >= max(v.Left(), col-numberNear); c-- {
		if n := r.ListNumber(v.Grid().Cell(row, c)); n != "" {
			for between := c + 1; between < col; between++ {
				if r.List.Named(n, v.Grid().Cell(row, between).Text) != 0 {
					return 0 // the name stands before it, and this is the answer
				}
			}
			return r.List.Named(n, cell.Text)
		}
	}
	for c := col + 1; c <= min(v.Right(), col+numberNear); c++ {
		if n := r.ListNumber(v.Grid().Cell(row, c)); n != "" {
			return r.List.Named(n, cell.Text)
		}
	}
	for _, line := range []int{row - 1, row + 1} {
		if n := r.ListNumber(v.Grid().Cell(line, col)); n != "" {
			return r.List.Named(n, cell.Text)
		}
	}
	return 0
}

// numberNear is how many columns from a short name its number stands at the most.
const numberNear = 4

// MostSure is how many cells of the list's own words make a column the requirement's.
const MostSure = 3
