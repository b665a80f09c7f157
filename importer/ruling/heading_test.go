package ruling

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"

	"github.com/google/go-cmp/cmp"
)

// withHeadings makes a ledger that has the sheet 读法 as well.
func withHeadings(headings ...Heading) *grid.Book {
	rows := [][]string{{"读法"}, append([]string{"表头"}, slices.Concat(HeadingTyped.Headings(), HeadingHidden.Headings())...)}
	for _, h := range headings {
		rows = append(rows, append([]string{"x"}, slices.Concat(HeadingTyped.Cells(h), HeadingHidden.Cells(h))...))
	}
	book := ledgerOf(nil, nil)
	book.Sheets = append(book.Sheets, grid.FromRows("台账.xlsx", ReadingsSheet, rows))
	return book
}

func office() *plan.Plan {
	return &plan.Plan{Year: 2021, Roster: plan.Roster{Departments: []plan.Department{{Name: "河务股", Aliases: []string{"水务组"}}, {Name: "档案馆"}}}}
}

func TestReadAnAnswerOnAHeading(t *testing.T) {
	line := Heading{Said: "干得咋样", Department: "河务股", File: "第一季度/河.xlsx"}
	for _, c := range []struct {
		name, role, scope string
		want              words.Role
		whose             Target
		why               string
	}{
		{"for all", "进展", "", words.Progress, Target{}, ""},
		{"for all, said", "进展", "全部", words.Progress, Target{}, ""},
		{"by its code", "problems", "", words.Problems, Target{}, ""},
		{"not to be read", "不读", "", words.Skip, Target{}, ""},
		{"for the department of the line", "状态", "部门", words.Status, Target{Department: "河务股"}, ""},
		{"for the file of the line", "状态", "本文件", words.Status, Target{File: "第一季度/河.xlsx"}, ""},
		{"for another department, by its alias", "状态", "水务组", words.Status, Target{Department: "河务股"}, ""},
		{"for a file that is named", "状态", "汇总.xlsx", words.Status, Target{File: "汇总.xlsx"}, ""},
		{"no such role", "大概是进展", "", "", Target{}, "不是可选的读法"},
		{"a role of the list alone", "启用", "", "", Target{}, "不是可选的读法"},
		{"nothing chosen", "", "部门", "", Target{Department: "河务股"}, "没有选"},
		{"for nobody", "进展", "某人", words.Progress, Target{}, "某人"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := line
			h.Role, h.Scope, h.By = c.role, c.scope, "王某"
			rs, err := Read(withHeadings(h))
			if err != nil || len(rs) != 1 {
				t.Fatal(rs, err)
			}
			answers := NewReadings(office(), rs).Answers()
			r := answers[0]
			want := c.whose
			want.Heading = "干得咋样"
			if r.Act != Column || r.Role != c.want || r.Target != want || r.By != "王某" || r.ID == "" || r.Target.Standing() {
				t.Errorf("got %+v", r)
			}
			if (r.Why == "") != (c.why == "") || !strings.Contains(r.Why, c.why) {
				t.Errorf("why %q, want %q", r.Why, c.why)
			}
			again, err := Read(withHeadings(r.Heading()))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(answers, NewReadings(office(), again).Answers()); diff != "" {
				t.Errorf("read again (-first +again):\n%s", diff)
			}
		})
	}
}

func TestALineOfReadingsWithoutItsKeys(t *testing.T) {
	rs, err := Read(withHeadings(Heading{Role: "进展"}, Heading{Said: "干得咋样"}))
	if err != nil || len(rs) != 1 || rs[0].Why == "" || rs[0].Role != "" {
		t.Fatalf("%+v, %v", rs, err)
	}
}

// A ledger of an earlier version has no 读法; one that says it has, and has not, is not whole.
func TestALostSheetOfReadings(t *testing.T) {
	book := ledgerOf(nil, nil)
	if rs, err := Read(book); err != nil || len(rs) != 0 {
		t.Fatal(rs, err)
	}
	book.Sheets = append(book.Sheets, grid.FromRows("台账.xlsx", NotesSheet, [][]string{{"说明"}, {"总台账", "…"}, {ReadingsSheet, "…"}}))
	if _, err := Read(book); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), ReadingsSheet) {
		t.Errorf("got %v", err)
	}
}

func TestTheNarrowestAnswerSpeaks(t *testing.T) {
	answer := func(said, role, scope string, beside ...string) Ruling {
		h := Heading{Said: said, Role: role, Scope: scope, Department: "河务股", File: "第一季度/河.xlsx"}
		if len(beside) == 2 {
			h.Left, h.Right = beside[0], beside[1]
		}
		return h.ruling()
	}
	p := office()
	p.Taught = words.Taught{{Kind: words.OfColumn, Word: "干得咋样", Role: words.Remarks},
		{Kind: words.OfColumn, Word: "干得咋样", Role: words.Evidence, Scope: words.Scope{Department: "档案馆"}},
		{Kind: words.OfColumn, Word: "只在词表", Role: words.Problems}}
	rs := NewReadings(p, []Ruling{
		answer("干得咋样", "进展", ""), answer("干得 咋样", "状态", "部门"), answer("干得咋样", "问题", ""), answer("干得咋样", "不读", "本文件"),
		answer("第一季度弄好没", "状态", "全部"), answer("第三季度弄好没", "进展", "全部"),
		answer("情况", "进展", "", "任务", "难处"), answer("情况", "存在问题", "", "难处", ""),
		answer("说法", "进展", "档案馆"), answer("说法", "状态", "档案馆"),
	})
	for _, c := range []struct {
		name  string
		asked table.Asked
		want  words.Role
	}{
		{"all", table.Asked{Heading: "干得咋样"}, words.Progress},
		{"a department", table.Asked{Heading: "干得\n咋样", Department: "河务股", File: "a.xlsx"}, words.Status},
		{"a file", table.Asked{Heading: "干得咋样", Department: "河务股", File: "第一季度/河.xlsx"}, words.Skip},
		{"a file of the same name elsewhere", table.Asked{Heading: "干得咋样", Department: "河务股", File: "第二季度/河.xlsx"}, words.Status},
		{"the narrower word of 词表", table.Asked{Heading: "干得咋样", Department: "档案馆"}, words.Evidence},
		{"词表 alone", table.Asked{Heading: "只在词表"}, words.Problems},
		{"词表, of a quarter", table.Asked{Heading: "第二季度只在词表"}, words.Problems},
		{"its own quarter", table.Asked{Heading: "第三季度弄好没"}, words.Progress},
		{"two quarters that differ", table.Asked{Heading: "第二季度弄好没"}, ""},
		{"beside", table.Asked{Heading: "情况", Neighbours: [2]string{"任务", "难处"}}, words.Progress},
		{"beside, on one side", table.Asked{Heading: "情况", Neighbours: [2]string{"难处", "备注"}}, words.Problems},
		{"beside others", table.Asked{Heading: "情况", Neighbours: [2]string{"单位", ""}}, ""},
		{"a contradiction", table.Asked{Heading: "说法", Department: "档案馆"}, ""},
		{"never asked", table.Asked{Heading: "别的"}, ""},
	} {
		if got, said := rs.Office(c.asked); got != c.want || said != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for _, r := range rs.Answers() {
		if wrong := r.Target.Heading == "说法" || r.Typed.Choice == "问题"; (r.Why != "") != wrong {
			t.Errorf("%s: %s", r.Says(), r.Why)
		}
	}
	if NewReadings(office(), nil).Door() != nil || rs.Door() == nil {
		t.Error("the door is open where there is nobody, or shut where there is")
	}
}

// The reader of tables asks at the door and goes by what it hears, whatever it would have made
// of the column itself.
func TestAReaderAsksTheOffice(t *testing.T) {
	sheet := grid.FromRows("第二季度/河.xlsx", "甲", [][]string{{"序号", "具体要求", "第二季度办结没有", "内部编码", "完成情况"},
		{"1", "修好三处堤", "妥了", "NB-1", "三处都修好"}, {"2", "疏通两条渠", "还差一条", "NB-2", "通了一条"}})
	p := office()
	p.Taught = words.Taught{{Kind: words.OfColumn, Word: "内部编码", Role: words.Skip}}
	door := NewReadings(p, []Ruling{Heading{Said: "第一季度办结没有", Role: "状态"}.ruling(), Heading{Said: "完成情况", Role: "备注", Scope: "档案馆"}.ruling()}).Door()
	w := words.Default().Learn(p.Taught)
	reader := table.New(table.Known{Words: w, Status: status.New(w), Year: 2021, Office: door})
	for whose, last := range map[string]words.Role{"河务股": words.Progress, "档案馆": words.Remarks} {
		u := reader.Understand(sheet, table.Context{File: "第二季度/河.xlsx", Department: whose})
		if len(u.Blocks) != 1 {
			t.Fatalf("%s: %d tables", whose, len(u.Blocks))
		}
		b := u.Blocks[0]
		for c, want := range map[int]words.Role{3: words.Status, 4: words.Skip, 5: last} {
			if got := b.Role(c); got != want {
				t.Errorf("%s: column %d is %s, want %s", whose, c, got, want)
			}
		}
	}
}
