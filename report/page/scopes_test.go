package page

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/questions"
	"taizhang/templates/words"
)

// A department is offered for a heading only where its file is of it alone, or is known to be its own
// before the sheets are read.
func TestWhatAHeadingIsAnsweredFor(t *testing.T) {
	const whole, later = "现在是1份文件（财务股1份）；以后交来的也照办", "现在1份文件，它以后交来的也照办"
	all, own := questions.Scope{Value: "全部", Key: "a", Label: "全部部门、全部文件", Says: whole}, questions.Scope{Value: "部门", Key: "d", Label: "只这个部门：财务股", Says: later}
	for _, c := range []struct {
		name, file string
		at         finding.Place
		others     bool // others report in the file too
		own        bool // it is offered
	}{
		{"the folder names it", "第一季度/财务股/报表.xlsx", finding.In("第一季度/财务股/报表.xlsx", ""), true, true},
		{"a cell names it", "第一季度/报表.xlsx", finding.In("第一季度/报表.xlsx", "Sheet1").At(9, 1), false, true},
		{"a sheet of several is called so", "第一季度/报表.xlsx", finding.In("第一季度/报表.xlsx", "财务股"), true, false},
	} {
		s := &questions.Reading{Ledger: &ledger.Ledger{Plan: &plan.Plan{}, Returns: []ledger.Return{{File: c.file, Department: "财务股", Whose: ledger.Spoken{Said: "财务股", At: c.at}}}}}
		if c.others {
			s.Ledger.Returns = append(s.Ledger.Returns, ledger.Return{File: c.file, Department: "人事股"})
		}
		r := &ledgerbook.Reading{Heading: "完成情况", Met: []ledger.Met{{Asked: table.Asked{Heading: "完成情况", File: c.file, Department: "财务股"}}},
			Office: ruling.Heading{Said: "完成情况", Department: "财务股", File: c.file}}
		want := []questions.Scope{all, {Value: "本文件", Key: "f", Label: "只这份文件：" + c.file}}
		if c.own {
			want = slices.Insert(want, 1, own)
		}
		if scopes, more := questions.ScopesOf(s, r); !slices.Equal(scopes, want) || len(more) > 0 {
			t.Errorf("%s: %v %v", c.name, scopes, more)
		}
		if questions.TooLate(s, r, "办公室") {
			t.Errorf("%s: an answer for a department that has no such heading yet is refused", c.name)
		}
	}
}

// Of a heading that stands in the files of several departments all are named, each can be answered alone, and what
// an answer for a part leaves as it is is counted.
func TestAHeadingOfSeveralDepartments(t *testing.T) {
	files := []string{"第一季度/财务股.xlsx", "第一季度/人事股.xlsx", "第二季度/人事股.xlsx"}
	r := &ledgerbook.Reading{Heading: "完成时间", Files: 3, Office: ruling.Heading{Said: "完成时间", Department: "财务股", File: files[0]}}
	s := &questions.Reading{Ledger: &ledger.Ledger{Plan: &plan.Plan{}}}
	for i, name := range []string{"财务股", "人事股", "人事股"} {
		r.Met = append(r.Met, ledger.Met{Asked: table.Asked{Heading: "完成时间", File: files[i], Department: name}})
		s.Ledger.Returns = append(s.Ledger.Returns, ledger.Return{File: files[i], Department: name})
	}
	list, more := questions.ScopesOf(s, r)
	if want := "现在是3份文件（财务股1份、人事股2份）；以后交来的也照办"; list[0].Says != want {
		t.Errorf("all are said to be: %s", list[0].Says)
	}
	var values []string
	for _, one := range more {
		values = append(values, one.Value)
	}
	if want := []string{"人事股", files[1], files[2]}; !slices.Equal(values, want) {
		t.Errorf("besides are offered %q", values)
	}
	for scope, want := range map[string]int{"": 0, "全部": 0, "部门": 2, "本文件": 2, "人事股": 1, files[2]: 2} {
		if left := questions.Beyond(s, r, scope); left != want {
			t.Errorf("%q leaves %d files", scope, left)
		}
	}
}

// What is answered for a department alone holds in its file, whether the path or only the sheet says whose
// it is.
func TestAnAnswerForADepartmentHolds(t *testing.T) {
	for _, named := range []bool{true, false} {
		folder := sampleYear(t)
		for _, quarter := range []string{"第二季度", "第三季度", "第四季度"} {
			os.RemoveAll(filepath.Join(folder, quarter))
		}
		files, err := os.ReadDir(filepath.Join(folder, "第一季度"))
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range files {
			if at := filepath.Join(folder, "第一季度", e.Name()); !named {
				os.Rename(at, filepath.Join(filepath.Dir(at), fmt.Sprintf("报表%d%s", i, filepath.Ext(at))))
			}
		}
		v := visitYear(t, folder)
		s := v.read()
		i := slices.IndexFunc(s.Headings, func(r ledgerbook.Reading) bool {
			return r.Office.Department != "" && !questions.TooLate(s, &r, r.Office.Department) && r.Met[0].Column.Role == words.Progress
		})
		if i < 0 {
			t.Fatalf("named %v: no such heading", named)
		}
		v.has(v.post("/heading", "h", questions.HeadingID(&s.Headings[i]), "role", "存在问题", "scope", "部门"), "已记下", "没有写理由和核定人")
		v.page.current().Again()
		v.settle()
		answers := v.read().Ledger.Readings
		if len(answers) != 1 || answers[0].Why != "" {
			t.Errorf("named %v: %+v", named, answers)
		}
	}
}
