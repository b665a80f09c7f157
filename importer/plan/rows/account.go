package rows

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/numbering"
)

// account is what became of the cells of a list: each is a part of a requirement or of a heading
// above one, or belongs to a row of the paper, or is named.
type account struct {
	used      map[[2]int]bool // by row and column of the sheet
	read      map[int]bool    // rows of which something was used
	furniture map[int]bool    // headings printed once more, notes, totals, signatures
}

func newAccount() account {
	return account{map[[2]int]bool{}, map[int]bool{}, map[int]bool{}}
}

// use notes that a cell became a part of the list.
func (a account) use(cell grid.Cell) {
	if !cell.IsEmpty() {
		a.usePlace(cell.Anchor())
	}
}

func (a account) usePlace(at finding.Place) {
	a.used[[2]int{at.Row(), at.Col()}] = true
	a.read[at.Row()] = true
}

// useRow notes the cells of a row that became a requirement, and the headings that stand above it. A
// heading above nothing stays unused.
func (r *reading) useRow(l line, text grid.Cell) {
	r.account.use(text)
	for _, c := range slices.Concat(r.Lead, r.Support, r.Department, []int{r.number, r.due, r.from, r.until, r.change, r.remarks}) {
		r.account.use(l.cell(c))
	}
	for _, heading := range r.headings {
		if heading.Given() {
			r.account.usePlace(heading.At)
		}
	}
	for _, task := range r.columns {
		r.account.usePlace(task.At)
	}
}

// leftOver names what became nothing: a row of which no cell was used, a column that the list has no
// use for, a cell of a column that it has. Rows that follow each other are named as one.
func (r *reading) leftOver() (found []finding.Finding) {
	named, last := map[int]bool{}, 0
	var rows [][]grid.Cell // the cells of each run of rows
	for row := r.body; row <= r.sheet.LastRow(); row++ {
		cells := r.unused(row)
		if len(cells) == 0 {
			continue
		}
		if !r.account.read[row] {
			if last == 0 || last != row-1 {
				rows = append(rows, nil)
			}
			rows[len(rows)-1] = append(rows[len(rows)-1], cells...)
			last = row
			continue
		}
		l := r.line(row)
		for _, cell := range cells {
			switch c := l.column(cell); {
			case r.knows(c):
				found = append(found, unreadCell(cell))
			case !named[c]:
				named[c] = true
				found = append(found, unusedColumn(cell, r.Heads[c]))
			}
		}
	}
	for _, cells := range rows {
		found = append(found, unreadRows(cells))
	}
	return found
}

func unreadRows(cells []grid.Cell) finding.Finding {
	f := finding.New(finding.SheetUnread, cells[0].At(), inShort(cells), "")
	f.Message = "清单里的这些文字没有列为任务，也没有列为要求：" + f.Found + "。"
	f.Hint = "请打开看一看：是任务或要求的，请照清单各栏填好工作任务、具体要求和责任部门；是说明文字的，不用处理。"
	return f
}

func unreadCell(cell grid.Cell) finding.Finding {
	f := finding.New(finding.SheetUnread, cell.At(), inShort([]grid.Cell{cell}), "")
	f.Message = "清单里的这一格没有读进任何一条要求：" + f.Found + "。"
	f.Hint = "请打开看一看：是某条要求的内容的，请写进那条要求的那一行；不是的，不用处理。"
	return f
}

func unusedColumn(cell grid.Cell, heading string) finding.Finding {
	heading = strings.Join(strings.Fields(heading), "")
	f := finding.New(finding.ColumnUnused, cell.At(), heading, "")
	f.Cause = "list:" + heading // a column of a return with this heading is another matter
	if heading == "" {
		heading = "没有表头的"
	} else {
		heading = "“" + heading + "”"
	}
	f.Message = "清单里" + heading + "一栏没有用上，内容没有读进任务和要求（如" + inShort([]grid.Cell{cell}) + "）。"
	f.Hint = "是责任部门、完成时限等内容的，请把表头改成这些叫法；不是的，不用处理。"
	return f
}

const mostQuoted = 3 // texts of unread rows that a finding quotes

// inShort quotes the first of some cells and counts the others.
func inShort(cells []grid.Cell) string {
	var quoted []string
	for _, cell := range cells[:min(len(cells), mostQuoted)] {
		quoted = append(quoted, "“"+strings.TrimRight(draft.Shorten(strings.Join(strings.Fields(cell.String()), "")), "。")+"”")
	}
	s := strings.Join(quoted, "、")
	if len(cells) > mostQuoted {
		s += fmt.Sprintf("等%d格", len(cells))
	}
	return s
}

// unused returns the cells of a row that became nothing; numbers in advance are none of them.
func (r *reading) unused(row int) []grid.Cell {
	if r.account.furniture[row] {
		return nil
	}
	return slices.DeleteFunc(r.filled(row), func(cell grid.Cell) bool {
		at := cell.Anchor()
		_, bare := numbering.Bare(cell.String())
		return !own(cell) || r.account.used[[2]int{at.Row(), at.Col()}] || bare && slices.Contains(r.counting, cell.At().Col())
	})
}

// knows reports whether the list takes a column for a part of its requirements.
func (r *reading) knows(c int) bool {
	return c == r.Text || slices.Contains([]int{r.due, r.from, r.until, r.change, r.remarks}, c) ||
		slices.Contains(slices.Concat(r.tasks, r.Lead, r.Support, r.Department), c)
}
