package ledgerbook

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx/xlsxtest"
)

// sectionsOf returns the lines of 定稿核对 below each of its headings.
func sectionsOf(t *testing.T, l *ledger.Ledger) map[string][][]string {
	t.Helper()
	rows, err := xlsxtest.Open(t, written(t, l)).GetRows(book.FinalSheet)
	if err != nil {
		t.Fatal(err)
	}
	sections, at := map[string][][]string{}, ""
	for _, row := range rows {
		switch {
		case len(row) > 0 && strings.Contains(row[0], "、") && strings.ContainsRune("一二三四五六七八", []rune(row[0])[0]):
			at = string([]rune(row[0])[0])
		case at != "" && len(row) > 0:
			sections[at] = append(sections[at], row)
		}
	}
	return sections
}

// What a director signs is told whole: what is held back, what was left out, what is carried,
// each open cause, and figures that agree with the lines that they are made of.
func TestFinalTellsAll(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 4)
	l = settle.With(l, []finding.Finding{finding.New(finding.SecrecyMarking, finding.In("第四季度/办公室（4）.xlsx", "Sheet1 'A'").At(6, 4), "内部资料", "").For("办公室", "2021Q4")})
	sections := sectionsOf(t, l)
	if p := l.Pending(); !strings.Contains(sections["一"][0][0], p.Words()) || !p.Draft() {
		t.Errorf("the verdict: %v, pending %+v", sections["一"], p)
	}
	held, causes, carried := 0, 0, 0
	for i := range l.Findings {
		if f := &l.Findings[i]; !f.Settled && (f.Severity() == finding.Error || f.Code == finding.ReturnMissing) {
			held++
		}
	}
	for _, c := range l.Causes {
		if c.Severity != finding.Info {
			causes++
		}
	}
	for no := range l.Plan.Requirements {
		if s := l.Standing(no+1, l.AsOf); s.Active && !s.From.IsZero() {
			carried++
		}
	}
	if carried == 0 || held == 0 {
		t.Fatalf("%d carried, %d held: nothing to tell", carried, held)
	}
	for section, want := range map[string]int{"二": held + 1, "三": 2, "五": carried + 1, "六": causes + 1} {
		if got := len(sections[section]); got != want {
			t.Errorf("section %s has %d lines, want %d", section, got, want)
		}
	}
	if row := sections["三"][1]; row[5] != "D6" || !strings.Contains(row[6], "内部资料") {
		t.Errorf("what was left out: %v", row)
	}
	counted := map[string]string{}
	for _, row := range sections["七"] {
		counted[row[1]] = row[0]
	}
	for _, st := range status.Statuses {
		if want := strconv.Itoa(standings(l, st)); counted["其中"+st.Label()] != want {
			t.Errorf("%s: %q, want %s", st.Label(), counted["其中"+st.Label()], want)
		}
	}
	seen := map[string]bool{}
	for _, row := range sections["八"] {
		seen[row[0]] = true
	}
	for no := range l.Plan.Requirements {
		if l.Standing(no+1, l.AsOf).Active && !seen[fmt.Sprint(no+1)] {
			t.Errorf("nothing is said of requirement %d", no+1)
		}
	}
}

// Where all is there and settled, the sheet says so.
func TestFinalOfWhatIsDone(t *testing.T) {
	l := merge.Merge(trial.List(t, len(trial.Departments), 2), nil, nil, merge.Options{AsOf: period.Quarter{Year: 2021, N: 1}})
	for i := range l.Findings {
		l.Findings[i].Settled = true
	}
	l.Causes = nil
	sections := sectionsOf(t, l)
	if !strings.Contains(sections["一"][0][0], "年报附件不再印“草稿”") || !strings.Contains(sections["一"][1][0], "办公室已核定") {
		t.Errorf("%v", sections["一"])
	}
	for _, section := range []string{"二", "三", "四", "六"} {
		if rows := sections[section]; len(rows) != 2 || rows[1][0] != "没有。" {
			t.Errorf("section %s: %v", section, rows)
		}
	}
}

// standings counts the requirements of a status at the as-of quarter.
func standings(l *ledger.Ledger, want status.Status) (n int) {
	for i := range l.Plan.Requirements {
		if st := l.Standing(i+1, l.AsOf); st.Active && st.Status == want {
			n++
		}
	}
	return n
}

// What the annex does not quote for the sake of a status that the office took stands among what it leaves
// out, with its cell.
func TestFinalTellsWhatIsNotQuoted(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 4)
	before := len(sectionsOf(t, l)["三"])
	var text string
	for no := 1; no <= len(l.Plan.Requirements) && text == ""; no++ {
		s := l.Standing(no, l.AsOf)
		if s.Active && len(s.Deciders) == 1 && s.Deciders[0].Entry != nil && s.Deciders[0].Entry.Row.Progress.Given() {
			s.Ruled, s.Status, s.Deciders[0].Decides = true, status.NotStarted, false
			text = s.Deciders[0].Entry.Row.Progress.Value
		}
	}
	if text == "" {
		t.Fatal("no requirement has one decider with a text")
	}
	rows := sectionsOf(t, l)["三"]
	if last := rows[len(rows)-1]; len(rows) < before || !strings.Contains(last[6], "核定为“未启动”") || !strings.Contains(last[6], text) {
		t.Errorf("left out are %v", rows)
	}
}
