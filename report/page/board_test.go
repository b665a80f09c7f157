package page

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
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

// What is inbox.Dropped says at once whose it is, of which quarter, how many rows it has, and what is
// wrong with it.
func TestADroppedFileSaysWhatItIs(t *testing.T) {
	v := visitPart(t)
	stale := v.file("第一季度/办公室2021年第一季度报送表.xlsx")
	screen := v.drop("第二季度", stale)
	v.has(screen, "办公室", "第一季度", "读到31行：并入0行，待核对29行", "不计2行（注释说明1行、签字落款1行）", "表里写的季度和放的地方不是同一个", "移到第一季度", "一字不差")
	screen = v.drop("第一季度", stale)
	v.has(screen, "已经有 第一季度/办公室2021年第一季度报送表.xlsx，一字不差，没有再存", "＝")
	screen = v.drop("第一季度", sent{stale.name, append(slices.Clone(stale.data), 0)})
	v.has(screen, "报送表（第2份）.xlsx")
	screen = v.drop("第一季度", sent{"说明.txt", []byte("今天天气很好，我们去公园。")}, sent{"空.xlsx", nil})
	v.has(screen, "说明.txt", "不知道是谁的", "空.xlsx", "✕")
}

func TestAReturnOfAnotherYearIsSaid(t *testing.T) {
	v := visitPart(t)
	f := excelize.NewFile()
	for i, row := range [][]any{{"2019年第一季度政务公开重点工作任务落实情况表"}, {"填报单位：办公室"}, {"序号", "具体要求", "完成情况", "完成状态"}, {1, "主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已公开", "已完成"}} {
		f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	screen := v.drop("第一季度", sent{"办公室.xlsx", b.Bytes()})
	if !strings.Contains(screen, "2019") && !strings.Contains(screen, "不是本年度") {
		t.Errorf("the year is not said: %s", plainly(screen))
	}
}

// Whatever was inbox.Dropped can be taken back: it is moved, never deleted.
func TestADropIsTakenBack(t *testing.T) {
	v := visitPart(t)
	v.drop("第二季度", v.file("第一季度/人事股.xlsx"))
	v.settle()
	d := v.dropped()[0]
	id := v.page.ids.Of(filepath.Join(v.page.current().Folder, filepath.FromSlash(d.Stored)))
	v.has(v.post("/move", "id", id, "to", "1"), "已移到 第一季度/人事股（第2份）.xlsx")
	v.settle()
	id = v.page.ids.Of(filepath.Join(v.page.current().Folder, "第一季度", "人事股（第2份）.xlsx"))
	v.has(v.post("/move", "id", id, "q", "1"), "已移到 作废/人事股（第2份）.xlsx")
	if _, err := os.Stat(filepath.Join(v.page.current().Folder, "作废", "人事股（第2份）.xlsx")); err != nil {
		t.Error(err)
	}
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

// chosen is how 收表 marks the quarter that it shows.
func chosen(n int) string { return fmt.Sprintf(`<a href="/board?q=%d" aria-current="true">`, n) }

// 收表 and 下发 begin with the quarter that is being collected, and the drop box stores into the very quarter that
// the screen speaks of.
func TestTheQuarterThatIsCollected(t *testing.T) {
	folder := sampleYear(t)
	for _, quarter := range []string{"第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	list, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	list.SetCellValue("设置", "B4", "")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	on := func(month, day int) {
		v.page.Day = func() period.Date { return period.Date{Year: 2021, Month: month, Day: day} }
	}
	is := func(n int, when string) {
		t.Helper()
		v.page.standAt(v.page.current(), 0)
		v.page.atOf = nil
		if q := collect.Quarter(v.page.current(), v.read(), v.page.Day()); q.N != n {
			t.Errorf("%s: %v is collected, not %d", when, q, n)
		}
		v.has(v.get("/"), fmt.Sprintf(`<option value="%d" selected>`, n))
		v.has(v.get("/board"), chosen(n), `name="quarter" value="`+(period.Quarter{N: n}).Short()+`"`)
	}
	on(6, 1)
	is(1, "somebody is missing")
	v.post("/forms", "quarter", "2")
	v.settle()
	v.has(v.get("/"), "第一季度还没有写出报送表", "第二季度写出过 10 份")
	is(1, "the next forms are out before its time")
	on(7, 2)
	is(2, "the next quarter has ended and its forms are out")
	v.get("/board?q=1")
	v.post("/final", "quarter", "2021Q1")
	v.has(v.get("/board"), chosen(2)) // what was looked at last is done
	v.settle()
	on(4, 9)
	is(2, "the first is final")
	v.has(v.get("/"), "第二季度应报10个部门，已报0个，缺10个", "第二季度的报送表写出了10份", "保存第二季度的 10 份")
	v.has(v.get("/board?q=1"), "第一季度已经定稿：现在放进来的先不并入")
	for _, n := range []string{"第二季度", "第三季度", "第四季度"} { // nothing was ever done for the first
		os.RemoveAll(filepath.Join(folder, n))
	}
	os.RemoveAll(filepath.Join(folder, collect.FormsFolder))
	os.RemoveAll(filepath.Join(folder, "第一季度"))
	v.post("/final", "quarter", "2021Q1", "open", "1")
	v.page.current().Again()
	v.settle()
	on(11, 29)
	is(1, "an empty year is begun late")
	v.post("/final", "quarter", "2021Q1")
	v.settle()
	is(2, "the first of a year that is made up is final")
	v.post("/forms", "quarter", "3")
	v.settle()
	is(3, "the forms of a later one are out, and nothing was done before")
}

// A year in which nothing has come yet begins with its first quarter.
func TestANewYearBeginsWithItsFirstQuarter(t *testing.T) {
	folder := sampleYear(t)
	for _, quarter := range []string{"第一季度", "第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	list, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	list.SetCellValue("设置", "B4", "")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	v.page.Day = func() period.Date { return period.Date{Year: 2021, Month: 4, Day: 6} }
	v.has(v.get("/"), "第一季度应报10个部门，已报0个", `<option value="1" selected>`)
	v.has(v.get("/board"), "第一季度应报10个部门", chosen(1), `name="quarter" value="第一季度"`, "把第一季度的报表或压缩包拖到这里")
	for _, i := range v.page.current().Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Finding.Code == "return-missing" && q.Finding.Quarter != "2021Q1" {
			t.Errorf("asked before its time: %s", q.Finding.Message)
		}
	}

	list.SetCellValue("设置", "B4", "第三季度")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v.post("/close")
	if err := v.page.Open(folder); err != nil {
		t.Fatal(err)
	}
	v.settle()
	v.has(v.get("/board"), chosen(3))
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

// What was dropped in vain is taken back at once, all of it.
func TestADropIsTakenBackWhole(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	os.Mkdir(filepath.Join(folder, "第二季度"), 0o755)
	before := tree(t, folder)
	screen := v.drop("第二季度", sent{"a.csv", []byte("a,b\n")}, sent{"b.csv", []byte("b,a\n")})
	v.has(screen, "这 2 份全部撤回")
	form := url.Values{"q": {"2"}}
	for _, d := range v.dropped() {
		form.Add("id", v.page.ids.Of(filepath.Join(folder, filepath.FromSlash(d.Stored))))
	}
	r := httptest.NewRequest("POST", "/move", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	v.has(v.follow("/move", v.send(r)), "第二季度/a.csv 已移到 作废/a.csv；第二季度/b.csv 已移到 作废/b.csv")
	var many []sent
	for _, name := range []string{"c", "d", "e", "f"} {
		many = append(many, sent{name + ".csv", []byte(name + ",a\n")})
	}
	v.drop("第二季度", many...)
	form.Del("id")
	for _, d := range v.dropped() {
		form.Add("id", v.page.ids.Of(filepath.Join(folder, filepath.FromSlash(d.Stored))))
	}
	r = httptest.NewRequest("POST", "/move", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	v.has(v.follow("/move", v.send(r)), "4份已移进“作废”")
	var left []string
	for _, name := range differ(before, tree(t, folder)) {
		if !strings.HasPrefix(name, "作废") {
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		t.Errorf("there are left %v", left)
	}
}

// A file of nobody is given to one of those whose return is missed by a key.
func TestAFileOfNobodyIsOfferedToWhoIsMissed(t *testing.T) {
	v := visitPart(t)
	f := excelize.NewFile()
	for i, row := range [][]any{{"2021年第一季度政务公开重点工作任务落实情况表"}, {"序号", "具体要求", "完成情况", "完成状态"}, {1, "主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已公开", "已完成"}} {
		f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	v.drop("第一季度", sent{"新建表格.xlsx", b.Bytes()})
	v.settle()
	s := v.read()
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Finding.Code == finding.DepartmentUnknown {
			v.has(v.get("/check?q="+questions.ID(q)), "是示例市体育中心的")
			return
		}
	}
	t.Error("nobody asks whose the file is")
}

// The quarter that somebody works at stays, whatever is read meanwhile.
func TestTheQuarterStays(t *testing.T) {
	v := visit(t)
	v.get("/board?q=2")
	v.has(v.get("/board"), chosen(2))
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

// A scan that is known by its name is nobody's on the card no more than on the board, and its reason is said once.
func TestAScanIsWhoseItsNameSays(t *testing.T) {
	v := visitPart(t)
	v.drop("第一季度", sent{"人事股第一季度（盖章）.pdf", []byte("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")})
	v.settle()
	screen := between(v.get("/board?q=1"), `<section id="drops">`, "</section>")
	v.has(screen, "<strong>人事股</strong> · 第一季度", "里面的文字读不出来")
	if strings.Contains(screen, "没有当作报表读取") {
		t.Error("the same is said twice")
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
