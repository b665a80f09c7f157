package answer

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Picture is what an evidence that is a picture in a cell is called.
const Picture = "[图片]"

// TakeBeside takes what stands beside a cell of a row: a comment, and a picture, which proves what
// the row says wherever it stands behind what is asked.
func (t *Taker) TakeBeside(row *returns.Row, col *table.Column, cell grid.Cell) {
	aside := cell.Beside()
	if aside.Comment != "" {
		row.Comments = append(row.Comments, returns.Other{Heading: col.Heading, Text: aside.Comment, At: cell.Anchor()})
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
func (t *Taker) takeFailed(row *returns.Row, col *table.Column, cell grid.Cell) {
	said := cell.Text
	switch {
	case cell.Formula == "":
		row.Findings = append(row.Findings, finding.New(finding.FormulaWithoutValue, cell.Anchor(), said, ""))
	default:
		said = "=" + cell.Formula
		if cell.Anchor() != t.firstFormula() { // which the sheet is named by already
			row.Findings = append(row.Findings, finding.New(finding.FormulaWithoutValue, cell.Anchor(), finding.Brief(said), ""))
		}
	}
	switch col.Role {
	case words.Progress, words.Status, words.Percent, words.Completed:
		row.Other = append(row.Other, returns.Other{Heading: col.Heading, Text: said, At: cell.Anchor(), Printed: true})
	}
}

// firstFormula returns the place of the first formula without a result on the sheet.
func (t *Taker) firstFormula() finding.Place {
	if t.Sheet.formula == (finding.Place{}) {
		for cell := range t.Grid().Cells() {
			if cell.Kind == grid.Failed && cell.Formula != "" && !cell.Covered() {
				t.Sheet.formula = cell.At()
				break
			}
		}
	}
	return t.Sheet.formula
}
