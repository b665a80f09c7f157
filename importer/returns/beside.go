package returns

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Picture is what an evidence that is a picture in a cell is called.
const Picture = "[图片]"

// takeBeside takes what stands beside a cell of a row: a comment, and a picture, which proves what
// the row says wherever it stands behind what is asked.
func (t *reading) takeBeside(row *Row, col *table.Column, cell grid.Cell) {
	aside := cell.Beside()
	if aside.Comment != "" {
		row.Comments = append(row.Comments, Other{Heading: col.Heading, Text: aside.Comment, At: cell.Anchor()})
	}
	if !aside.Picture {
		return
	}
	switch col.Role {
	case words.Evidence, words.Progress, words.Remarks, words.OtherText, "":
		row.Evidence = append(row.Evidence, grid.Read[string]{Value: Picture, Said: Picture, At: cell.Anchor()})
	}
}

// takeFailed says of an answer that it is an error of the spreadsheet, or a formula without a
// result: neither says anything. What it would have said stays open, so that the row is not called
// unanswered.
func (t *reading) takeFailed(row *Row, col *table.Column, cell grid.Cell) {
	said := cell.Text
	switch {
	case cell.Formula == "":
		row.Findings = append(row.Findings, finding.New(finding.FormulaWithoutValue, cell.Anchor(), said, ""))
	default:
		said = "=" + cell.Formula
		if cell.Anchor() != t.firstFormula() { // which the sheet is named by already
			row.Findings = append(row.Findings, finding.New(finding.FormulaWithoutValue, cell.Anchor(), brief(said), ""))
		}
	}
	switch col.Role {
	case words.Progress, words.Status, words.Percent, words.Completed:
		row.Other = append(row.Other, Other{Heading: col.Heading, Text: said, At: cell.Anchor(), printed: true})
	}
}

// firstFormula returns the place of the first formula without a result on the sheet.
func (t *reading) firstFormula() finding.Place {
	if t.sheet.formula == (finding.Place{}) {
		for cell := range t.Grid().Cells() {
			if cell.Kind == grid.Failed && cell.Formula != "" && !cell.Covered() {
				t.sheet.formula = cell.At()
				break
			}
		}
	}
	return t.sheet.formula
}

// struckRow returns a line as a row where all that it holds is struck out. What reaches down into
// it from above is no part of it.
func (t *reading) struckRow(line int) (Row, bool) {
	if !t.Grid().HasBeside() {
		return Row{}, false
	}
	row := Row{At: t.Place(line), Ignored: Struck}
	for c := t.Left(); c <= t.Right(); c++ {
		cell := t.Cell(line, c)
		if cell.Covered() {
			continue
		}
		if !cell.IsEmpty() {
			return Row{}, false
		}
		if struck := cell.Beside().Struck; struck != "" && (row.Text.Said == "" || t.Role(c) == words.Requirement) {
			row.Text = grid.Read[string]{Said: struck, At: cell.At()}
		}
	}
	return row, row.Text.Said != ""
}

// asksStruck reports whether what some lines ask is struck out: what is left of them is a number
// or a name.
func (t *reading) asksStruck(line, end int) bool {
	if !t.Grid().HasBeside() {
		return false
	}
	return slices.ContainsFunc(t.Of(words.Requirement), func(c int) bool {
		for n := line; n <= end; n++ {
			if cell := t.Cell(n, c); cell.IsEmpty() && cell.Beside().Struck != "" {
				return true
			}
		}
		return false
	})
}
