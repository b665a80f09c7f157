package ledgerbook

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/progress"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// What was accepted and has changed since is shown, and can be accepted anew beside it.
func TestAcceptedOtherwise(t *testing.T) {
	o := openLedger(t, written(t, trial.Whole(t)))
	line := o.line(finding.LeadSupportConflict, 1)
	key := o.get(book.FindingsSheet, line, "行键")
	o.types(book.FindingsSheet, line, "核定", "认可", "内容指纹", "beforeitchanged")
	next := openLedger(t, written(t, yearWith(t, readBack(t, o.saved()))))
	rows, _ := next.f.GetRows(book.FindingsSheet)
	var shown []string
	for row := book.FindingsTop; row <= len(rows); row++ {
		if next.get(book.FindingsSheet, row, "行键") == key && next.get(book.FindingsSheet, row, "代码") == string(finding.LeadSupportConflict) {
			shown = append(shown, next.get(book.FindingsSheet, row, "核定")+next.get(book.FindingsSheet, row, "内容指纹"))
		}
	}
	if len(shown) != 2 || !slices.Contains(shown, "认可beforeitchanged") || slices.Contains(shown, "认可") {
		t.Errorf("shown: %q", shown)
	}
}

// 总台账 shows the ruling of its own quarter; that of an earlier one has a line in 待核对.
func TestWholeRequirementsOfOtherQuarters(t *testing.T) {
	l := trial.Whole(t)
	var rs []ruling.Ruling
	for _, q := range []string{"2021Q2", "2021Q4"} {
		rs = append(rs, ruling.Ruling{Act: ruling.Take, Target: ruling.Target{Quarter: q}, Requirement: 3, Key: l.Requirement(3).Key,
			Status: status.Behind, Typed: ruling.Typed{Choice: ruling.Take.Label(), Status: status.Behind.Label()}, By: q})
	}
	o := openLedger(t, written(t, yearWith(t, rs)))
	if by := o.get(book.OverviewSheet, progress.OverviewTop+2, "核定人"); by != "2021Q4" {
		t.Errorf("总台账 shows the ruling of %q", by)
	}
	rows, _ := o.f.GetRows(book.FindingsSheet)
	last := len(rows)
	if o.get(book.FindingsSheet, last, "核定人") != "2021Q2" || o.get(book.FindingsSheet, last, "类别") != string(ruling.Requirement) || !strings.Contains(rows[last-1][book.ColumnOf(book.FindingColumns, "说明")], "第二季度末") {
		t.Errorf("the last line is %q", rows[last-1])
	}
}

// What a line may choose stays fit for what it is about.
func TestAnUnreadableChoiceKeepsItsList(t *testing.T) {
	o := openLedger(t, written(t, trial.Whole(t)))
	o.types(book.FindingsSheet, o.line(finding.RowUnmatched, 1), "核定", "同意并入")
	next := openLedger(t, written(t, yearWith(t, readBack(t, o.saved()))))
	line := next.line(finding.RowUnmatched, 1)
	if next.get(book.FindingsSheet, line, "核定") != "同意并入" || next.get(book.FindingsSheet, line, "类别") != string(ruling.HeldRow) || next.get(book.FindingsSheet, line, "核定结果") != "未执行" {
		t.Error("the line does not show it as it should")
	}
}

// The columns are such that a clerk can't easily get them wrong.
func TestRulingColumns(t *testing.T) {
	b := written(t, trial.Whole(t))
	o, all := openLedger(t, b), xlsxtest.Parts(t, b)
	for sheet, hidden := range map[string][]string{book.OverviewSheet: ruling.WholeHidden.Headings(), book.FindingsSheet: ruling.LineHidden.Headings()} {
		rows, _ := o.f.GetRows(sheet)
		lists, err := o.f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		over := map[int]bool{}
		for _, v := range lists {
			from, to, _ := strings.Cut(v.Sqref, ":")
			col, first, _ := excelize.CellNameToCoordinates(from)
			_, last, _ := excelize.CellNameToCoordinates(to)
			over[col] = true
			if first != o.head[sheet]+1 || last != len(rows) {
				t.Errorf("%s: a list over %s of %d lines", sheet, v.Sqref, len(rows))
			}
		}
		for _, heading := range []string{"核定", "按第几项", "采用状态"} {
			if col := o.cols[sheet][heading]; col > 0 && !over[col] {
				t.Errorf("%s: %s has no list", sheet, heading)
			}
		}
		for word, col := range o.cols[sheet] {
			visible, err := o.f.GetColVisible(sheet, xlsx.Letter(col))
			if err != nil || word != "" && visible == slices.Contains(hidden, word) {
				t.Errorf("%s: column %s visible: %v, %v", sheet, word, visible, err)
			}
		}
		last, number := len(rows[o.head[sheet]-1]), 1+slices.Index(o.f.GetSheetList(), sheet)
		filter := regexp.MustCompile(`<autoFilter ref="([^"]*)"`).FindStringSubmatch(all[fmt.Sprintf("xl/worksheets/sheet%d.xml", number)])
		if want := xlsx.Area(1, o.head[sheet], last, len(rows)); filter == nil || strings.ReplaceAll(filter[1], "$", "") != want {
			t.Errorf("%s: the filter is over %v, the lines with their keys over %s", sheet, filter, want)
		}
	}
	// What each kind of line may choose is a run of the list in 说明.
	names := map[string]string{}
	for _, n := range o.f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	for _, k := range ruling.Kinds {
		first, last := k.Span()
		from, to, _ := strings.Cut(strings.ReplaceAll(strings.TrimPrefix(names["核定_"+string(k)], "说明!"), "$", ""), ":")
		for i, cell := range map[int]string{first: from, last: to} {
			if v, err := o.f.GetCellValue(book.NotesSheet, cell); err != nil || v != ruling.Choices[i].Label {
				t.Errorf("%s: %s holds %q, want %q", k, cell, v, ruling.Choices[i].Label)
			}
		}
	}
}

// A held row that only the finding of its whole return names has a line to decide in.
func TestEveryHeldRowHasALine(t *testing.T) {
	p, q := trial.List(t, 4, 4), period.Quarter{Year: 2021, N: 1}
	a, b := trial.Sent(p, "办公室", 0, q), trial.Sent(p, "办公室", 0, q)
	for i := range b.Rows {
		at := b.Rows[i].At
		b.Rows[i].At = finding.In("第一季度/另一份.xlsx", at.Sheet()).At(at.Row(), at.Col())
		b.Rows[i].Progress.Value += "（改）"
	}
	b.File, b.StatedOn, a.StatedOn = "第一季度/另一份.xlsx", grid.Read[period.Date]{}, grid.Read[period.Date]{}
	l := merge.Merge(p, []returns.Return{a, b}, nil, merge.Options{AsOf: q})
	o := openLedger(t, written(t, l))
	rows, _ := o.f.GetRows(book.FindingsSheet)
	lines := map[string]int{}
	for row := book.FindingsTop; row <= len(rows); row++ {
		if o.get(book.FindingsSheet, row, "类别") == string(ruling.HeldRow) {
			lines[o.get(book.FindingsSheet, row, "行键")]++
		}
	}
	held := 0
	for _, r := range l.Rows {
		if r.Fate == ledger.Held {
			held++
			if lines[r.Key] != 1 {
				t.Errorf("row %v, %s: %d lines", r.At, r.Reason, lines[r.Key])
			}
		}
	}
	if held < 4 || len(lines) != held {
		t.Errorf("%d held rows, %d lines", held, len(lines))
	}
}
