package book

import (
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/asked"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// What the office fills in is yellow.
var (
	OfficeHead  = xlsx.Style{Font: xlsx.Hei, Fill: "FFE699", Align: "center", Middle: true, Frame: true}
	OfficeStyle = xlsx.Style{Frame: true, Fill: "FFFBEF"}
	OfficeShut  = xlsx.Style{Frame: true, Fill: "F2F2F2"} // where nothing can be decided, and what is typed all the same is answered
	OfficeWord  = xlsx.Style{Frame: true, Fill: "FFFBEF", Align: "center"}
	KeyStyle    = xlsx.Style{Color: xlsx.Grey, Size: 8, Nowrap: true}
)

// OfficeHeads are the headings of columns that the office fills in.
func OfficeHeads(words []string) []xlsx.Cell {
	cells := make([]xlsx.Cell, 0, len(words))
	for _, word := range words {
		cells = append(cells, xlsx.Cell{Value: word, Style: OfficeHead})
	}
	return cells
}

// KeyCells are the cells of hidden columns.
func KeyCells(texts []string) []xlsx.Cell {
	cells := make([]xlsx.Cell, 0, len(texts))
	for _, text := range texts {
		cells = append(cells, xlsx.Cell{Value: text, Style: KeyStyle})
	}
	return cells
}

// OfficeCells are the cells that the office fills in; the reason may be long, the others
// are words. A number stays one, so that the rule for its column accepts it.
func OfficeCells(texts []string, reason int) []xlsx.Cell {
	cells := make([]xlsx.Cell, 0, len(texts))
	for i, text := range texts {
		c := xlsx.Cell{Value: text, Style: OfficeWord}
		if i == reason {
			c.Style = OfficeStyle
		}
		if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text && len(text) < 10 { // no digit gets lost
			c.Value = n
		}
		cells = append(cells, c)
	}
	return cells
}

// Mark returns the mark of a line that shows a decision in its cells, or none.
func (b *Book) Mark(shown *ruling.Ruling, cells []string) string {
	if shown == nil {
		return ruling.MarkOf(b.Journal.Count(), "", nil).String()
	}
	id, clear := "", make([]string, len(cells))
	if shown.Filed > 0 {
		id = shown.ID
	}
	for i, text := range cells {
		clear[i] = fit.Clean(text)
	}
	return ruling.MarkOf(b.Journal.Count(), id, clear).String()
}

// ColumnOf returns the place of a heading among others, from 0.
func ColumnOf(headings []string, word string) int {
	for i, h := range headings {
		if h == word {
			return i
		}
	}
	return -1
}

// ChoicesName is the name of the range in 说明 that lists what a kind of line may choose.
func ChoicesName(k ruling.Kind) string { return "核定_" + string(k) }

// Outcome says what became of the ruling on a line.
func Outcome(l asked.Line) xlsx.Cell {
	switch {
	case l.Ruled == nil && l.Settled:
		return xlsx.Cell{Value: "已解决", Style: xlsx.WordStyle} // by a ruling on the same row
	case l.Ruled == nil:
		return xlsx.Cell{Style: xlsx.WordStyle}
	case l.Ruled.State == ruling.Orphaned, l.Row != nil && l.Row.Fate == ledger.Held:
		return xlsx.Cell{Value: "未执行", Style: xlsx.AlarmStyle}
	}
	return xlsx.Cell{Value: "已执行", Style: xlsx.WordStyle}
}
