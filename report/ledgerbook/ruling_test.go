package ledgerbook

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/progress"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// readBack reads the rulings of a workbook as the next run does.
func readBack(t testing.TB, b []byte) []ruling.Ruling {
	t.Helper()
	g, found := open.Parse("台账.xlsx", b)
	if g == nil {
		t.Fatal(found)
	}
	rs, err := ruling.Read(g)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

// yearWith is the year with what the office decided.
func yearWith(t testing.TB, rs []ruling.Ruling) *ledger.Ledger {
	t.Helper()
	return trial.Ruled(t, len(trial.Departments), 15, 4, rs)
}

func TestNothingDecidedIsNothingRead(t *testing.T) {
	if rs := readBack(t, written(t, trial.Whole(t))); len(rs) != 0 {
		t.Errorf("%d rulings, the first %+v", len(rs), rs[0])
	}
}

// office types into a workbook.
type office struct {
	*testing.T
	f    *excelize.File
	cols map[string]map[string]int // by sheet and heading
	head map[string]int
}

func openLedger(t *testing.T, b []byte) *office {
	o := &office{T: t, f: xlsxtest.Open(t, b), cols: map[string]map[string]int{}, head: map[string]int{book.OverviewSheet: progress.OverviewTop - 1, book.FindingsSheet: book.FindingsTop - 1}}
	for sheet, row := range o.head {
		o.cols[sheet] = map[string]int{}
		rows, err := o.f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, word := range rows[row-1] {
			o.cols[sheet][word] = i + 1
		}
	}
	return o
}

func (o *office) get(sheet string, row int, heading string) string {
	v, err := o.f.GetCellValue(sheet, xlsx.Name(o.cols[sheet][heading], row))
	if err != nil {
		o.Fatal(err)
	}
	return v
}

// types fills cells of a line: heading, value, heading, value.
func (o *office) types(sheet string, row int, pairs ...any) {
	for i := 0; i < len(pairs); i += 2 {
		col, ok := o.cols[sheet][pairs[i].(string)]
		if !ok {
			o.Fatalf("no column %s", pairs[i])
		}
		if err := o.f.SetCellValue(sheet, xlsx.Name(col, row), pairs[i+1]); err != nil {
			o.Fatal(err)
		}
	}
}

// line finds the n-th line of 待核对 with the code.
func (o *office) line(code finding.Code, n int) int {
	rows, _ := o.f.GetRows(book.FindingsSheet)
	for row := book.FindingsTop; row <= len(rows); row++ {
		if o.get(book.FindingsSheet, row, "代码") == string(code) {
			if n--; n == 0 {
				return row
			}
		}
	}
	o.Fatalf("no line %s", code)
	return 0
}

func (o *office) saved() []byte {
	var b bytes.Buffer
	if err := o.f.Write(&b); err != nil {
		o.Fatal(err)
	}
	return b.Bytes()
}

func TestTheOfficeDecides(t *testing.T) {
	first := trial.Whole(t)
	o := openLedger(t, written(t, first))
	place, take, accept, ignore := o.line(finding.RowUnmatched, 1), o.line(finding.LeadSupportConflict, 1), o.line(finding.ReturnMissing, 2), o.line(finding.RowUnmatched, 2)
	o.types(book.FindingsSheet, place, "核定", "按第N项并入", "按第几项", 14, "核定理由", "=1+1 不是公式", "核定人", "王某", "核定日期", "2022年1月4日")
	o.types(book.FindingsSheet, take, "核定", "采用此状态", "采用状态", "推进中")
	o.types(book.FindingsSheet, accept, "核定", "认可", "核定理由", "新设单位，本季度免报")
	o.types(book.FindingsSheet, ignore, "核定", "忽略")
	o.types(book.OverviewSheet, progress.OverviewTop+4, "采用状态", "已完成", "核定人", "李某")
	rs := readBack(t, o.saved())
	if len(rs) != 5 {
		t.Fatalf("%d rulings: %+v", len(rs), rs)
	}
	l := yearWith(t, rs)
	for _, r := range l.Rulings {
		if r.State != ruling.Applied || r.Why != "" {
			t.Errorf("%s: %s %s", r.Act, r.State, r.Why)
		}
	}
	placed := slices.IndexFunc(l.Entries, func(e ledger.Entry) bool { return e.Match.By == "ruling" })
	if l.Totals.Rows.Held != first.Totals.Rows.Held-2 || placed < 0 || l.Entries[placed].Requirement != 14 {
		t.Errorf("%+v, before %+v", l.Totals.Rows, first.Totals.Rows)
	}
	if s := l.Standing(5, l.AsOf); s.Status != status.Completed || !s.Ruled {
		t.Errorf("requirement 5: %+v", s)
	}
	b := written(t, l)
	if again := written(t, yearWith(t, readBack(t, b))); !bytes.Equal(b, again) {
		t.Error("the next run writes other bytes")
	}

	// All is shown: the settled at the end, the requirement's in 总台账.
	next := openLedger(t, b)
	rows, _ := next.f.GetRows(book.FindingsSheet)
	var choices []string
	for row := len(rows) - 3; row <= len(rows); row++ {
		if next.get(book.FindingsSheet, row, "程度") != "已核定" || next.get(book.FindingsSheet, row, "核定结果") != "已执行" {
			t.Errorf("line %d: %v", row, rows[row-1])
		}
		choices = append(choices, next.get(book.FindingsSheet, row, "核定"))
	}
	slices.Sort(choices)
	if !slices.Equal(choices, []string{"忽略", "按第N项并入", "认可", "采用此状态"}) {
		t.Errorf("shown: %v", choices)
	}
	if next.get(book.OverviewSheet, progress.OverviewTop+4, "采用状态") != "已完成" || !strings.Contains(strings.Join(rows[1], ""), "另有已核定4条") {
		t.Error("总台账 or the summary does not show it")
	}
	if strings.Contains(strings.Join(rows[book.FindingsTop-1], ""), string(finding.RulingOrphaned)) {
		t.Error("reported as orphaned")
	}
}

// A spreadsheet sorts and filters: the keys go along.
func TestSortedLinesAreReadTheSame(t *testing.T) {
	o := openLedger(t, written(t, trial.Whole(t)))
	o.types(book.FindingsSheet, o.line(finding.RowUnmatched, 1), "核定", "忽略", "核定理由", "甲")
	o.types(book.FindingsSheet, o.line(finding.LeadSupportConflict, 3), "核定", "采用此状态", "采用状态", "滞后", "核定理由", "乙")
	before := readBack(t, o.saved())
	rows, err := o.f.GetRows(book.FindingsSheet)
	if err != nil {
		t.Fatal(err)
	}
	lines := rows[book.FindingsTop-1:]
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	for i, line := range lines {
		for col := range book.FindingsShown + len(ruling.LineHidden) {
			v := ""
			if col < len(line) {
				v = line[col]
			}
			if err := o.f.SetCellStr(book.FindingsSheet, xlsx.Name(col+1, book.FindingsTop+i), v); err != nil {
				t.Fatal(err)
			}
		}
		if err := o.f.SetRowVisible(book.FindingsSheet, book.FindingsTop+i, i%3 == 0); err != nil {
			t.Fatal(err)
		}
	}
	after := readBack(t, o.saved())
	for _, rs := range [][]ruling.Ruling{before, after} {
		slices.SortFunc(rs, func(a, b ruling.Ruling) int { return cmp.Compare(a.ID, b.ID) })
	}
	if diff := gocmp.Diff(before, after); diff != "" || len(before) != 2 {
		t.Errorf("%d rulings, sorted (-before +after):\n%s", len(before), diff)
	}
}

// Whatever the office has typed, understood or not, to be carried out or not, is in the
// next ledger once, and is read from it as it was.
func TestNoRulingIsLost(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	l := trial.Part(t, 4, 4, 2)
	for round := range 12 {
		var typed []ruling.Ruling
		used := map[string]bool{}
		for i, s := range ruling.Subjects(l.Findings) {
			f := l.Findings[i]
			if rng.IntN(4) > 0 {
				continue
			}
			r := ruling.Ruling{Act: []ruling.Act{ruling.Accept, ruling.Take, ruling.Place, ruling.Ignore, ""}[rng.IntN(5)],
				Reason: fmt.Sprint("理由", i), By: fmt.Sprint("00", i), Target: ruling.Target{File: f.Place.File(), Sheet: f.Place.Sheet(), RowKey: s.RowKey,
					Department: f.Department, Quarter: f.Quarter, Code: s.Code, Nth: s.Nth, Sum: s.Sum}}
			if k := slices.IndexFunc(l.Rows, func(row ledger.Row) bool { return row.Key == s.RowKey }); k >= 0 {
				r.Target.Sum = l.Rows[k].Sum
			}
			switch {
			case rng.IntN(5) == 0:
				r.Target.Sum, r.Target.RowKey = "gone", strings.Repeat("0", min(1, len(s.RowKey))*16)
			case rng.IntN(9) == 0:
				r = ruling.Ruling{Act: ruling.Take, Reason: r.Reason, Target: ruling.Target{Quarter: []string{"2021Q1", "2021Q2", "2020Q4"}[rng.IntN(3)]}}
			}
			if req := &l.Plan.Requirements[rng.IntN(5)]; r.Act == ruling.Place || r.Target.Standing() {
				r.Requirement, r.Key = req.No, req.Key
			}
			r.Typed.Choice = r.Act.Label()
			if r.Act == "" {
				r.Typed.Choice, r.Why = "同意", "“同意”不是可选的核定"
			}
			if r.Act == ruling.Take {
				r.Status = ruling.Statuses[rng.IntN(6)]
				r.Typed.Status = r.Status.Label()
			}
			if r.Act == ruling.Place || r.Target.Standing() && r.Key != "" {
				r.Typed.Item = fmt.Sprint(r.Requirement)
			}
			if r.Target.RowKey == "" && !r.Target.Standing() && r.Act != ruling.Accept && r.Act != "" {
				continue // can't be read as such
			}
			if r.Identify(); !used[r.ID] {
				used[r.ID] = true
				typed = append(typed, r)
			}
		}
		l := trial.Ruled(t, 4, 4, 2, typed)
		b := written(t, l)
		reported, lines := 0, 0
		for _, f := range l.Findings {
			if f.Code == finding.RulingOrphaned {
				reported++
			}
		}
		rows, _ := xlsxtest.Open(t, b).GetRows(book.FindingsSheet)
		for _, row := range rows {
			if len(row) > 2 && row[2] == finding.RulingOrphaned.Entry().Title {
				lines++
			}
		}
		if lines != reported {
			t.Errorf("round %d: %d rulings not carried out, %d lines say so", round, reported, lines)
		}
		got := readBack(t, b)
		want := slices.Concat(l.Rulings, l.Drafts)
		for _, rs := range [][]ruling.Ruling{got, want} {
			for i := range rs {
				rs[i].State, rs[i].Why, rs[i].Called = "", "", "" // 总台账 says what its requirements are called
				if rs[i].Target.Standing() && rs[i].Act == ruling.Take {
					rs[i].Typed.Item = "" // 总台账 and 待核对 show it each in its way
				}
			}
			slices.SortFunc(rs, func(a, b ruling.Ruling) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Reason, b.Reason)) })
		}
		if diff := gocmp.Diff(want, got); diff != "" || len(got) != len(typed) {
			t.Fatalf("round %d: %d typed, %d read (-shown +read):\n%s", round, len(typed), len(got), diff)
		}
		if again := written(t, trial.Ruled(t, 4, 4, 2, readBack(t, b))); !bytes.Equal(b, again) {
			t.Fatalf("round %d: the next run writes other bytes", round)
		}
	}
}
