package cards

import (
	"regexp"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// NamedCard gathers the one card of a sheet that is named after the requirement which it answers, or that
// stands under a title which names it: 18质量监督 over 状态 | 推进中, 情况 | ….
func (r *Reader) NamedCard(s *grid.Sheet, shared map[string]bool) *block.Block {
	if r.List == nil || s.LastRow() > longestCard {
		return nil
	}
	v, topic := block.Whole(s), grid.Cell{}
	if !r.namesSheet(s.Name) {
		if topic = r.namedTitle(v); topic.IsEmpty() && !r.citesNumber(v) {
			return nil
		}
	}
	columns, labels := r.labelColumns(v, nil, shared), map[string]bool{}
	r.inLabelColumns(v, columns, labels)
	c := gathering{reader: r, view: v, labels: labels, at: map[string]int{}}
	first := 1
	if !topic.IsEmpty() {
		first = topic.At().Row() + 1
	}
	for first <= s.LastRow() && (r.pairs(v, first, labels) == nil || r.saysWhose(v, first)) {
		first++
	}
	c.card(first, s.LastRow())
	if len(c.headings) < 2 || len(c.lines) != 1 || c.headings[0].At().Row() == c.headings[len(c.headings)-1].At().Row() {
		return nil // labels of one line head a table
	}
	b := c.block(s, first)
	b.Named, b.Topic = topic.IsEmpty() && r.namesSheet(s.Name), topic
	return b
}

// citesNumber reports whether a label asks for the list's number, and a number of the list stands behind it:
// 清单编号 | 2.
func (r *Reader) citesNumber(v block.View) bool {
	for line := v.First(); line <= v.Last(); line++ {
		cells := v.Filled(line)
		if len(cells) == 2 && len(cells[0].Text) <= longestCount && heading.AsksListNumber(cells[0].Text) && r.Headings.Of(cells[0].Text).Best(words.Number) >= 0.6 && r.numberOf(cells[1]) {
			return true
		}
	}
	return false
}

// numberOf reports whether a cell holds a number that the list prints.
func (r *Reader) numberOf(cell grid.Cell) bool { return r.List.Has(strings.TrimSpace(cell.String())) }

// namedTitle returns the title of a sheet that names a requirement: in its words, or by its number and a short name.
func (r *Reader) namedTitle(v block.View) grid.Cell {
	for line := 1; line <= min(heads.MostRows, v.Last()); line++ {
		cell, n := v.Shown(line)
		if n != 1 {
			return grid.Cell{}
		}
		title := strings.TrimSpace(bullet.ReplaceAllString(cell.Text, ""))
		if no, how := r.Requirement(title); no != 0 && how == list.ByText {
			return cell
		}
		m := titleNumber.FindStringSubmatch(title)
		if m != nil && r.List.Named(m[1], strings.TrimSpace(heading.Bracketed.ReplaceAllString(m[2], ""))) != 0 {
			return cell
		}
	}
	return grid.Cell{}
}

// bullet is a sign that stands before a title.
var bullet = regexp.MustCompile(`^\s*[·•●○■□▪◆◇★☆▲△➤▶\-—*]+\s*`)

var titleNumber = regexp.MustCompile(`^(?:任务|清单|事项|第)?\s*([0-9]{1,3})[条项号]?[\s.．、：:_-]*(\p{Han}.*)$`)

// namesSheet reports whether a sheet's name names a requirement: by its number and its name, or in so
// many words.
func (r *Reader) namesSheet(name string) bool {
	if m := sheetNumber.FindStringSubmatch(strings.TrimSpace(name)); m != nil && r.List.Named(m[1], m[2]) != 0 {
		return true
	}
	if cited := list.Cited(name); len(cited) == 1 && strings.HasPrefix(name, "第") {
		return r.List.Has(cited[0])
	}
	no, how := r.Requirement(name)
	return no != 0 && how != list.ByShort
}

var sheetNumber = regexp.MustCompile(`^第?([0-9]{1,3})[条项号]?[\s.．、_-]*(\p{Han}.*)$`)
