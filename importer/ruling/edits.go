package ruling

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/grid"
)

// mostEdits is how many cells of a sheet are named one by one.
const mostEdits = 10

// edits names what differs in a sheet. A row is held against the row that was printed at its
// place, else, where lines were sorted or put in between, against the printed one that it is
// most like.
func (p *Printed) edits(s *grid.Sheet) (edits []Edit) {
	open := map[int]bool{} // printed rows that were not found yet
	for row := 1; row <= p.row; row++ {
		open[row] = true
	}
	var moved []int // rows that are not as at their place
	now := map[int]string{}
	for row := 1; row <= s.LastRow(); row++ {
		now[row] = p.lineOf(s, row)
		if was := p.line(row); was != "" && len(differ(was, now[row])) == 0 {
			delete(open, row)
		} else if strings.Trim(now[row], ".~") != "" {
			moved = append(moved, row)
		}
	}
	free := p.freeColumns()
	known := map[string][]int{}
	for row := 1; row <= p.row; row++ {
		if open[row] {
			key := masked(p.line(row), free)
			known[key] = append(known[key], row)
		}
	}
	var changed []int
	for _, row := range moved {
		key := masked(now[row], free)
		list := known[key]
		if i := slices.IndexFunc(list, func(was int) bool { return len(differ(p.line(was), now[row])) == 0 }); i >= 0 {
			delete(open, list[i])
			known[key] = slices.Delete(list, i, i+1)
			continue
		}
		changed = append(changed, row)
	}
	for _, row := range changed {
		edits = append(edits, p.changed(s, row, now[row], open)...)
	}
	edits = append(edits, p.beyond(s)...)
	gone := 0
	for row := range open {
		if strings.Trim(p.line(row), ".~") != "" {
			gone++
		}
	}
	if gone > 0 {
		edits = append(edits, Edit{s.Place(), fmt.Sprintf("删去了%d行", gone)})
	}
	if more := len(edits) - mostEdits; more > 1 {
		edits = append(edits[:mostEdits], Edit{s.Place(), fmt.Sprintf("这张表里还有%d处改动", more)})
	}
	return edits
}

// changed names the cells of a row that differ from the printed row that it is most like.
func (p *Printed) changed(s *grid.Sheet, row int, now string, open map[int]bool) (edits []Edit) {
	best, least := 0, p.Width
	for was := max(1, row-searched); was <= min(p.row, row+searched); was++ {
		if !open[was] {
			continue
		}
		if n := len(differ(p.line(was), now)); n < least || n == least && best > 0 && was == row {
			best, least = was, n
		}
	}
	if best == 0 || 2*least > p.Width {
		return []Edit{{s.Place().At(row, 1), "新加了一行"}}
	}
	delete(open, best)
	for _, col := range differ(p.line(best), now) {
		what := "改成了“" + shorten(s.Cell(row, col).String()) + "”"
		if s.Cell(row, col).IsEmpty() {
			what = "内容被清空了"
		}
		edits = append(edits, Edit{s.Place().At(row, col), what})
	}
	return edits
}

// searched is how far from its place a changed row is looked for.
const searched = 2000

// beyond names the columns that were added, by their first cell.
func (p *Printed) beyond(s *grid.Sheet) (edits []Edit) {
	for col := p.Width + 1; col <= s.Width(); col++ {
		for row := 1; row <= s.LastRow(); row++ {
			if c := s.Cell(row, col); !c.IsEmpty() && !c.Covered() {
				edits = append(edits, Edit{c.At(), "新加了一列“" + shorten(c.String()) + "”"})
				break
			}
		}
	}
	return edits
}

// freeColumns are those in which some row may hold whatever it likes.
func (p *Printed) freeColumns() map[int]bool {
	free := map[int]bool{}
	for i := 0; i+codeWidth <= len(p.said); i += codeWidth {
		if p.said[i:i+codeWidth] == codeFree {
			free[(i/codeWidth)%p.Width] = true
		}
	}
	return free
}

func masked(line string, free map[int]bool) string {
	b := []byte(line)
	for col := range free {
		copy(b[col*codeWidth:], codeFree)
	}
	return string(b)
}

func shorten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 20 {
		return string(r[:19]) + "…"
	}
	return text
}
