package answer

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// takeStatus reads a cell of a status column: a symbol of the sheet's legend, a share, a word,
// or a word with its date.
func (t *Taker) takeStatus(row *returns.Row, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	if s, ok := t.bySymbol(said); ok {
		t.setStatus(row, s, said, cell)
		if s == status.NoStatus {
			row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, cell.Anchor(), said, ""))
		}
		return
	}
	if cell.Kind == grid.Number {
		t.takeShare(row, cell)
		return
	}
	if t.Words.IsUnanswered(said) || status.HoldsEmptyBox(said) && status.MarkOf(said) == status.Empty {
		return
	}
	r := t.statusOf(said, cell)
	if row.Status.Given() && (r.Status != status.NoStatus || row.Status.Value == status.NoStatus) {
		t.setStatus(row, r.Status, said, cell)
		return
	}
	if r.Status == status.NoStatus {
		if p, ok := status.Percent(said); ok && p <= 100 {
			row.Percent = grid.Read[float64]{Value: p, Said: said, At: cell.Anchor()}
			return
		}
		if t.saysDate(row, said, cell) {
			return
		}
		row.Status = grid.Read[status.Status]{Said: said, At: cell.Anchor()}
		f := finding.New(finding.StatusUnknown, cell.Anchor(), said, "")
		f.Cause = "word:" + fold.Key(said)
		if words := t.Sheet.Named[fold.Key(said)]; words != "" { // who knows the words knows the sign
			f = finding.New(finding.StatusUnknown, cell.Anchor(), words, said)
			f.Message = "看不出完成状态：" + said + "（表上注明是“" + words + "”）。"
			f.Cause = "word:" + fold.Key(words)
		}
		row.Findings = append(row.Findings, f)
		return
	}
	row.Status = grid.Read[status.Status]{Value: r.Status, Said: said, At: cell.Anchor()}
	if r.HasPercent && !row.Percent.Given() {
		row.Percent = grid.Read[float64]{Value: r.Percent, Said: said, At: cell.Anchor()}
	}
	if r.Status == status.Completed {
		t.saysDate(row, said, cell)
	}
}

// statusOf reads a status cell by what its heading asks: 部分 answers the question whether it is done.
func (t *Taker) statusOf(said string, cell grid.Cell) status.Reading {
	if col := t.Column(t.ColumnOf(cell)); col != nil && table.AsksWhether(col) {
		return t.Grammar.Answer(said)
	}
	return t.Grammar.Cell(said)
}

// saysDate takes the date that stands in a status cell as when it was completed: 已完成（9月20日）.
// A date alone is a date.
func (t *Taker) saysDate(row *returns.Row, said string, cell grid.Cell) bool {
	if row.CompletedOn.Given() {
		return false
	}
	d, _, ok := period.FindDate(said, t.Plan.Year)
	if ok {
		row.CompletedOn = grid.Read[period.Date]{Value: d, Said: said, At: cell.Anchor()}
	}
	return ok
}

// takeShare reads a number in a status column: only one that is shown or headed as a share is
// one. Pieces counted under 完成情况 are no share.
func (t *Taker) takeShare(row *returns.Row, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	heading := ""
	if col := t.Column(t.ColumnOf(cell)); col != nil {
		heading = col.Heading
	}
	if cell.IsPercent() || cell.Number > 0 && cell.Number < 1 || strings.ContainsAny(heading, "%％率") || strings.Contains(heading, "比例") {
		s := outOfHundred
		if cell.Number <= 1 {
			s = outOfOne
		}
		t.takePercent(row, cell, s)
		return
	}
	row.Other = append(row.Other, returns.Other{Heading: heading, Text: said, At: cell.Anchor()})
}

// bySymbol reads a symbol as the sheet's own legend explains it.
func (t *Taker) bySymbol(said string) (status.Status, bool) {
	if len(t.Sheet.Legend) == 0 {
		return status.NoStatus, false
	}
	for _, key := range []string{said, fold.Key(said)} {
		if s, ok := t.Sheet.Legend[key]; ok && key != "" {
			return s, true
		}
	}
	return status.NoStatus, false
}

// setStatus takes a status. A row that says two different ones says none that can be
// believed: the status stays empty and the office is asked.
func (r *Taker) setStatus(row *returns.Row, s status.Status, said string, cell grid.Cell) {
	if row.Status.Given() && row.Status.Value != s {
		row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, cell.Anchor(),
			"同一行既填“"+row.Status.Said+"”又填“"+said+"”", "状态不明"))
		row.Status.Value, row.Status.Said = status.NoStatus, row.Status.Said+"、"+said
		return
	}
	row.Status = grid.Read[status.Status]{Value: s, Said: said, At: cell.Anchor()}
}

// PercentSpeaks gives a row without a word for its status the one that its percentage
// stands for: 0 is not started, 100 and more completed, between in progress.
func (r *Taker) PercentSpeaks(row *returns.Row) {
	if row.Status.Given() || !row.Percent.Given() {
		return
	}
	p := row.Percent
	stands := status.InProgress
	switch {
	case p.Value <= 0:
		stands = status.NotStarted
	case p.Value >= 100:
		stands = status.Completed
	}
	row.Status = grid.Read[status.Status]{Value: stands, Said: p.Said, At: p.At}
}
