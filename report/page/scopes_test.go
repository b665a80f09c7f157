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
	const alone = "不填是各部门、各文件都照办；“部门”只管财务股；“本文件”只管 "
	for _, c := range []struct {
		name, file string
		at         finding.Place
		others     bool // others report in the file too
		scopes     []string
		means      string
	}{
		{"the folder names it", "第一季度/财务股/报表.xlsx", finding.In("第一季度/财务股/报表.xlsx", ""), true, []string{"全部", "部门", "本文件"}, alone + "第一季度/财务股/报表.xlsx。"},
		{"a cell names it", "第一季度/报表.xlsx", finding.In("第一季度/报表.xlsx", "Sheet1").At(9, 1), false, []string{"全部", "部门", "本文件"}, alone + "第一季度/报表.xlsx。"},
		{"a sheet of several is called so", "第一季度/报表.xlsx", finding.In("第一季度/报表.xlsx", "财务股"), true, []string{"全部", "本文件"}, "不填是各部门、各文件都照办；“本文件”只管 第一季度/报表.xlsx。"},
	} {
		s := &questions.Reading{Ledger: &ledger.Ledger{Plan: &plan.Plan{}, Returns: []ledger.Return{{File: c.file, Department: "财务股", Whose: ledger.Spoken{Said: "财务股", At: c.at}}}}}
		if c.others {
			s.Ledger.Returns = append(s.Ledger.Returns, ledger.Return{File: c.file, Department: "人事股"})
		}
		r := &ledgerbook.Reading{Heading: "完成情况", Met: []ledger.Met{{Asked: table.Asked{Heading: "完成情况", File: c.file, Department: "财务股"}}},
			Office: ruling.Heading{Said: "完成情况", Department: "财务股", File: c.file}}
		scopes, means := questions.ScopesOf(s, r)
		if !slices.Equal(scopes, c.scopes) || means != c.means {
			t.Errorf("%s: %v %s", c.name, scopes, means)
		}
		if questions.TooLate(s, r, "办公室") {
			t.Errorf("%s: an answer for a department that has no such heading yet is refused", c.name)
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
