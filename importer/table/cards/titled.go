package cards

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
)

// A card may stand under a line of its own that names the requirement, and have no label for it:
//
//	17、举办农民丰收节主会场活动。
//	进展      会场定在东岸草坪，请舞狮队3支。
//	目前属于  推进中

// TitledCards gathers cards under titles that name their requirements, stacked on a sheet. It returns nil
// where the sheet is no such thing.
func (r *Reader) TitledCards(s *grid.Sheet, found []known.Anchor) *block.Block {
	v := block.Whole(s)
	titles := r.titlesOfCards(v, found)
	var counts []grid.Cell
	if len(titles) == 0 {
		titles, counts = r.countedTitles(v)
	}
	if len(titles) < 2 {
		return nil
	}
	labels := r.labelsUnder(v, titles)
	if labels == nil {
		return nil
	}
	g := gathering{reader: r, view: v, labels: labels, at: map[string]int{}, titled: true, headings: []grid.Cell{titles[0]}, used: counts}
	for i, title := range titles {
		g.card(v.LineAt(title)+1, lastUnder(v, titles, i))
		g.lines[i][0] = title
	}
	return g.block(s, v.LineAt(titles[0]))
}

// titlesOfCards returns the cells that name requirements and are all that their lines show, each another
// requirement; nil where a requirement in full stands elsewhere.
func (r *Reader) titlesOfCards(v block.View, found []known.Anchor) (titles []grid.Cell) {
	seen := map[int]bool{}
	for _, a := range found {
		cell, n := v.Shown(a.Line)
		switch {
		case n == 1 && a.How != list.ByShort:
			if seen[a.No] {
				return nil
			}
			seen[a.No] = true
			titles = append(titles, cell)
		case a.How == list.ByText:
			return nil
		}
	}
	return withBullets(v, titles)
}

// withBullets adds the other lines of one cell that begin with the sign with which all titles do: the list's
// words need not stand in each.
func withBullets(v block.View, titles []grid.Cell) []grid.Cell {
	if len(titles) == 0 {
		return nil
	}
	sign := bullet.FindString(titles[0].Text)
	if sign == "" || slices.ContainsFunc(titles, func(c grid.Cell) bool { return !strings.HasPrefix(c.Text, sign) }) {
		return titles
	}
	titles = nil
	for line := v.First(); line <= v.Last(); line++ {
		if cell, n := v.Shown(line); n == 1 && cell.Kind == grid.Text && strings.HasPrefix(cell.Text, sign) {
			titles = append(titles, cell)
		}
	}
	return titles
}

// countedTitles returns the names of cards that stand behind the list's number, 卡片7 | 数字阅读体验区, each with its
// number before it, and the cells of the numbers.
func (r *Reader) countedTitles(v block.View) (titles, counts []grid.Cell) {
	for line := v.First(); line <= v.Last(); line++ {
		cells := v.Filled(line)
		if len(cells) != 2 || cells[0].Kind != grid.Text || cells[1].Kind != grid.Text || len(cells[0].Text) > longestCount {
			continue
		}
		m := countedLabel.FindStringSubmatch(strings.TrimSpace(cells[0].Text))
		if m == nil || r.List.Named(m[1], cells[1].Text) == 0 {
			continue
		}
		title := cells[1]
		title.Text = m[1] + " " + strings.TrimSpace(title.Text)
		titles, counts = append(titles, title), append(counts, cells[0])
	}
	return titles, counts
}

// countedLabel is a label with the list's number in it: 卡片7, 清单第7项.
var countedLabel = regexp.MustCompile(`^\p{Han}{1,4}\s*第?([0-9]{1,3})[条项号]?[:：]?$`)

// longestCount is how many bytes such a label has at the most.
const longestCount = 40

// labelsUnder returns the folded labels under the titles of cards: every line below a title is a label with
// its value, each card has a label that others have, and one of them is known. It is nil for anything else.
func (r *Reader) labelsUnder(v block.View, titles []grid.Cell) map[string]bool {
	count, anyKnown := map[string]int{}, false
	var firsts [][]string // by title
	for i, title := range titles {
		var own []string
		for line := v.LineAt(title) + 1; line <= lastUnder(v, titles, i); line++ {
			cells := v.Filled(line)
			switch {
			case len(cells) == 0, len(cells) == 1 && i == len(titles)-1 && len(own) > 0:
				continue // what stands below the last card signs
			case len(cells) != 2 && len(cells) != 4 || cells[0].Covered() || !r.MayLabel(cells[0]) && !r.isCardLabel(cells[0]):
				return nil
			case r.OnlyNames(cells[0].Text) || len(period.Mentions(cells[0].Text)) > 0:
				return nil // a row a department, or a quarter, under a banner
			}
			anyKnown = anyKnown || r.isCardLabel(cells[0])
			key := fold.Key(cells[0].Text)
			if !slices.Contains(own, key) {
				own = append(own, key)
				count[key]++
			}
		}
		firsts = append(firsts, own)
	}
	labels := map[string]bool{}
	for _, own := range firsts {
		if !slices.ContainsFunc(own, func(key string) bool { return count[key] > 1 }) {
			return nil
		}
		for _, key := range own {
			labels[key] = true
		}
	}
	if !anyKnown {
		return nil
	}
	return labels
}

// lastUnder returns the last line under a title.
func lastUnder(v block.View, titles []grid.Cell, i int) int {
	if i+1 < len(titles) {
		return v.LineAt(titles[i+1]) - 1
	}
	return v.Last()
}
