package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// placedOn places each row that the ledger asks about on a requirement.
func placedOn(l *ledger.Ledger, no int) (rs []ruling.Ruling) {
	for i, s := range ruling.Subjects(l.Findings) {
		if f := l.Findings[i]; f.Code == finding.RowUnmatched || f.Code == finding.RowAmbiguous || f.Code == finding.DuplicateRow {
			r := on(ruling.Ruling{Act: ruling.Place, Target: ruling.Target{File: f.Place.File(), Sheet: f.Place.Sheet(), RowKey: s.RowKey,
				Department: f.Department, Quarter: f.Quarter, Code: f.Code, Nth: s.Nth}, Reason: "经核实", By: "王某", On: "2021-04-12"}, no)
			for _, row := range l.Rows {
				if row.Key == s.RowKey {
					r.Target.Sum = row.Sum
				}
			}
			rs = append(rs, r)
		}
	}
	return rs
}

// TestPartsAreToldTogether: rows of one return that the office placed on one requirement are parts of its answer.
// None of their words is lost, and the whole is no further than the part that is furthest behind.
func TestPartsAreToldTogether(t *testing.T) {
	done := func(what, on string) returns.Row {
		r := ledgertest.Row(what, status.Completed, what+"办完了")
		d, _ := period.ParseDate(on, 2021)
		r.CompletedOn = grid.Read[period.Date]{Value: d, Said: on, At: r.At}
		return r
	}
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	for _, c := range []struct {
		name             string
		rows             []returns.Row
		stands           status.Status
		progress, doneOn string
	}{
		{"one is done", []returns.Row{done("修订预案", "2021-03-02"), ledgertest.Row("组织演练", status.InProgress, "场地已定")}, status.InProgress, "修订预案办完了\n场地已定", ""},
		{"both are done", []returns.Row{done("修订预案", "2021-03-02"), done("组织演练", "2021-03-20")}, status.Completed, "修订预案办完了\n组织演练办完了", "2021-03-20"},
		{"one says no status", []returns.Row{done("修订预案", "2021-03-02"), ledgertest.Row("组织演练", status.NoStatus, "场地已定")}, status.NoStatus, "修订预案办完了\n场地已定", ""},
		{"one is not asked", []returns.Row{done("修订预案", "2021-03-02"), ledgertest.Row("组织演练", status.NotApplicable, "本季没有")}, status.Completed, "修订预案办完了\n本季没有", ""},
		{"three, one behind", []returns.Row{ledgertest.Row("修订预案", status.Ongoing, "甲"), ledgertest.Row("组织演练", status.Behind, "乙"), ledgertest.Row("备足物资", status.InProgress, "丙")}, status.Behind, "甲\n乙\n丙", ""},
		{"the list's own text twice", []returns.Row{ledgertest.Row(three, status.Behind, "甲"), ledgertest.Row(three, status.Completed, "乙")}, status.Behind, "甲\n乙", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ret := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, c.rows...)
			l := ruled(t, placedOn(merged(t, ret), 3), ret)
			if want := strings.TrimSpace(strings.Repeat("merged:3 ", len(c.rows))); fates(l) != want {
				t.Fatalf("%s, want %s", fates(l), want)
			}
			if len(l.Entries) != 1 {
				t.Fatalf("%d entries", len(l.Entries))
			}
			row := l.Entries[0].Row
			if row.Status.Value != c.stands || row.Progress.Value != c.progress || row.CompletedOn.Value.String() != c.doneOn {
				t.Errorf("%q %q %q", row.Status.Value, row.Progress.Value, row.CompletedOn.Value)
			}
			for i := range c.rows[1:] {
				if said := l.Rows[i+1].Said; !strings.Contains(said, c.rows[i+1].Progress.Value) {
					t.Errorf("row %d says %q", i+1, said)
				}
			}
		})
	}
}

// TestOneOfTwoRows: where the office chose one of two rows, the other gives way and nothing is joined.
func TestOneOfTwoRows(t *testing.T) {
	three := ledgertest.SmallPlan().Requirements[2].Text.Value
	ret := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(three, status.Behind, "甲"), ledgertest.Row(three, status.Completed, "乙"))
	rs := placedOn(merged(t, ret), 3)
	if l := ruled(t, rs[:1], ret); len(l.Entries) != 1 || strings.Contains(l.Entries[0].Row.Progress.Value, "\n") {
		t.Errorf("%s", fates(l))
	}
}

// TestAPartIsToldAnew: a later return that tells one of the parts anew replaces that one, and the others stand. One
// that tells as much as before, or in other words, replaces the whole; where none is later, all wait.
func TestAPartIsToldAnew(t *testing.T) {
	plan, drill := "修订预案", "组织演练"
	first := dated(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(plan, status.Completed, "预案印了"), ledgertest.Row(drill, status.InProgress, "场地已定")), 2)
	rulings := placedOn(merged(t, first), 3)
	later := func(day int, rows ...returns.Row) returns.Return {
		r := ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, rows...)
		if day > 0 {
			r = dated(r, day)
		}
		return r
	}
	for _, c := range []struct {
		name, fates, progress string
		rs                    []returns.Return
	}{
		{"one part anew", "merged:3 ignored:superseded3 merged:3", "演练搞完了\n预案印了", []returns.Return{first, later(8, ledgertest.Row(drill, status.Completed, "演练搞完了"))}},
		{"the other part anew", "ignored:superseded3 merged:3 merged:3", "预案重印了\n场地已定", []returns.Return{first, later(8, ledgertest.Row(plan, status.Completed, "预案重印了"))}},
		{"one part once more, unchanged", "merged:3 ignored:duplicate3 merged:3", "场地已定\n预案印了", []returns.Return{first, later(8, ledgertest.Row(drill, status.InProgress, "场地已定"))}},
		{"both anew", "ignored:superseded3 ignored:superseded3 merged:3 merged:3", "预案重印了\n演练搞完了", []returns.Return{first, later(8, ledgertest.Row(plan, status.Completed, "预案重印了"), ledgertest.Row(drill, status.Completed, "演练搞完了"))}},
		{"each part in a return of its own, the later one first", "ignored:superseded3 ignored:superseded3 merged:3 merged:3", "演练搞完了\n预案重印了", []returns.Return{first, later(9, ledgertest.Row(drill, status.Completed, "演练搞完了")),
			dated(ledgertest.Ret("c.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(plan, status.Completed, "预案重印了")), 8)}},
		{"the whole in the list's words", "ignored:superseded3 ignored:superseded3 merged:3", "都办完了", []returns.Return{first, later(8, ledgertest.Row(ledgertest.SmallPlan().Requirements[2].Text.Value, status.Completed, "都办完了"))}},
		{"one part anew, and none is later", "held:duplicate-return3 held:duplicate-return3 held:duplicate-return3", "", []returns.Return{first, later(0, ledgertest.Row(drill, status.Completed, "演练搞完了"))}},
		{"what the office placed stands", "merged:3 merged:3 ignored:superseded3", "预案印了\n场地已定", []returns.Return{first, later(0, ledgertest.Row(ledgertest.SmallPlan().Requirements[2].Text.Value, status.Completed, "都办完了"))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := ruled(t, rulings, c.rs...)
			progress := ""
			for _, e := range l.Entries {
				progress += e.Row.Progress.Value
			}
			if fates(l) != c.fates || progress != c.progress {
				t.Errorf("%s, %q", fates(l), progress)
			}
		})
	}
}

// TestWhatIsNotCompletedHasNoDay: where the office takes another status than 已完成, the day that the department gave
// is no day of completion; its words are kept.
func TestWhatIsNotCompletedHasNoDay(t *testing.T) {
	row := ledgertest.Row(odd, status.Completed, "查了25个")
	d, _ := period.ParseDate("2021-03-26", 2021)
	row.CompletedOn = grid.Read[period.Date]{Value: d, Said: "3月26日", At: row.At}
	ret := ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, row)
	for stands, want := range map[status.Status]string{status.Behind: "", status.Completed: "2021-03-26"} {
		l := ruled(t, []ruling.Ruling{as(placedOn(merged(t, ret), 3)[0], stands)}, ret)
		got := l.Entries[0].Row
		if got.CompletedOn.Value.String() != want || got.Status.Value != stands {
			t.Errorf("%s: %s %s", stands, got.Status.Value, got.CompletedOn.Value)
		}
		if kept := len(got.Other) == 1 && got.Other[0].Text == "3月26日"; kept != (want == "") {
			t.Errorf("%s: %+v", stands, got.Other)
		}
	}
}

// TestAStatusTakenForPartsEndsWithThem: the status that the office took for parts told together was taken for the
// whole as it was then. Where one part is told anew, the others stand as their department wrote, and that is said.
func TestAStatusTakenForPartsEndsWithThem(t *testing.T) {
	plan, drill := "修订预案", "组织演练"
	first := dated(ledgertest.Ret("a.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(plan, status.Completed, "预案印了"), ledgertest.Row(drill, status.InProgress, "场地已定")), 2)
	rulings := placedOn(merged(t, first), 3)
	for i := range rulings {
		rulings[i] = as(rulings[i], status.InProgress)
	}
	if l := ruled(t, rulings, first); l.Entries[0].Row.Status.Value != status.InProgress {
		t.Errorf("%s", l.Entries[0].Row.Status.Value)
	}
	l := ruled(t, rulings, first, dated(ledgertest.Ret("b.xlsx", "财务股", ledgertest.Q1, ledgertest.Row(drill, status.Completed, "演练搞完了")), 8))
	said := false
	for _, f := range l.Findings {
		said = said || strings.Contains(f.Message, "先前核定的状态")
	}
	if got := l.Entries[0].Row; got.Status.Value != status.Completed || !said {
		t.Errorf("%s %v", got.Status.Value, said)
	}
}
