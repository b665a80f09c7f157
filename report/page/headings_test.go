package page

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/questions"
	"taizhang/templates/words"
)

// A heading that is read as now this, now that is shown with where, and all can be right at once: each
// file is answered for by itself. In one file two meanings can't be told apart by it.
func TestAHeadingOfTwoMeanings(t *testing.T) {
	met := func(file string, role words.Role) ledger.Met {
		m := ledger.Met{Column: table.Column{Role: role, Samples: []string{"已建成 两处"}}}
		m.File = file
		return m
	}
	r := &ledgerbook.Reading{Heading: "完成情况", Met: []ledger.Met{met("一.xlsx", words.Progress), met("二.csv", words.Status), met("三.xlsx", words.Progress)}}
	parts, apart := partsOf(r)
	want := []headingPart{{string(words.Progress), "一.xlsx", "已建成 两处", 1}, {string(words.Status), "二.csv", "已建成 两处", 0}}
	if !apart || !slices.Equal(parts, want) {
		t.Errorf("%v %v", parts, apart)
	}
	all := eachAsRead("x", r, ruling.Heading{Said: "完成情况"}, ruling.Mark{})
	v := visitPart(t)
	y := v.page.current()
	if err := y.DecideAll(v.read(), all); err != nil {
		t.Fatal(err)
	}
	journal, err := importer.Journal(y.Folder)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, held := range journal.InForce() {
		said = append(said, held.Says())
	}
	if !slices.Equal(said, []string{"“完成情况”一栏读作“进展”（一.xlsx）", "“完成情况”一栏读作“状态”（二.csv）", "“完成情况”一栏读作“进展”（三.xlsx）"}) {
		t.Errorf("in force are %v", said)
	}
	r.Met = append(r.Met, met("一.xlsx", words.Status))
	if _, apart := partsOf(r); apart {
		t.Error("two meanings in one file are told apart by it")
	}
}

// A heading that asks who is in charge is asked once: answered, it is gone from what waits, and 认表 says what was
// answered.
func TestWhoIsInChargeIsAskedOnce(t *testing.T) {
	for _, role := range []string{"责任人", "责任部门", "配合部门"} {
		folder := filepath.Join(t.TempDir(), "2026")
		putIn(t, folder, "任务清单.csv", worksList)
		for i, quarter := range []string{"第一季度", "第二季度"} {
			putIn(t, folder, quarter+"/计量股.csv", fmt.Sprintf("填报单位：计量股\n具体要求,谁负责,完成情况,进展说明\n检定加油机六百枪次,张三,推进中,已检定%d枪\n完成老旧锅炉改造四十台,李四,推进中,做了%d台\n", 90+i, 8+i))
		}
		v := visitYear(t, folder)
		y := v.page.current()
		open := y.Doubtful(v.read())
		if len(open) != 1 || v.read().Headings[open[0]].Heading != "谁负责" {
			t.Fatalf("%d headings wait", len(open))
		}
		id := questions.HeadingID(&v.read().Headings[open[0]])
		v.has(v.get("/headings"), `name="scope" value="全部" data-key="a" required`, "只这个部门：计量股")
		v.has(v.post("/heading", "h", id, "role", role), "没有记下", "在2份文件里都有")
		if len(y.Doubtful(v.read())) != 1 {
			t.Error("it is answered for all without having been asked for whom")
		}
		v.post("/heading", "h", id, "role", role, "scope", "全部")
		for _, settled := range []bool{false, true} {
			if settled {
				v.settle()
			}
			if left := y.Doubtful(v.read()); len(left) > 0 {
				t.Errorf("%s, settled %v: it still waits", role, settled)
			}
		}
		v.has(v.get("/headings?all=1"), "读作 "+role)
		s := v.read()
		i := slices.IndexFunc(s.Headings, func(r ledgerbook.Reading) bool { return r.Heading == "谁负责" })
		v.has(v.get("/headings?all=1&h="+questions.HeadingID(&s.Headings[i])), "现在读作", role+"（凭办公室核定", "已核定")
	}
}

func TestAnsweringAHeadingOnce(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	before := y.Doubtful(v.read())
	if len(before) == 0 {
		t.Fatal("no heading is doubtful")
	}
	id := questions.HeadingID(&v.read().Headings[before[0]])
	v.has(v.get("/headings"), "一栏是什么", "内容举例", `class="marked`)
	if screen := v.get("/headings"); len(before) > 1 {
		v.has(screen, `data-key="1"`, `data-key="j"`, "/headings?h="+questions.HeadingID(&v.read().Headings[before[1]]))
	}
	v.has(v.post("/heading", "h", id, "role", "进展", "scope", "没有的股"), "没有记下", "“没有的股”既不是")
	if left := y.Doubtful(v.read()); len(left) != len(before) {
		t.Errorf("an answer for nobody leaves %d headings of %d", len(left), len(before))
	}
	v.post("/heading", "h", id, "role", "进展", "scope", "全部")
	if left := y.Doubtful(v.read()); len(left) != len(before)-1 {
		t.Errorf("%d headings are left of %d", len(left), len(before))
	}
	v.settle()
	if left := y.Doubtful(v.read()); len(left) >= len(before) {
		t.Errorf("after reading again %d headings are left of %d", len(left), len(before))
	}
	v.has(v.post("/heading", "h", id, "role", "不是读法"), "刚刚变了")
	v.post("/undo", "to", "/headings")
	v.settle()
	if left := y.Doubtful(v.read()); len(left) != len(before) {
		t.Errorf("after taking it back %d headings are left of %d", len(left), len(before))
	}
}
