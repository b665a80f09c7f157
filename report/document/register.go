package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/grid/chars"
	"taizhang/importer/status"
	"taizhang/report/document/wording"
	"taizhang/report/publish"
)

// registerSize is the size of the list of all requirements, in points.
const registerSize = 9.0

func registerCaption(e publish.Edition, b wording.Block) string {
	if b.Text == "" {
		return fmt.Sprintf("%d年具体要求落实情况一览表", e.Year)
	}
	return b.Text
}

// nothing stands in a cell of which there is nothing to say.
const nothing = "—"

// registerHead are the heads of the list's columns.
var registerHead = []string{"序号", "具体要求", "责任部门", "完成时限", "进度", "落实情况"}

// register lists all requirements, task by task. A column in which nothing stands is left out.
func register(e publish.Edition, b wording.Block) Table {
	t := Table{Anchor: "表:" + b.Name, Label: b.Label, Caption: registerCaption(e, b), Wide: true, Listed: true, Size: registerSize,
		Notes: []string{"注：进度截至" + e.CutOff.Label() + "。"}}
	var lines [][]string
	for _, r := range e.Requirements {
		lines = append(lines, requirementCells(r))
	}
	var kept []int
	for i := range registerHead {
		if len(lines) == 0 || slices.ContainsFunc(lines, func(cells []string) bool { return cells[i] != nothing }) {
			kept = append(kept, i)
		}
	}
	pick := func(cells []string) []string {
		var list []string
		for _, i := range kept {
			list = append(list, cells[i])
		}
		return list
	}
	centred := func(column int) bool { i := kept[column]; return i != 1 && i != 2 && i != 5 } // texts of several lines stand at the left
	rows := [][]string{pick(registerHead)}
	t.Head = 1
	t.Rows = append(t.Rows, headRow(rows[0]))
	for _, task := range e.Tasks {
		title := chars.Numeral(task.No) + "、" + task.Title
		t.Rows = append(t.Rows, Row{Group: true, Cells: []Cell{{Text: plain(title), Cols: len(kept), Rows: 1, Scope: OfGroup}}})
		for _, no := range task.Requirements {
			if no < 1 || no > len(e.Requirements) {
				continue
			}
			cells := pick(lines[no-1])
			rows = append(rows, cells)
			r := dataRow(cells, centred)
			r.Anchor = fmt.Sprint("项:", no)
			t.Rows = append(t.Rows, r)
		}
	}
	t.Columns = shares(rows, AreaHeight/registerSize)
	return t
}

// requirementCells is what the list says of a requirement, column by column.
func requirementCells(r publish.Requirement) []string {
	due := strings.Replace(r.Due.Label(), "年", "年\n", 1)
	if r.Due.IsZero() {
		due = cmp.Or(r.Recurring, r.Lasting)
	}
	cells := []string{fmt.Sprint(r.No), r.Text, r.Duty, due, standingCell(r), r.Done}
	for i := range cells {
		if strings.TrimSpace(cells[i]) == "" {
			cells[i] = nothing
		}
	}
	return cells
}

// standingCell is where a requirement stands, and in a second line what is to be known of it: that it is
// late, or else of which earlier quarter that is. Where both are, the first goes beside the standing.
func standingCell(r publish.Requirement) string {
	late, from := "", ""
	switch {
	case r.Overdue && (r.Status == status.NotReported || r.Unverified): // nobody knows whether it is done
		late = "（已到期）"
	case r.Overdue:
		late = "（逾期）"
	}
	if !r.Carried.IsZero() {
		from = "（据" + r.Carried.Short() + "填报）"
	}
	switch {
	case late != "" && from != "":
		return r.Label + late + "\n" + from
	case late+from != "":
		return r.Label + "\n" + late + from
	}
	return r.Label
}

func headRow(cells []string) Row {
	var r Row
	for i, text := range cells {
		r.Cells = append(r.Cells, Cell{Text: plain(text), Col: i, Cols: 1, Rows: 1, Scope: OfColumn, Centre: true})
	}
	return r
}

// dataRow is a row whose first cell names it.
func dataRow(cells []string, centred func(column int) bool) Row {
	var r Row
	for i, text := range cells {
		c := Cell{Text: plain(text), Col: i, Cols: 1, Rows: 1, Centre: centred(i)}
		if i == 0 {
			c.Scope = OfRow
		}
		r.Cells = append(r.Cells, c)
	}
	return r
}

// Sizes of a table that the wording writes: the smaller one where the larger would break names.
const (
	tableSize = 10.5
	tightSize = 9.0
)

// written is a table written in the wording.
func written(b wording.Block) Table {
	t := Table{Anchor: "表:" + b.Name, Label: b.Label, Caption: b.Text, Head: 1, Size: tableSize}
	ems := 0.0
	for i := range b.Rows[0] {
		widest := 0.0
		for _, cells := range b.Rows {
			if i < len(cells) {
				widest = max(widest, longestLine(cells[i]))
			}
		}
		ems += widest + padding
	}
	if ems > AreaWidth/t.Size {
		t.Size = tightSize
	}
	t.Rows = append(t.Rows, headRow(b.Rows[0]))
	for _, cells := range b.Rows[1:] {
		t.Rows = append(t.Rows, dataRow(cells, func(column int) bool { return column < len(b.Centred) && b.Centred[column] }))
	}
	t.Columns = shares(b.Rows, AreaWidth/t.Size)
	return t
}
