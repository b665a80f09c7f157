package letters

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
	"taizhang/importer/returns"
	"taizhang/importer/returns/formkey"
	"taizhang/importer/returns/reader"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
	"taizhang/templates/words"

	"github.com/xuri/excelize/v2"
)

// formTop is the first row of a form below its heading.
const formTop = 5

func formOf(t testing.TB, l *ledger.Ledger, department string, n int) []byte {
	t.Helper()
	for _, f := range Forms(l, period.Quarter{Year: 2021, N: n}) {
		if f.Department == department {
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	t.Fatalf("no form for %s", department)
	return nil
}

// readerOf reads returns as the importer does.
func readerOf(t testing.TB, l *ledger.Ledger) func(file string, data []byte) ([]returns.Return, []finding.Finding) {
	r := reader.New(l.Plan, words.Default(), nil)
	return func(file string, data []byte) ([]returns.Return, []finding.Finding) {
		t.Helper()
		b, found := open.Parse(file, data)
		if b == nil || len(found) > 0 {
			t.Fatal(found)
		}
		got := r.Read(b)
		return got.Returns, got.Findings
	}
}

func TestAFormAsksForItsOwnRequirements(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 2)
	third := period.Quarter{Year: 2021, N: 3}
	list := Forms(l, third)
	if len(list) != len(trial.Departments) {
		t.Fatalf("%d forms", len(list))
	}
	for _, f := range list {
		var want []string
		for i := range l.Plan.Requirements {
			req := &l.Plan.Requirements[i]
			if req.Active.In(third) && slices.Contains(l.Plan.Assigned(req, third).All(), f.Department) {
				want = append(want, req.Number+" "+req.Text.Value)
			}
		}
		rows, err := xlsxtest.Open(t, formOf(t, l, f.Department, 3)).GetRows("报送表")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range rows[formTop-1:] {
			if len(row) > 3 && row[1] != "" {
				got = append(got, row[0]+" "+row[3])
				k, ok := formkey.Parse(row[1])
				if !ok || k.Department != f.Department || k.Quarter != third {
					t.Errorf("%s: key %q", f.Department, row[1])
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is asked\n%s\nwant\n%s", f.Department, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	// Requirement 4 is over with the third quarter; until then 市场执法股 answers for it.
	if a, b := Forms(l, third)[3].asks, Forms(l, period.Quarter{Year: 2021, N: 2})[3].asks; len(a)+1 != len(b) || b[2].no != 4 {
		t.Errorf("asked in the third quarter %v, in the second %v", a, b)
	}
}

// A name of the list that the roster lacks gets no form, as no return of it is expected.
func TestNobodyOutsideTheRosterIsAsked(t *testing.T) {
	l := *trial.Part(t, len(trial.Departments), 15, 2)
	p := *l.Plan
	p.Roster = roster.Roster{Departments: p.Roster.Departments[1:]}
	left := l.Plan.Roster.Departments[0].Name
	l.Plan = &p
	list := Forms(&l, period.Quarter{Year: 2021, N: 3})
	if len(list) != len(trial.Departments)-1 || slices.ContainsFunc(list, func(f Form) bool { return f.Department == left }) {
		t.Errorf("%d forms, one of them may be for %s", len(list), left)
	}
}

func TestAFormIsLockedButForTheAnswers(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 2)
	f := xlsxtest.Open(t, formOf(t, l, "办公室", 3))
	const sheet = "报送表"
	protection, err := f.GetSheetProtection(sheet)
	if err != nil || protection.EditObjects || !protection.FormatRows {
		t.Errorf("%+v, %v", protection, err)
	}
	if visible, _ := f.GetColVisible(sheet, xlsx.Letter(formKey)); visible {
		t.Error("the keys can be seen")
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for col := 1; col <= formEnd; col++ {
		id, _ := f.GetCellStyle(sheet, xlsx.Name(col, formTop))
		k, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		open := k.Protection != nil && !k.Protection.Locked
		if open != (col >= formProgress) {
			t.Errorf("%s (%s) open: %v", xlsx.Letter(col), rows[formTop-2][col-1], open)
		}
		if open && rows[formTop-1][min(col-1, len(rows[formTop-1])-1)] != "" && len(rows[formTop-1]) > col-1 {
			t.Errorf("%s is answered already", xlsx.Letter(col))
		}
	}
	all, err := f.GetDataValidations(sheet)
	if err != nil || len(all) != 4 {
		t.Fatalf("%d validations, %v", len(all), err)
	}
	last := formTop + len(Forms(l, period.Quarter{Year: 2021, N: 3})[0].asks) - 1
	for ref, want := range map[string]string{
		"J3":                           "date 44378 44926",
		xlsx.Area(8, formTop, 8, last): `list "已完成,推进中,常态化,滞后,未启动,不适用" `,
		xlsx.Area(9, formTop, 9, last): "decimal 0 10", xlsx.Area(10, formTop, 10, last): "date 44197 44469",
	} {
		i := slices.IndexFunc(all, func(v *excelize.DataValidation) bool { return v.Sqref == ref })
		if i < 0 {
			t.Errorf("no validation over %s", ref)
			continue
		}
		v := all[i]
		if got := v.Type + " " + v.Formula1 + " " + v.Formula2; got != want || !v.ShowErrorMessage || !v.ShowInputMessage || strings.Contains(*v.Prompt+*v.Error, "{") {
			t.Errorf("%s: %s; %s; %s", ref, got, *v.Prompt, *v.Error)
		}
	}
}

func TestAFormShowsWhatWasLastSaid(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 2)
	count := map[string]int{}
	for n := 1; n <= 3; n++ {
		rows, err := xlsxtest.Open(t, formOf(t, l, "办公室", n)).GetRows("报送表")
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[formTop-1:] {
			if len(row) < formLast || row[formKey-1] == "" {
				continue
			}
			want, from := "（上季度未报）", 0
			for _, e := range l.Entries {
				if l.Requirement(e.Requirement).Number == row[0] && e.Department == "办公室" && e.Quarter.N < n {
					want, from = signs.StatusWord(e.Row.Status.Value), e.Quarter.N
				}
			}
			switch {
			case n == 1:
				want = "（首次填报）"
			case from == 1 && n == 3:
				want += "（第一季度报）"
			}
			count[want]++
			if got := row[formLast-1]; !strings.HasPrefix(got, want) || from > 0 && !strings.Contains(got, "\n") || len([]rune(got)) > lastWords+30 {
				t.Errorf("quarter %d, requirement %s: %q, want %q", n, row[0], got, want)
			}
		}
	}
	if count["（首次填报）"] < 20 || count["（上季度未报）"] == 0 || count["已完成"] == 0 || count["已完成（第一季度报）"]+count["推进中（第一季度报）"]+count["滞后（第一季度报）"] == 0 {
		t.Errorf("seen %v", count)
	}
}

// fill answers every row of a form as a department would.
func fill(t testing.TB, data []byte, also func(f *excelize.File, rows int)) []byte {
	t.Helper()
	f := xlsxtest.Open(t, data)
	rows, err := f.GetRows("报送表")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i := formTop - 1; i < len(rows) && len(rows[i]) > 1 && rows[i][1] != ""; i++ {
		n++
		for col, v := range map[int]any{formProgress: "本季度做了第" + strconv.Itoa(n) + "件事，共发布信息若干条。", formStatus: "已完成", formPercent: 1,
			formDate: 44439, 11: "https://www.example.gov.cn/" + strconv.Itoa(n), 12: "无", 13: "继续做好。"} {
			if err := f.SetCellValue("报送表", xlsx.Name(col, i+1), v); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.SetCellValue("报送表", "J3", 44477); err != nil {
		t.Fatal(err)
	}
	if also != nil {
		also(f, n)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A filled form of each department is read back whole: nothing is in doubt.
func TestAFilledFormReadsBack(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 2)
	read := readerOf(t, l)
	for _, form := range Forms(l, period.Quarter{Year: 2021, N: 3}) {
		rs, found := read("随便放在哪里.xlsx", fill(t, formOf(t, l, form.Department, 3), nil))
		if len(rs) != 1 || len(found) != 0 {
			t.Fatalf("%s: %d returns, %v", form.Department, len(rs), found)
		}
		r := rs[0]
		if r.Department.Value != form.Department || r.Quarter.Value.String() != "2021Q3" || r.StatedOn.Value.String() != "2021-10-08" || !r.Evidence {
			t.Errorf("%+v", r)
		}
		merged := merge.Merge(l.Plan, rs, nil, merge.Options{Partial: true})
		if len(merged.Entries) != len(form.asks) {
			t.Errorf("%s: %d entries of %d", form.Department, len(merged.Entries), len(form.asks))
		}
		for _, e := range merged.Entries {
			row := e.Row
			if e.Match.By != "key" || e.Match.Score != 1 || row.Status.Value != status.Completed || row.Percent.Value != 100 || row.CompletedOn.Value.String() != "2021-08-31" ||
				!strings.HasPrefix(row.Progress.Value, "本季度做了第") || len(row.Evidence) != 1 || row.Problems.Value != "无" || row.NextSteps.Value != "继续做好。" || row.Remarks.Given() {
				t.Fatalf("%s: %+v", form.Department, e)
			}
		}
	}
}

func TestAnUnansweredFormIsEmpty(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 2)
	read := readerOf(t, l)
	for _, form := range Forms(l, period.Quarter{Year: 2021, N: 3}) {
		rs, found := read("第三季度/x.xlsx", formOf(t, l, form.Department, 3))
		if len(rs) != 1 || rs[0].Held != finding.EmptyReturn || len(found) != 1 {
			t.Errorf("%s: %v", form.Department, found)
		}
	}
}

func TestSameFormSameBytes(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 2)
	first := formOf(t, l, "文化馆", 3)
	if !bytes.Equal(first, formOf(t, l, "文化馆", 3)) {
		t.Error("the bytes differ")
	}
	for part, text := range xlsxtest.Parts(t, first) {
		if strings.Contains(part, "sheet") && strings.Contains(text, "customHeight") {
			t.Error("a row doesn't grow with its answer")
		}
		if strings.Contains(text, "{") && strings.Contains(part, "sharedStrings") || strings.Contains(text, "{单位}") {
			t.Errorf("%s: something was not filled in", part)
		}
	}
}
