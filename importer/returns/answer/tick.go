package answer

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// takeTick reads a cell of a column that is headed with a status. What is no tick is what was
// done.
func (t *Taker) takeTick(row *returns.Row, col *table.Column, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	mark := status.MarkOf(said)
	switch {
	case cell.Kind == grid.Bool && said != "TRUE", cell.Kind == grid.Number && cell.Number == 0:
	case cell.Kind == grid.Bool, cell.Kind == grid.Number && cell.Number == 1, t.isTick(said), mark == status.Checked && !t.ticksOtherwise():
		t.setStatus(row, col.Tick, col.Tick.Label(), cell)
	case col.Tick == status.Completed && !row.CompletedOn.Given() && t.ticksByDay(row, cell):
		t.setStatus(row, col.Tick, col.Tick.Label(), cell)
	case mark != status.NoMark, t.Nothing(said) || t.Grammar.Word(said) == status.Behind || unticked[strings.ToUpper(said)]:
	case status.HoldsEmptyBox(said): // □已完成, and what else nobody has ticked
		row.Other = append(row.Other, returns.Other{Heading: col.Heading, Text: said, At: cell.Anchor()})
	default:
		row.Progress = together(row.Progress, grid.Words{Value: said, At: cell.Anchor()})
	}
}

// ticksByDay takes a day that stands where others tick that it is done: 干完了 | 5月26日.
func (t *Taker) ticksByDay(row *returns.Row, cell grid.Cell) bool {
	d, ok := t.DateOf(cell)
	if ok {
		row.CompletedOn = grid.Read[period.Date]{Value: d, Said: strings.TrimSpace(cell.String()), At: cell.Anchor()}
	}
	return ok
}

var unticked = map[string]bool{"FALSE": true, "否": true, "0": true}

// isTick reports whether a cell is ticked: √, 是, √（已上网）.
func (r *Taker) isTick(said string) bool {
	return r.Grammar.Word(said) == status.Completed || strings.ContainsAny(said, "√✓✔☑✅■●★▲◆") || said == "V" || said == "v" || said == "1" || strings.EqualFold(said, "true")
}

// ticksOtherwise reports whether the table ticks with another sign than ☒, which then says no.
func (t *Taker) ticksOtherwise() bool {
	if t.Sheet.ticks == nil {
		found := false
		for cell := range t.Grid().Cells() {
			found = found || cell.Kind == grid.Text && status.MarkOf(cell.Text) == status.Ticked
		}
		t.Sheet.ticks = &found
	}
	return *t.Sheet.ticks
}
