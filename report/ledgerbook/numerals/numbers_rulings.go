package numerals

import (
	"slices"

	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
)

// numeralWidths are of the columns of 年报数据 and 勾稽核对 that the office fills in, with 核定结果.
var numeralWidths = []float64{20, 24, 9, 14, 24}

func numeralHeads(hidden ruling.Columns[ruling.Numeral]) []xlsx.Cell {
	return slices.Concat(book.OfficeHeads(ruling.NumeralTyped.Headings()), xlsx.Heads("核定结果"), book.KeyCells(hidden.Headings()))
}

// numeral are the cells in which the office decides on a number or a rule; ruled is the decision
// that stands in them, nil for none.
func (s *sheet) numeral(n ruling.Numeral, ruled *ruling.Ruling, hidden ruling.Columns[ruling.Numeral]) []xlsx.Cell {
	result := xlsx.Cell{Style: xlsx.WordStyle}
	if ruled != nil {
		n = ruled.Numeral()
		result.Value = "已执行"
		if ruled.State == ruling.Orphaned {
			result = xlsx.Cell{Value: "未执行：" + ruled.Why, Style: xlsx.Style{Frame: true, Fill: "FFC7CE", Color: "9C0006"}}
		}
	}
	n.Mark = s.Mark(ruled, ruling.NumeralTyped.Cells(n))
	cells := book.OfficeCells(ruling.NumeralTyped.Cells(n), book.ColumnOf(ruling.NumeralTyped.Headings(), "核定理由"))
	return append(append(cells, result), book.KeyCells(hidden.Cells(n))...)
}

// takeNumeral returns the decision that a line of 年报数据 or 勾稽核对 shows, nil for none.
func takeNumeral(b *book.Book, act ruling.Act, about ruling.Numeral) *ruling.Ruling {
	i := slices.IndexFunc(b.Where.Numerals, func(r *ruling.Ruling) bool {
		n := r.Numeral()
		return r.Act == act && n.Indicator == about.Indicator && n.Rule == about.Rule && n.Scope == about.Scope && n.Quarter == about.Quarter
	})
	if i < 0 {
		return nil
	}
	r := b.Where.Numerals[i]
	b.Where.Numerals = slices.Delete(b.Where.Numerals, i, i+1)
	return r
}

// strayNumerals writes the decisions that no line shows, each on a line of its own: those on what
// this year does not have, and second ones on the same thing.
func (s *sheet) strayNumerals(act ruling.Act, hidden ruling.Columns[ruling.Numeral], before int) {
	for _, r := range s.Where.Numerals {
		if r.Act != act {
			continue
		}
		cells := slices.Repeat([]xlsx.Cell{{Style: xlsx.BodyStyle}}, before)
		cells[0].Value, cells[1].Value = r.Target.Indicator+r.Target.Rule, r.Target.Scope
		s.Row(append(cells, s.numeral(ruling.Numeral{}, r, hidden)...)...)
	}
}
