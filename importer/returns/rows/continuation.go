package rows

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
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
	said := false
	for i := range t.Columns {
		col := &t.Columns[i]
		cell := t.Cell(line, col.Col)
		if cell.IsEmpty() || t.Across(cell) {
			continue
		}
		switch col.Role {
		case words.Number, words.Key, words.Tick, words.Status, words.Percent:
			if !cell.Covered() || col.Role == words.Number {
				return false
			}
		case words.Department, words.Lead:
			if !cell.Covered() && t.rollUp {
				return false
			}
		case words.Requirement:
			if !t.cutInTwo(above.Text.Said, cell.Text) {
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

// cutInTwo reports whether two texts make one requirement of the list that neither is.
func (t *reading) cutInTwo(first, second string) bool {
	_, first = answer.SplitNumber(strings.TrimSpace(first))
	if fold.Key(first) == "" {
		return false
	}
	if t.IsListText(first + second) {
		return true
	}
	if subPoint.MatchString(second) && !t.IsListText(second) {
		return true
	}
	return false
}

// longestCut is far above the length of a requirement that a page may cut in two, in bytes.
const longestCut = 16 << 10

// extend adds the texts of a line to the row that it goes on with.
func (t *reading) extend(row *returns.Row, line, end int) {
	more := returns.Row{At: row.At}
	t.fill(&more, line, end)
	t.settle(false)
	cut := ""
	if more.Text.Given() && len(row.Text.Value) < longestCut && t.IsListText(row.Text.Value+more.Text.Said) {
		cut = "cut"
		row.Text.Value = t.Long.Join(row.Text.Value, strings.TrimSpace(more.Text.Said))
	} else if more.Text.Given() {
		row.Text.Value = t.Long.Join(row.Text.Value, "\n"+strings.TrimSpace(more.Text.Said))
	}
	row.Departments = t.goOn(row.Departments, more.Departments, false)
	row.Progress = t.goOn(row.Progress, more.Progress, cut != "")
	row.Problems = t.goOn(row.Problems, more.Problems, cut != "")
	row.NextSteps = t.goOn(row.NextSteps, more.NextSteps, cut != "")
	row.Remarks = t.goOn(row.Remarks, more.Remarks, cut != "")
	row.Other = append(row.Other, newOf(&t.others, row.At, row.Other, more.Other, func(o returns.Other) finding.Place { return o.At })...)
	row.Comments = append(row.Comments, newOf(&t.comments, row.At, row.Comments, more.Comments, func(o returns.Other) finding.Place { return o.At })...)
	row.Evidence = append(row.Evidence, newOf(&t.evidence, row.At, row.Evidence, more.Evidence, func(e grid.Read[string]) finding.Place { return e.At })...)
	row.Findings = append(row.Findings, more.Findings...)
	if row.Ignored == returns.Unanswered || row.Ignored == returns.EmptyNumbered {
		row.Ignored = t.Unanswered(*row)
	}
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
