package letters

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/reader"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/xlsx"
	"taizhang/templates/forms"
	"taizhang/templates/words"

	"github.com/xuri/excelize/v2"
)

// Every problem that holds something back or is worth a look is either told to the
// department in its own words, or is the office's alone.
func TestEveryProblemHasItsWords(t *testing.T) {
	office := []finding.Code{finding.DepartmentUnknown, finding.ListNumberGap, finding.ListNumberDuplicate, finding.ListNoDepartment,
		finding.ListUnknownDepartment, finding.ListDueUnreadable, finding.SettingUnreadable, finding.RulingOrphaned, finding.LastYearUnused,
		finding.LastYearConflict, finding.GlyphMissing, finding.ColumnAmbiguous, finding.LedgerEdited, finding.ReturnAfterClose, finding.RequirementOrphaned, finding.YearDoubtful, finding.AsOfDoubtful}
	mend := maps.Clone(forms.Default().Slip.Mend)
	for _, e := range finding.Catalogue {
		_, told := mend[string(e.Code)]
		if want := e.Severity != finding.Info && !slices.Contains(office, e.Code); told != want {
			t.Errorf("%s is told to departments: %v, want %v", e.Code, told, want)
		}
		delete(mend, string(e.Code))
	}
	for code := range mend {
		t.Errorf("%s is no code", code)
	}
}

// messy is a return as a department sends it: merged cells, shares, days, a hidden column
// with remarks, and mistakes.
func messy(t testing.TB, p *plan.Plan) *grid.Book {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	const s = "Sheet1"
	for i, row := range [][]any{
		{"2021年第三季度工作任务完成情况表"}, {"填报单位：文化馆　　填报日期：2021年10月8日"}, {},
		{"序号", "工作任务", "具体要求", "完成情况", "完成状态", "完成比例", "完成时间", "佐证材料", "备注"},
		{1, p.Tasks[0].Title.Value, p.Requirements[0].Text.Value, "已在门户网站公开规划纲要等12篇。", "看情况", 0.855, 44469, "https://www.example.gov.cn/a", "甲"},
		{2, nil, p.Requirements[1].Text.Value, "=一份归集目录已公开。", "已完成", 1.2, 44439, nil, "乙"},
		{nil, nil, nil, "另补充两份。", nil, nil, nil, nil, nil},
		{5, p.Tasks[2].Title.Value, p.Requirements[4].Text.Value, "预算决算已公开。", "已完成", 1, 44500, "文函〔2021〕3号", true},
		{99, "其他", "积极推进秋季登山活动预算、决算及相关报表张贴。", "参加86人。", "已完成", nil, nil, "照片", nil},
	} {
		must(f.SetSheetRow(s, xlsx.Name(1, i+1), &row))
	}
	for _, m := range [][2]string{{"A1", "I1"}, {"A2", "I2"}, {"B5", "B7"}, {"C6", "C7"}, {"A6", "A7"}} {
		must(f.MergeCell(s, m[0], m[1]))
	}
	percent, day := "0.0%", `yyyy"年"m"月"d"日"`
	for ref, format := range map[string]string{"F5:F9": percent, "G5:G9": day} {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		must(err)
		from, to, _ := strings.Cut(ref, ":")
		must(f.SetCellStyle(s, from, to, id))
	}
	must(f.SetColVisible(s, "I", false))
	must(f.SetCellHyperLink(s, "H5", "https://www.example.gov.cn/a", "External"))
	b, err := f.WriteToBuffer()
	must(err)
	book, found := open.Parse("第三季度/文化馆.xlsx", b.Bytes())
	if book == nil || len(found) > 0 {
		t.Fatal(found)
	}
	return book
}

// mended is the ledger of the third quarter with the messy return and little else.
func mended(t testing.TB) (*ledger.Ledger, *grid.Book) {
	t.Helper()
	p := trial.List(t, len(trial.Departments), 15)
	book := messy(t, p)
	got := reader.New(p, words.Default(), nil).Read(book)
	rs, found := got.Returns, got.Findings
	third := period.Quarter{Year: 2021, N: 3}
	p.Roster.Departments = slices.Clone(p.Roster.Departments)
	for d := range p.Roster.Departments {
		p.Roster.Departments[d].Active.From = third // nothing was due before
	}
	for d, department := range p.Roster.Departments {
		if department.Name != "文化馆" && department.Name != "图书馆" {
			r := trial.Sent(p, department.Name, d, third)
			r.Rows = nil
			for i := range p.Requirements { // all in order
				if req := &p.Requirements[i]; slices.Contains(p.Assigned(req, third).All(), department.Name) {
					row := trial.Answer(r.File, i+5, req, i, d, third)
					row.Status = trial.Status(status.Ongoing, "常态化", r.File, r.Sheet, i+5)
					row.Progress.Value, row.CompletedOn = fmt.Sprintf("%s做了第%d件事，都已公开。", department.Name, i), grid.Read[period.Date]{}
					r.Rows = append(r.Rows, row)
				}
			}
			rs = append(rs, r)
		}
	}
	found = append(found,
		finding.New(finding.PasswordProtected, finding.In("第三季度/图书馆.xlsx", ""), "", ""),
		finding.New(finding.UnreadableFile, finding.In("第三季度/博物馆和图书馆.xlsx", ""), "坏了", ""),
		finding.New(finding.GlyphMissing, finding.In("第三季度/文化馆.xlsx", ""), "𠮷", "").For("文化馆", "2021Q3"))
	inputs := []ledger.Input{{File: book.File, Sum: book.Sum, Format: "xlsx", State: ledger.FileRead}}
	return merge.Merge(p, rs, found, merge.Options{AsOf: third, Inputs: inputs}), book
}

func slipOf(t testing.TB, l *ledger.Ledger, department string, open func(string) *grid.Book) []byte {
	t.Helper()
	for _, s := range Slips(l, "test") {
		if s.Department == department {
			var b bytes.Buffer
			if err := s.Write(&b, open); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	t.Fatalf("no slip for %s", department)
	return nil
}

func TestSlipsGoToThoseWhoCanMend(t *testing.T) {
	l, _ := mended(t)
	got := map[string][]string{}
	for _, s := range Slips(l, "test") {
		for _, p := range s.problems {
			got[s.Department] = append(got[s.Department], string(p.Code)+" "+p.at.Cell())
		}
	}
	codes := func(department string) (list []string) {
		for _, p := range got[department] {
			code, _, _ := strings.Cut(p, " ")
			if code != "requirement-missing" {
				list = append(list, p)
			}
		}
		return list
	}
	want := []string{"row-unmatched C9", "hidden-content ", "status-unknown E5", "evidence-missing E6", "date-outside-quarter G8"}
	if list := codes("文化馆"); !slices.Equal(list, want) {
		t.Errorf("文化馆: %v, want %v", list, want)
	}
	if list := codes("图书馆"); !slices.Equal(list, []string{"password-protected ", "return-missing "}) {
		t.Errorf("图书馆: %v", list)
	}
	if len(got) != 2 {
		t.Errorf("slips for %v", got)
	}
}

// Without a roster, the names of the list say whose an unreadable file is.
func TestAnUnreadableFileIsSentBackByItsName(t *testing.T) {
	p := trial.List(t, 0, 3)
	var found []finding.Finding
	for _, file := range []string{"第三季度/市场执法股.xlsx", "第三季度/办公室和市场执法股.xlsx", "第二季度/市场执法股.xlsx", "第三季度/扫描.xlsx"} {
		found = append(found, finding.New(finding.UnreadableFile, finding.In(file, ""), "坏了", ""))
	}
	third := period.Quarter{Year: 2021, N: 3}
	p.Requirements[3].Active = plan.Active{}
	var got []string
	for _, s := range Slips(merge.Merge(p, nil, found, merge.Options{AsOf: third}), "test") {
		for _, one := range s.problems {
			if one.Code == finding.UnreadableFile {
				got = append(got, s.Department+" "+one.Place.File())
			}
		}
	}
	if !slices.Equal(got, []string{"市场执法股 第三季度/市场执法股.xlsx"}) {
		t.Errorf("sent back: %v", got)
	}
}

// Whose an unreadable file is, its folder may say as well as its name.
func TestAnUnreadableFileIsSentBackByItsFolder(t *testing.T) {
	p := trial.List(t, 0, 3)
	third := period.Quarter{Year: 2021, N: 3}
	var found []finding.Finding
	inputs := []ledger.Input{
		{File: "第三季度/市场执法股/新建文件.xlsx", State: ledger.FileFailed, Department: "市场执法股", Quarter: third},
		{File: "第二季度/市场执法股/新建文件.xlsx", State: ledger.FileFailed, Department: "市场执法股", Quarter: period.Quarter{Year: 2021, N: 2}},
	}
	for _, in := range inputs {
		found = append(found, finding.New(finding.PasswordProtected, finding.In(in.File, ""), "", ""))
	}
	l := merge.Merge(p, nil, found, merge.Options{AsOf: third, Inputs: inputs})
	var got []string
	for _, s := range Slips(l, "test") {
		for _, one := range s.problems {
			if one.Code == finding.PasswordProtected || one.Code == finding.ReturnMissing && s.Department == "市场执法股" && one.Quarter == third.String() {
				got = append(got, s.Department+" "+string(one.Code)+" "+one.Place.File())
			}
		}
	}
	if !slices.Equal(got, []string{"市场执法股 password-protected 第三季度/市场执法股/新建文件.xlsx", "市场执法股 password-protected 第二季度/市场执法股/新建文件.xlsx"}) {
		t.Errorf("sent back: %v", got)
	}
}

// What the office has decided on is not asked for again.
func TestWhatIsSettledIsNotSent(t *testing.T) {
	l, _ := mended(t)
	before := len(Slips(l, "test"))
	for i := range l.Findings {
		l.Findings[i].Settled = l.Findings[i].Department == "文化馆"
	}
	if after := Slips(l, "test"); len(after) != before-1 || after[0].Department == "文化馆" {
		t.Errorf("%d slips, before %d", len(after), before)
	}
}

func TestReturnLateAloneIsNoSlip(t *testing.T) {
	p := trial.List(t, 1, 2)
	third := period.Quarter{Year: 2021, N: 3}
	p.Roster.Departments = slices.Clone(p.Roster.Departments)
	for d := range p.Roster.Departments {
		p.Roster.Departments[d].Active.From = third
	}
	r := trial.Sent(p, "办公室", 0, third)
	r.Rows = []returns.Row{trial.Answer(r.File, 5, &p.Requirements[0], 0, 0, third), trial.Answer(r.File, 6, &p.Requirements[1], 1, 0, third)}
	for i := range r.Rows {
		r.Rows[i].Status, r.Rows[i].CompletedOn = trial.Status(status.Ongoing, "常态化", r.File, r.Sheet, 5+i), grid.Read[period.Date]{}
	}
	r.StatedOn.Value = period.Date{Year: 2021, Month: 11, Day: 1}
	l := merge.Merge(p, []returns.Return{r}, nil, merge.Options{AsOf: third})
	late := slices.ContainsFunc(l.Findings, func(f finding.Finding) bool { return f.Code == finding.ReturnLate })
	for _, s := range Slips(l, "test") {
		if s.Department == "办公室" {
			t.Errorf("a slip for %+v", s.problems)
		}
	}
	if !late {
		t.Error("nobody is late")
	}
}

// What several decide together concerns each who still owes it; the mark stands at their
// answer.
func TestOverdueConcernsWhoOwesIt(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 4)
	n := 0
	for _, f := range l.Findings {
		if f.Code != finding.Overdue {
			continue
		}
		for _, name := range strings.Split(f.Department, "、") {
			for _, s := range Slips(l, "test") {
				for _, p := range s.problems {
					if s.Department == name && p.Code == finding.Overdue && p.Place == f.Place {
						n++
						if p.asked == "" {
							t.Errorf("%s: no whole text for %s", name, p.Message)
						}
						if got := s.wanted(p); !strings.HasPrefix(got, "完成时限是") { // 每年至少更新一次完成 is no Chinese
							t.Errorf("%s: what is wanted reads %q", name, got)
						}
						if p.at.File() == l.Plan.Source {
							t.Errorf("%s is sent to the list: %v", name, p.at)
						}
					}
				}
			}
		}
	}
	if n == 0 {
		t.Error("no overdue requirement is asked about")
	}
}

// What is owed, a return or a requirement past its date, stands before the many places that are worth a
// look, and behind what holds something back.
func TestWhatIsOwedComesFirst(t *testing.T) {
	var list []problem
	for _, code := range []finding.Code{finding.ReturnLate, finding.TextCopied, finding.Overdue, finding.RowUnmatched, finding.StatusRegressed, finding.ReturnMissing} {
		list = append(list, problem{Finding: finding.Finding{Code: code}})
	}
	slices.SortStableFunc(list, problem.compare)
	var got []finding.Code
	for _, p := range list {
		got = append(got, p.Code)
	}
	if want := []finding.Code{finding.RowUnmatched, finding.Overdue, finding.ReturnMissing, finding.TextCopied, finding.StatusRegressed, finding.ReturnLate}; !slices.Equal(got, want) {
		t.Errorf("the order is %v, want %v", got, want)
	}
}
