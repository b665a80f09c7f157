package rows

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// named reports whether a line names a requirement of its own.
func (t *reading) named(line int) bool {
	for _, c := range t.Of(words.Requirement, words.Number) {
		if cell := t.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			return true
		}
	}
	return false
}

// goesOn reports whether a line goes on with the row above it: it has no number, requirement
// or status of its own, or its requirement is the rest of a text that was cut in two.
func (t *reading) goesOn(line int, above *returns.Row) bool {
	if !t.Has(words.Requirement) && t.Has(words.Number) && t.isPart(line) {
		return false // it names another matter, which has no number
	}
	said := false
	for i := range t.Columns {
		col := &t.Columns[i]
		cell := t.Cell(line, col.Col)
		if cell.IsEmpty() || t.Across(cell) {
			continue
		}
		switch col.Role {
		case words.Number, words.Key, words.Tick, words.Status, words.Percent:
			if (!cell.Covered() || col.Role == words.Number) && !(col.Role == words.Status && t.isPart(line)) {
				return false
			}
		case words.Department, words.Lead:
			if !cell.Covered() && t.rollUp {
				return false
			}
		case words.Requirement:
			if !t.cutInTwo(above.Text, cell.Text) {
				return false
			}
			said = true
		case words.Task:
			if !cell.Covered() {
				return false
			}
		case words.Completed, words.Due:
			if !cell.Covered() {
				return false
			}
		default:
			said = said || !cell.Covered()
		}
	}
	return said && (t.Has(words.Requirement) || t.Has(words.Number) || t.Has(words.Task))
}

// isPart reports whether a line tells of one part of what the line above is about, each by its name:
// 健身路径 | 已完成 over 笼式足球场 | 推进中.
func (t *reading) isPart(line int) bool {
	for i := range t.Columns {
		col := &t.Columns[i]
		above, own := t.Cell(line-1, col.Col), t.Cell(line, col.Col)
		if col.Role == words.OtherText && isPartName(above) && isPartName(own) && above.Text != own.Text {
			return true
		}
	}
	return false
}

// isPartName reports whether a cell may name a part: a few characters and no figures.
func isPartName(cell grid.Cell) bool {
	return cell.Kind == grid.Text && !cell.Covered() && !fold.Longer(cell.Text, longestPart) && !strings.ContainsAny(cell.Text, "0123456789，。；%")
}

const longestPart = 12 // characters

// partly joins what two parts of one requirement are said to be. One that is not done, or late, tells of
// the whole; what nothing can be said of is asked.
func (t *reading) partly(row *returns.Row, more returns.Row) {
	if !more.Status.Given() {
		return
	}
	one, other := row.Status.Value, more.Status.Value
	if !row.Status.Given() {
		row.Status = more.Status
		return
	}
	if one == other {
		return
	}
	said := row.Status.Said + "、" + more.Status.Said
	both := func(s ...status.Status) bool { return slices.Contains(s, one) && slices.Contains(s, other) }
	switch {
	case both(status.Completed, status.InProgress, status.NotStarted):
		row.Status.Value = status.InProgress
	case both(status.Completed, status.InProgress, status.NotStarted, status.Behind):
		row.Status.Value = status.Behind
	default:
		row.Status.Value = status.NoStatus
		row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, more.Status.At, "同一条要求的几个部分分别填“"+said+"”", "状态不明"))
	}
	row.Status.Said = said
	for _, on := range []grid.Read[period.Date]{row.CompletedOn, more.CompletedOn} {
		if on.Said != "" { // the day of a part
			row.Other = append(row.Other, returns.Other{Heading: "完成时间", Text: on.Said, At: on.At})
		}
	}
	row.CompletedOn = grid.Read[period.Date]{}
}

// cutInTwo reports whether the requirement above and a text make one requirement of the list that neither
// is. The number may have been taken for a part of the text.
func (t *reading) cutInTwo(above grid.Read[string], second string) bool {
	_, said := answer.SplitNumber(strings.TrimSpace(above.Said))
	if t.makeOne(said, second) {
		return true
	}
	_, value := answer.SplitNumber(strings.TrimSpace(above.Value))
	return value != said && t.makeOne(value, second)
}

func (t *reading) makeOne(first, second string) bool {
	if fold.Key(first) == "" {
		return false
	}
	if t.IsListText(first+second) || t.BeginsListText(first+second) && !t.IsListText(first) && !t.IsListText(second) {
		return true
	}
	if no, how := t.Tables.Requirement(second); no != 0 && how != table.ByShort {
		return false // （22）落实站场消杀 is a row of its own, whatever else it leaves empty
	}
	return subPoint.MatchString(second)
}

// makesListText reports whether a text is a requirement or the beginning of one: a row may be cut into more
// than two parts.
func (t *reading) makesListText(text string) bool {
	return t.IsListText(text) || t.BeginsListText(text)
}

// longestCut is far above the length of a requirement that a page may cut in two, in bytes.
const longestCut = 16 << 10

// extend adds the texts of a line to the row that it goes on with.
func (t *reading) extend(row *returns.Row, line, end int) {
	more := returns.Row{At: row.At}
	t.fill(&more, line, end)
	t.settle(false)
	cut := ""
	if more.Text.Given() && len(row.Text.Value) < longestCut && t.makesListText(row.Text.Value+strings.TrimSpace(more.Text.Said)) {
		cut = "cut"
		row.Text.Value = t.Long.Join(row.Text.Value, strings.TrimSpace(more.Text.Said))
	} else if more.Text.Given() {
		row.Text.Value = t.Long.Join(row.Text.Value, "\n"+strings.TrimSpace(more.Text.Said))
	}
	t.partly(row, more)
	row.Departments = t.goOn(row.Departments, more.Departments, false)
	row.Progress = t.goOn(row.Progress, more.Progress, cut != "")
	row.Problems = t.goOn(row.Problems, more.Problems, cut != "")
	row.NextSteps = t.goOn(row.NextSteps, more.NextSteps, cut != "")
	row.Remarks = t.goOn(row.Remarks, more.Remarks, cut != "")
	row.Other = append(row.Other, newOf(&t.others, row.At, row.Other, more.Other, func(o returns.Other) finding.Place { return o.At })...)
	row.Comments = append(row.Comments, newOf(&t.comments, row.At, row.Comments, more.Comments, func(o returns.Other) finding.Place { return o.At })...)
	row.Evidence = append(row.Evidence, newOf(&t.evidence, row.At, row.Evidence, more.Evidence, func(e grid.Read[string]) finding.Place { return e.At })...)
	row.Findings = append(row.Findings, more.Findings...)
	if (row.Ignored == returns.Unanswered || row.Ignored == returns.EmptyNumbered) && !onlyBeside(more) {
		row.Ignored = t.Unanswered(*row)
	}
}

// onlyBeside reports a line that says something under no heading that asks, as a signature does: it does not
// answer a row that nobody filled in.
func onlyBeside(more returns.Row) bool {
	return len(more.Other) > 0 && !more.Status.Given() && !more.Percent.Given() && !more.CompletedOn.Given() && !more.Progress.Given() &&
		!more.Problems.Given() && !more.NextSteps.Given() && !more.Remarks.Given() && len(more.Evidence) == 0
}

// goOn joins a text with its continuation, without a break where a page cut it. One cell that
// is merged over both lines is no continuation.
func (t *reading) goOn(a, b grid.Words, cut bool) grid.Words {
	switch {
	case !b.Given(), a.Given() && a.At == b.At:
		return a
	case !a.Given():
		return b
	case cut:
		a.Value = t.Long.Join(a.Value, b.Value)
	default:
		a.Value = t.Long.Join(a.Value, "\n"+b.Value)
	}
	return a
}
