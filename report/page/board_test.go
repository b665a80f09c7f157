package page

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/period"
	"taizhang/report/letters"
	"taizhang/report/page/collect"
	"taizhang/report/page/questions"
)

func (v *visitor) file(name string) sent {
	v.Helper()
	data, err := os.ReadFile(filepath.Join(v.page.current().Folder, filepath.FromSlash(name)))
	if err != nil {
		v.Fatal(err)
	}
	return sent{filepath.Base(name), data}
}

func TestTheBoardShowsWhoIsMissing(t *testing.T) {
	v := visit(t)
	screen := v.get("/board?q=1")
	v.has(screen, "示例市体育中心", "未报", "复制", "还没有收到", "处待核对", "迟报5天")
}

// Nobody knows whether a reminder was sent before: the text to begin with does not say so, and those
// that do are offered below it.
func TestTheFirstReminderIsTheFirst(t *testing.T) {
	v := visit(t)
	s := v.read()
	q := period.Quarter{Year: 2021, N: 1}
	for _, day := range []period.Date{{Year: 2021, Month: 3, Day: 1}, {Year: 2021, Month: 10, Day: 9}} { // the quarter is over in the ledger
		group, each := letters.Apart(letters.Sendings(s.Ledger, q, day))
		if group == nil || group.Now.When != "第一次催报" || len(each) == 0 || each[0].Now.When != "第一次催报" || len(each[0].Later) != 2 {
			t.Errorf("on %v: %+v %+v", day, group, each)
		}
	}
	s, q.N = visitPart(t).read(), 4 // nothing has come for the last one
	for day, when := range map[period.Date]string{{Year: 2021, Month: 12, Day: 20}: "截止前", {Year: 2022, Month: 1, Day: 8}: "截止当天", {Year: 2022, Month: 3, Day: 1}: "第一次催报"} {
		if group, _ := letters.Apart(letters.Sendings(s.Ledger, q, day)); group == nil || group.Now.When != when {
			t.Errorf("on %v: %+v, not %s", day, group, when)
		}
	}
}

// A requirement of one department is not called one of several.
func TestTheListSaysWhoIsResponsible(t *testing.T) {
	v := visitPart(t)
	v.has(v.get("/list"), "<b>负责</b> 市场执法股", "<b>共同负责</b> 办公室、各股室、属下单位",
		"<summary>各股室、属下单位是哪些部门</summary>", "只是股室，不含属下单位", "<b>属下单位</b> 4个：示例市文化馆、示例市图书馆、示例市博物馆、示例市体育中心。只是属下单位，不含股室")
}

// The dashboard that leaves the house says only what the public edition says.
func TestTheSavedBoardHoldsNothingWithheld(t *testing.T) {
	v := visit(t)
	screen := v.get("/kanban")
	v.has(screen, "工作看板", "<svg", "各项任务")
	if strings.Contains(screen, "http://") || strings.Contains(screen, "<script") || strings.Contains(screen, "src=") {
		t.Error("it is not self-contained")
	}
	for _, e := range v.read().Ledger.Entries {
		for _, text := range []string{e.Row.Problems.Value, e.Row.Remarks.Value} {
			if len([]rune(text)) > 6 && strings.Contains(screen, text) {
				t.Errorf("it says %q", text)
			}
		}
	}
	if v.read().Edition.Returns {
		t.Fatal("the sample publishes who reported")
	}
	for _, d := range v.read().Ledger.Departments {
		if strings.Contains(screen, d.Name) {
			t.Errorf("it names %s", d.Name)
		}
	}
}

// An edited requirement is still the same by one key: what was decided on it follows.
func TestAnEditedRequirementIsStillTheSame(t *testing.T) {
	folder := sampleYear(t)
	v := visitYear(t, folder)
	y := v.page.current()
	for _, i := range y.Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Finding.Code == "duplicate-row" {
			v.post("/decide", "q", questions.ID(q), "key", "1")
			break
		}
	}
	v.settle()
	path := filepath.Join(folder, "任务清单.xlsx")
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := f.GetRows("任务清单")
	for n, row := range rows {
		for m, text := range row {
			if strings.Contains(text, "加强政策咨询服务") {
				cell, _ := excelize.CoordinatesToCellName(m+1, n+1)
				f.SetCellValue("任务清单", cell, strings.Replace(text, "加强政策咨询服务", "进一步做好政策咨询服务", 1))
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	y.Again()
	v.settle()
	screen := v.get("/list")
	v.has(screen, "仍是同一条", "进一步做好政策咨询服务")
	for i := range v.read().Ledger.Plan.Requirements {
		for _, p := range v.read().Ledger.ProposalsFor(i + 1) {
			v.has(v.post("/same", "no", "13", "value", p.Value), "✓")
		}
	}
	v.settle()
	for _, r := range v.read().Ledger.Rulings {
		if r.State != "applied" {
			t.Errorf("%s is %s: %s", r.Says(), r.State, r.Why)
		}
	}
}

// The day below a table, with a label or without, says when a return was made.
func TestTheDayBelowATable(t *testing.T) {
	for said, want := range map[string]string{"2021年4月5日": "按时", "填表：赵敏 2021.4.12": "迟报4天"} {
		v := visitPart(t)
		folder := v.page.current().Folder
		os.Remove(filepath.Join(folder, "第一季度", "人事股.xlsx"))
		f := excelize.NewFile()
		for i, row := range [][]any{{"人事股2021年第一季度政务公开重点工作任务落实情况表"}, {"序号", "具体要求", "完成情况", "完成状态"}, {1, "主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已在网站公开3篇", "推进中"}, {said}} {
			f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row)
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		v.drop("第一季度", sent{"人事股（新）.xlsx", b.Bytes()})
		v.settle()
		for i := range v.read().Ledger.Coverage {
			c := &v.read().Ledger.Coverage[i]
			if c.Department != "人事股" || c.Quarter.N != 1 {
				continue
			}
			if l := lightOf(c, 0); l.Word != want {
				t.Errorf("%s: %s, not %s", said, l.Word, want)
			}
		}
	}
}

// Before anything has come, nothing is asked but what concerns the list.
func TestNothingIsAskedBeforeAReturnHasCome(t *testing.T) {
	folder := sampleYear(t)
	for _, quarter := range []string{"第一季度", "第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	for _, asOf := range []string{"", "第四季度"} {
		list, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		list.SetCellValue("设置", "B4", asOf)
		if err := list.Save(); err != nil {
			t.Fatal(err)
		}
		v := visitYear(t, folder)
		for _, i := range v.page.current().Asked(v.read()) {
			if q := &v.read().Questions[i]; !v.read().OfList(&q.Finding) {
				t.Errorf("as of %q it is asked: %s %s", asOf, q.Finding.Code, q.Finding.Message)
			}
		}
		v.page.current().End()
		v.page.year = nil
	}
}

// What waits is one number, wherever it stands: at the screen's name, on the board and beside the file.
func TestWhatWaitsIsCountedOnce(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	for round := range 2 {
		s := v.read()
		waits := len(y.Asked(s))
		v.has(v.get("/board?q=1"), fmt.Sprintf(`aria-label="%d处待看"`, waits))
		v.has(v.get("/"), fmt.Sprintf("%d处待核对", waits))
		v.has(v.get("/check"), fmt.Sprintf("共剩 <strong>%d</strong>", waits))
		b := v.page.boardOf(y, s, 1)
		asked := collect.AskedOf(y, s)
		for _, row := range b.Rows {
			for n, l := range row.Lights {
				at := asked[collect.Place{Department: row.Name, Quarter: period.Quarter{Year: 2021, N: n + 1}}]
				if l.Kind == "held" && l.Word != fmt.Sprintf("%d处待核对", len(at)) || l.Kind != "held" && l.Kind != "broken" && l.Kind != "missing" && l.Kind != "none" && len(at) > 0 {
					t.Errorf("%s %d: %+v for %d", row.Name, n+1, l, len(at))
				}
			}
		}
		// What is decided no longer waits anywhere, before the year is read again.
		for _, i := range y.Asked(s) {
			if q := &s.Questions[i]; q.Row != nil {
				v.post("/decide", "q", questions.ID(q), "key", "0")
			}
		}
		if round == 0 && v.read() == s && len(y.Asked(s)) >= waits {
			t.Error("nothing was decided")
		}
		v.settle()
	}
}

// A quarter that nobody is reminded of says why.
func TestWhyNobodyIsReminded(t *testing.T) {
	v := visitPart(t)
	v.sets("截至季度", "第一季度")
	v.settle()
	v.has(v.get("/board?q=3"), "还不到催第三季度的时候：台账现在算到第一季度")
	v.post("/final", "quarter", "2021Q1")
	v.settle()
	v.has(v.get("/board?q=1"), "第一季度已经定稿，不再催")
}
