package page

import (
	"context"
	"mime/multipart"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/report/page/inbox"
	"taizhang/report/page/questions"
)

// A drop is answered before its files are understood: each has a line at once, and the board asks for itself
// again, with scripts and without, until it says what each is.
func TestADropIsAnsweredBeforeItIsUnderstood(t *testing.T) {
	v := visitYear(t, sampleYear(t))
	y := v.page.current()
	v.page.drops.Add(y, []inbox.Dropped{{Name: "甲.xlsx", Stored: "第一季度/甲.xlsx", Received: true, Untold: true}})
	screen := v.get("/board?q=1")
	v.has(screen, "甲.xlsx", "正在读", `data-untold`, `<noscript><meta http-equiv="refresh" content="1"></noscript>`)
	if strings.Contains(screen, "不知道是谁的") {
		t.Error("it is said not to know whose a file is that was not read")
	}
	v.page.tell(t.Context(), y)
	if v.dropped(); strings.Contains(v.get("/board?q=1"), "data-untold") {
		t.Error("it never ends")
	}
}

// What was stored is there when the program was killed before it was understood.
func TestAFileThatIsStoredOutlivesTheProgram(t *testing.T) {
	folder := sampleYear(t)
	v := visitYear(t, folder)
	in, err := inbox.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	body, kind := formWith(t, "第二季度", sent{"补报.csv", []byte("具体要求,完成情况\n,已完成\n")})
	form := multipart.NewReader(body, strings.SplitN(kind, "boundary=", 2)[1])
	s, _, _ := v.page.current().State()
	if got, _, _ := in.Receive(form, s.Quarter()); len(got) != 1 || !got[0].Received {
		t.Fatal(got)
	}
	v.page.current().End()
	again := visitYear(t, folder)
	again.has(again.get("/board?q=2"), "第二季度/补报.csv")
}

// Files that come while others are read join them: no line is lost before it was seen. Those that are told
// make room.
func TestDropsThatComeTogether(t *testing.T) {
	v := visitYear(t, sampleYear(t))
	y, d := v.page.current(), &v.page.drops
	one := func(name string) []inbox.Dropped { return []inbox.Dropped{{Name: name, Stored: name, Untold: true}} }
	if !d.Add(y, one("a")) || d.Add(y, one("b")) {
		t.Error("two tell what the files are, or nobody")
	}
	d.Moved(y, "a", "作废/a", period.Quarter{})
	told := one("a")
	told[0].Untold = false
	d.Know(y, told)
	if files, telling := d.List(y); len(files) != 2 || !files[0].Gone || files[0].Read || files[1].Name != "b" || !telling {
		t.Errorf("there are %+v", files)
	}
	v.page.tell(t.Context(), y)
	if files, telling := d.List(y); len(files) != 2 || files[1].Untold || telling {
		t.Errorf("there are %+v", files)
	}
	if !d.Add(y, one("c")) {
		t.Error("nobody tells what the next file is")
	}
	if files, _ := d.List(y); len(files) != 1 || files[0].Name != "c" {
		t.Errorf("there are %+v", files)
	}
	began := time.Now()
	if d.Wait(y, time.Millisecond); time.Since(began) > 10*time.Second {
		t.Error("it waits for ever")
	}
}

// A year that is closed ends what is read beside it.
func TestTellingEndsWithTheYear(t *testing.T) {
	v := visitYear(t, sampleYear(t))
	y := v.page.current()
	ended := false
	y.Beside(func(ctx context.Context) { <-ctx.Done(); ended = true })
	if y.End(); !ended {
		t.Error("it goes on")
	}
}

// The card of a file follows it, and tells how it stands now: after an answer, in another quarter, among what
// does not count, and back.
func TestTheCardOfAFileFollowsIt(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	rows := ofOffice(v, "第一季度", "印发方案并开会部署。")
	rows = append(rows, []any{2, "与清单毫不相干的一件事，谁也没有布置过", "做了一点。", "已完成"})
	os.Remove(filepath.Join(folder, "第一季度", "办公室2021年第一季度报送表.xlsx"))
	card := func() string {
		v.settle()
		v.dropped()
		return between(v.get("/board?q=1"), `<section id="drops">`, "</section>")
	}
	move := func(stored string, pairs ...string) {
		t.Helper()
		v.post("/move", append([]string{"id", v.page.ids.Of(filepath.Join(folder, filepath.FromSlash(stored)))}, pairs...)...)
	}
	v.drop("第一季度", sent{"办公室甲.xlsx", workbook(t, map[string][][]any{"表": rows})})
	v.has(card(), "并入1行，待核对1行", "去核对这一份的")
	for _, i := range v.page.current().Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Finding.Place.File() == "第一季度/办公室甲.xlsx" && q.Finding.Code == finding.RowUnmatched {
			v.post("/decide", "q", questions.ID(q), "key", "0")
		}
	}
	if screen := card(); strings.Contains(screen, "待核对1行") || !strings.Contains(screen, "不计1行（办公室核定忽略1行）") {
		t.Errorf("after an answer it says %s", plainly(screen))
	}
	move("第一季度/办公室甲.xlsx", "q", "1")
	v.has(card(), "办公室甲.xlsx", "已经移进“作废”", "放回第一季度")
	move("作废/办公室甲.xlsx", "to", "1")
	v.has(card(), "存为 第一季度/办公室甲.xlsx", "并入1行，不计1行")
	move("第一季度/办公室甲.xlsx", "to", "2")
	v.has(card(), "存为 第二季度/办公室甲.xlsx", "并入0行", "移到第一季度")
}

// A file says which one took the place of its rows, and whose it is, of all departments.
func TestAFileSaysWhatTookItsPlace(t *testing.T) {
	v := visitPart(t)
	folder := filepath.Join(v.page.current().Folder, "第一季度")
	os.Remove(filepath.Join(folder, "办公室2021年第一季度报送表.xlsx"))
	before, after := ofOffice(v, "第一季度", "印发方案。"), ofOffice(v, "第一季度", "印发方案并开会部署两次。")
	before[0][0], after[0][0] = before[0][0].(string)+"　填报日期：2021年4月1日", after[0][0].(string)+"　填报日期：2021年4月6日"
	v.drop("第一季度", sent{"办公室甲.xlsx", workbook(t, map[string][][]any{"表": before})}, sent{"办公室乙.xlsx", workbook(t, map[string][][]any{"表": after})},
		sent{"两家.xlsx", workbook(t, map[string][][]any{"人事股": {{"填报单位：人事股"}, after[1], {1, after[2][1], "配合了一次检查。", "推进中"}}, "市场执法股": {{"填报单位：市场执法股"}, after[1], {1, after[2][1], "配合了两次检查。", "推进中"}}})})
	v.settle()
	screen := v.get("/board?q=1")
	v.has(screen, "并入0行；不计1行（被《办公室乙.xlsx》取代1行）", "人事股、市场执法股")
	v.drop("第一季度", sent{"没有名字.xlsx", workbook(t, map[string][][]any{"表": {after[1], {1, after[2][1], "做了一些。", "推进中"}}})})
	v.settle()
	for _, i := range v.page.current().Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Finding.Code == finding.DepartmentUnknown {
			v.post("/decide", "q", questions.ID(q), "choice", "作废", "reason", "试填的")
		}
	}
	v.settle()
	v.has(v.get("/board?q=1"), "办公室核定“作废”，不算：试填的")
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
