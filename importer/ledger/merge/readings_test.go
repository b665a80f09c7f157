package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// headed gives a return columns as a reader leaves them: heading, role, by.
func headed(r returns.Return, columns ...[3]string) returns.Return {
	for i, c := range columns {
		r.Columns = append(r.Columns, table.Column{Col: i + 1, At: finding.In(r.File, r.Sheet).At(3, i+1), Heading: c[0],
			Role: words.Role(c[1]), By: table.By(c[2])})
	}
	return r
}

func TestAnswersOnHeadings(t *testing.T) {
	answer := func(heading, role, scope, department, file string) ruling.Ruling {
		return ruling.Ruling{Act: ruling.Column, Role: words.Role(role), Typed: ruling.Typed{Choice: role, Item: scope},
			Target: ruling.Target{Heading: heading, Department: department, File: file}}
	}
	rs := []returns.Return{
		headed(ledgertest.Ret("一/办.xlsx", "办公室", ledgertest.Q1, ledgertest.Row("加强行政执法信息公开。", "", "已做")), [3]string{"干得咋样", "进展", "office"}, [3]string{"弄好没", "状态", "content"}),
		headed(ledgertest.Ret("一/财.xlsx", "财务股", ledgertest.Q1), [3]string{"干得咋样", "状态", "office"}, [3]string{"内部编码", "其他栏目", "content"}),
	}
	for _, c := range []struct {
		name  string
		said  ruling.Ruling
		state ruling.State
		why   string
	}{
		{"read by it", answer("干得咋样", "进展", "", "", ""), ruling.Applied, ""},
		{"for one", answer("干 得咋样", "状态", "部门", "财务股", ""), ruling.Applied, ""},
		{"no file has it any more", answer("从前有过", "进展", "", "", ""), ruling.Orphaned, ""},
		{"asked before the department was known", answer("弄好没", "进展", "部门", "办公室", ""), ruling.Orphaned, "还不知道是哪个部门的"},
		{"the file has gone", answer("内部编码", "不读", "本文件", "", "一/改名前.xlsx"), ruling.Orphaned, "没有“一/改名前.xlsx”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Merge(ledgertest.SmallPlan(), rs, nil, Options{AsOf: ledgertest.Q1, Rulings: []ruling.Ruling{c.said}})
			if len(l.Readings) != 1 || len(l.Rulings)+len(l.Drafts) != 0 {
				t.Fatalf("%d answers, %d others", len(l.Readings), len(l.Rulings)+len(l.Drafts))
			}
			r := l.Readings[0]
			if r.State != c.state || (r.Why == "") != (c.why == "") || !strings.Contains(r.Why, c.why) {
				t.Errorf("%s %q", r.State, r.Why)
			}
			reported := 0
			for _, f := range settle.With(l, nil).Findings {
				if f.Code == finding.RulingOrphaned {
					reported++
				}
			}
			if (reported == 1) != (c.why != "") {
				t.Errorf("reported %d times", reported)
			}
		})
	}
}

// What is said of a heading for one department can't be followed where it shares the column with others, and is
// named then: an answer, and a word of 词表.
func TestOneOfSeveralDepartments(t *testing.T) {
	both := headed(ledgertest.Ret("一/汇总.xlsx", "办公室", ledgertest.Q1, ledgertest.Row("加强行政执法信息公开。", "", "已做")), [3]string{"旁话", "其他栏目", "content"})
	other := both
	other.Department.Value = "财务股"
	for _, c := range []struct {
		name, department string
		rs               []returns.Return
		named            bool
	}{
		{"among others", "财务股", []returns.Return{both, other}, true},
		{"not there", "人事股", []returns.Return{both, other}, false},
		{"alone in a file", "财务股", []returns.Return{both}, false},
	} {
		p := ledgertest.SmallPlan()
		p.Taught = words.Taught{{Kind: words.OfColumn, Word: "旁话", Role: words.Problems, Scope: words.Scope{Department: c.department}}}
		said := ruling.Ruling{Act: ruling.Column, Role: words.Problems, Typed: ruling.Typed{Choice: "存在问题", Item: "部门"}, Target: ruling.Target{Heading: "旁话", Department: c.department}}
		l := Merge(p, c.rs, nil, Options{AsOf: ledgertest.Q1, Rulings: []ruling.Ruling{said}})
		if why := l.Readings[0].Why; strings.Contains(why, "“一/汇总.xlsx”里不只财务股一家") != c.named {
			t.Errorf("%s: the answer says %q", c.name, why)
		}
		told := 0
		for _, f := range l.Findings {
			if f.Code == finding.SettingUnreadable && strings.Contains(f.Message, "不只财务股一家") {
				told++
			}
		}
		if (told == 1) != c.named {
			t.Errorf("%s: told %d times", c.name, told)
		}
	}
}

func TestMetHeadings(t *testing.T) {
	r := headed(ledgertest.Ret("一/办.xlsx", "办公室", ledgertest.Q1), [3]string{"任务"}, [3]string{"情况"}, [3]string{"难处"}, [3]string{"情 况"}, [3]string{""})
	second := headed(ledgertest.Ret("一/办.xlsx", "办公室", ledgertest.Q1), [3]string{"任务"}, [3]string{"情况"})
	for i := range second.Columns {
		second.Columns[i].At = finding.In("一/办.xlsx", "Sheet1").At(20, i+1)
	}
	r.Columns = append(r.Columns, second.Columns...)
	other := r
	other.Department.Value = "财务股" // the same sheet
	met := Merge(ledgertest.SmallPlan(), []returns.Return{r, other}, nil, Options{AsOf: ledgertest.Q1}).Met()
	var got []string
	for _, m := range met {
		twice := ""
		if m.Twice {
			twice = "*"
		}
		got = append(got, m.Neighbours[0]+"<"+m.Heading+twice+">"+m.Neighbours[1])
	}
	if want := "<任务>情况 任务<情况*>难处 情况<难处>情 况 难处<情 况*> <任务>情况 任务<情况>"; strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}
