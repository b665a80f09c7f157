package console

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/ledger"
)

// Check prints what each return is and what became of its rows: of one file each row, of
// several those that were not merged.
func Check(s Screen, l *ledger.Ledger) {
	fmt.Fprintf(s, "对照的清单：%s（%d 年，%d 条要求）\n", plain(l.Plan.Source), l.Year, len(l.Plan.Requirements))
	rows := map[[4]string][]ledger.Row{}
	for _, row := range l.Rows {
		of := [4]string{row.At.File(), row.At.Sheet(), row.Department, row.Quarter.String()}
		rows[of] = append(rows[of], row)
	}
	for _, r := range l.Returns {
		department, quarter := r.Department, r.Quarter.Label()
		if department == "" {
			department = "部门不明"
		}
		if quarter == "" {
			quarter = "季度不明"
		}
		s.paragraph(2, "", fmt.Sprintf("%s「%s」 %s %s：读取 %d 行 = 并入 %d + 待核对 %d + 不计 %d", plain(r.File), plain(r.Sheet), department, quarter,
			r.Count.Read, r.Count.Merged, r.Count.Held, r.Count.Ignored))
		of := rows[[4]string{r.File, r.Sheet, r.Department, r.Quarter.String()}]
		if len(l.Inputs) > 1 {
			of = slices.DeleteFunc(of, func(row ledger.Row) bool { return row.Fate != ledger.Held })
		}
		column := 0
		for _, row := range of {
			column = max(column, places.StringWidth(fate(l, row)))
		}
		for _, row := range of {
			fmt.Fprintln(s, checked(s, l, row, column))
		}
	}
}

// checked is one row of a return: where it stands, where it went, in a column of that
// width, and how it begins.
func checked(s Screen, l *ledger.Ledger, row ledger.Row, column int) string {
	head := fmt.Sprintf("  %s %s  ", pad(fmt.Sprintf("第%d行", row.At.Row()), 8), pad(fate(l, row), column))
	room := 48
	if s.Width > 0 {
		room = max(min(room, s.Width-1-places.StringWidth(head)), 8)
	}
	return head + shorten(plain(oneLine(row.Text)), room)
}

// fate says where a row went.
func fate(l *ledger.Ledger, row ledger.Row) string {
	switch row.Fate {
	case ledger.Merged:
		return "并入" + ledger.RequirementNumber(l.Requirement(row.Requirement))
	case ledger.Held:
		return "待核对：" + ledger.ReasonLabel(row)
	default:
		return "不计：" + ledger.ReasonLabel(row)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
