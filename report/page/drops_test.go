package page

import (
	"context"
	"mime/multipart"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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
