package returns

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// fill reads the values of a row that spans the given lines. What became of their cells is
// pending until it is known whether they are a row.
func (t *reading) fill(row *Row, line, end int) {
	beside := t.Grid().HasBeside()
	for _, col := range t.columnsNow() {
		for n := line; n <= end; n++ {
			cell := t.Cell(n, col.Col)
			if beside && !t.Across(cell) && !(n > line && cell.Covered()) && !t.FromHeading(cell) {
				t.takeBeside(row, &col, cell)
			}
			if cell.IsEmpty() || t.Across(cell) || n > line && cell.Covered() || t.FromHeading(cell) {
				continue
			}
			as := col
			if role := t.LineRole(n, &col); role != "" {
				as.Role = role
			}
			t.pending = append(t.pending, marked{cell, t.take(row, &as, cell)})
		}
	}
	if t.quarter != 0 { // the columns of other quarters are read with theirs, or kept
		for i := range t.Columns {
			if col := &t.Columns[i]; col.Quarter != 0 && col.Quarter != t.quarter {
				t.aside(row, col, line, end)
			}
		}
	}
}

// aside keeps what a row says under the heading of another quarter, where no return of that
// quarter is made of it.
func (t *reading) aside(row *Row, col *table.Column, line, end int) {
	if t.perQuarter {
		return
	}
	for n := line; n <= end; n++ {
		if cell := t.Cell(n, col.Col); !cell.IsEmpty() && !cell.Covered() {
			t.keep(row, col, cell)
			t.pending = append(t.pending, marked{cell, table.Other})
		}
	}
}

// finish works out what the values of a row say together.
func (t *reading) finish(row *Row, banner grid.Read[status.Status], line, end int) {
	if !row.Status.Given() {
		row.Status = t.sentenceStatus(row.Progress)
	}
	if !row.Status.Given() {
		row.Status = t.statusOfTheItem(row)
	}
	if !row.Status.Given() {
		row.Status = t.colourStatus(line, end)
	}
	if !row.Status.Given() && !row.Percent.Given() && banner.Value != status.NoStatus {
		row.Status = banner
	}
	if !row.Percent.Given() && row.Status.Given() {
		if p, ok := status.Percent(row.Status.Said); ok {
			row.Percent = grid.Read[float64]{Value: p, Said: row.Status.Said, At: row.Status.At}
		}
	}
	t.percentSpeaks(row)
	t.dateWithin(row)
}

// take puts a cell into the field of its column and says what became of it.
func (t *reading) take(row *Row, col *table.Column, cell grid.Cell) table.Fate {
	text := strings.TrimSpace(cell.String())
	if col.Role != words.Progress && col.Role != words.Evidence {
		text = t.memo.text.get(text, func(text string) string { return text })
	}
	whole := grid.Words{Value: text, At: cell.Anchor()}
	read := grid.Read[string]{Value: text, Said: text, At: whole.At}
	if cell.Kind == grid.Failed && col.Role != words.OtherText {
		t.takeFailed(row, col, cell)
		return table.Used
	}
	switch col.Role {
	case words.Number:
		if !isLabel(text) && digits(text) == "" { // 规划, under 序号
			row.Other = append(row.Other, Other{Heading: col.Heading, Text: text, At: whole.At, printed: true})
			return table.Other
		}
		t.takeNumber(row, col, read)
	case words.Task:
		if !row.Task.Given() || col.Heading != "" {
			read.Value = t.title(text)
			row.Task = read
		}
	case words.Requirement:
		t.takeRequirement(row, read)
	case words.Department, words.Lead:
		row.Departments = together(row.Departments, whole)
	case words.Progress:
		if t.isProof(col, text) {
			t.takeEvidence(row, cell)
			break
		}
		row.Progress = t.under(row.Progress, whole, col)
	case words.Status:
		t.takeStatus(row, cell)
	case words.Tick:
		t.takeTick(row, col, cell)
	case words.Percent:
		t.takePercent(row, cell, t.scale)
	case words.Completed:
		t.takeDate(row, col, cell)
	case words.Evidence:
		t.takeEvidence(row, cell)
	case words.Problems:
		row.Problems = t.under(row.Problems, whole, col)
	case words.NextSteps:
		row.NextSteps = t.under(row.NextSteps, whole, col)
	case words.Remarks:
		row.Remarks = t.under(row.Remarks, whole, col)
	case words.Key:
		return table.Info
	case words.Due, words.Support, words.Skip:
		if t.isForm() || col.Role == words.Skip {
			return table.Furniture // printed before anybody filled in the form
		}
		t.keep(row, col, cell)
		return table.Other
	default:
		t.keep(row, col, cell)
		return table.Other
	}
	return table.Used
}

// isForm reports whether the table is one of our own forms.
func (t *reading) isForm() bool { return t.Has(words.Key) }

// keep keeps a text under its heading.
func (t *reading) keep(row *Row, col *table.Column, cell grid.Cell) {
	if text := strings.TrimSpace(cell.String()); text != "" {
		printed := t.isPast(col) || col.Role.Asks() || col.Role == words.Plan || col.Role == words.Earlier || t.perQuarter && col.Quarter == 0
		row.Other = append(row.Other, Other{Heading: col.Heading, Text: text, At: cell.Anchor(), printed: printed})
	}
}

// under adds a text to a field. Where several columns have the role, each text stands under its
// heading.
func (t *reading) under(a, b grid.Words, col *table.Column) grid.Words {
	if !a.Given() {
		return b
	}
	if col.Heading != "" && len(t.Of(col.Role)) > 1 {
		b.Value = t.apart(col) + "：" + b.Value
	}
	return together(a, b)
}

// apart returns what a heading says that its like don't: of 推进情况本季 and 推进情况开年以来合计,
// which stand under one group heading, 开年以来合计.
func (t *reading) apart(col *table.Column) string {
	own, shared := []rune(col.Heading), len([]rune(col.Heading))
	for i := range t.Columns {
		if t.Columns[i].Role != col.Role {
			continue
		}
		n := 0
		for _, r := range t.Columns[i].Heading {
			if n == len(own) || own[n] != r {
				break
			}
			n++
		}
		if n < len(own) {
			shared = min(shared, n)
		}
	}
	rest := strings.Trim(string(own[shared:]), "（）()：: ")
	if shared < 2 || utf8.RuneCountInString(rest) < 2 {
		return col.Heading
	}
	return rest
}

// further is together for a field that many lines may be added to.
func (t *reading) further(a, b grid.Words) grid.Words {
	if !a.Given() {
		return b
	}
	a.Value = t.long.join(a.Value, "\n"+b.Value)
	return a
}

// together adds a further text to a field; the first cell stays its address.
func together(a, b grid.Words) grid.Words {
	if !a.Given() {
		return b
	}
	a.Value += "\n" + b.Value
	return a
}

// isPast reports whether a column is headed with a quarter before the one that is read.
func (t *reading) isPast(col *table.Column) bool {
	return col.Quarter != 0 && t.asOf != 0 && col.Quarter != t.asOf
}
