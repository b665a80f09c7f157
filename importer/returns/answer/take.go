package answer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Finish works out what the values of a row say together.
func (t *Taker) Finish(row *returns.Row, banner grid.Read[status.Status], line, end int) {
	if !row.Status.Given() {
		row.Status = t.SentenceStatus(row.Progress)
	}
	if !row.Status.Given() {
		row.Status = t.StatusOfTheItem(row)
	}
	if !row.Status.Given() {
		t.takeColour(row, line, end)
	}
	if !row.Status.Given() && !row.Percent.Given() && banner.Value != status.NoStatus {
		row.Status = banner
	}
	if !row.Percent.Given() && row.Status.Given() {
		if p, ok := status.Percent(row.Status.Said); ok {
			row.Percent = grid.Read[float64]{Value: p, Said: row.Status.Said, At: row.Status.At}
		}
	}
	t.PercentSpeaks(row)
	t.remarkOfShare(row)
	t.askOfStages(row)
	t.onlyTime(row)
	t.DateWithin(row)
}

// Take puts a cell into the field of its column and says what became of it.
func (t *Taker) Take(row *returns.Row, col *table.Column, cell grid.Cell) table.Fate {
	text := strings.TrimSpace(cell.String())
	if col.Role != words.Progress && col.Role != words.Evidence {
		text = t.once(text)
	}
	whole := grid.Words{Value: text, At: cell.Anchor()}
	read := grid.Read[string]{Value: text, Said: text, At: whole.At}
	if cell.Kind == grid.Failed && col.Role != words.OtherText {
		t.takeFailed(row, col, cell)
		return table.Used
	}
	switch col.Role {
	case words.Number:
		if !CountsRow(text) && digits(text) == "" { // 规划, under 序号
			row.Other = append(row.Other, returns.Other{Heading: col.Heading, Text: text, At: whole.At, Printed: true})
			return table.Other
		}
		t.takeNumber(row, col, read)
	case words.Task:
		if !row.Task.Given() || col.Heading != "" {
			read.Value = t.Title(text)
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
		t.Keep(row, col, cell)
		return table.Other
	default:
		t.Keep(row, col, cell)
		return table.Other
	}
	return table.Used
}

// isForm reports whether the table is one of our own forms.
func (t *Taker) isForm() bool { return t.Has(words.Key) }

// byOffice is the heading of what others write beside an answer: 局办核对意见, 领导批示.
var byOffice = regexp.MustCompile(`(?:核对|审核|复核|核实|核查|批示|审定|把关|点评|评语).{0,2}(?:意见|情况|结果|备注)?$`)

// Keep keeps a text under its heading.
func (t *Taker) Keep(row *returns.Row, col *table.Column, cell grid.Cell) {
	if text := strings.TrimSpace(cell.String()); text != "" {
		printed := t.isPast(col) || col.Role.Asks() || col.Role == words.Plan || col.Role == words.Earlier || t.PerQuarter && col.Quarter == 0 || byOffice.MatchString(col.Heading)
		row.Other = append(row.Other, returns.Other{Heading: col.Heading, Text: text, At: cell.Anchor(), Printed: printed})
	}
}

// under adds a text to a field. Where several columns have the role, each text stands under its
// heading.
func (t *Taker) under(a, b grid.Words, col *table.Column) grid.Words {
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
func (t *Taker) apart(col *table.Column) string {
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

// Further is together for a field that many lines may be added to.
func (t *Taker) Further(a, b grid.Words) grid.Words {
	if !a.Given() {
		return b
	}
	a.Value = t.Long.Join(a.Value, "\n"+b.Value)
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
func (t *Taker) isPast(col *table.Column) bool {
	return col.Quarter != 0 && t.AsOf != 0 && col.Quarter != t.AsOf
}
