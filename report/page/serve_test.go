package page

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// serve runs the page until the test ends it.
func serve(t *testing.T, folder string) (address string, end func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	told, over := make(chan string, 1), make(chan error, 1)
	go func() {
		over <- Serve(ctx, meansFor(folder), func(string) error { return errors.New("no browser") }, func(a string) { told <- a })
	}()
	select {
	case address = <-told:
	case err := <-over:
		t.Fatal(err)
	}
	return address, func() error {
		cancel()
		select {
		case err := <-over:
			return err
		case <-time.After(20 * time.Second):
			return errors.New("the page does not end")
		}
	}
}

// Where no browser can be opened the address is printed, and an interrupt ends the page well.
func TestThePageIsPrintedAndEndsWell(t *testing.T) {
	folder := sampleYear(t)
	address, end := serve(t, folder)
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	host, _, err := net.SplitHostPort(u.Host)
	if err != nil || !net.ParseIP(host).IsLoopback() || len(u.Query().Get("token")) != 32 {
		t.Errorf("the address is %s", address)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
	for _, name := range []string{pageLock, pageRecord} {
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			t.Errorf("%s stays behind", name)
		}
	}
}

// The last screen is shown whole: its style is there although the program ends, and it offers nothing more.
func TestTheLastScreenIsShownWhole(t *testing.T) {
	address, end := serve(t, sampleYear(t))
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser, base := &http.Client{Jar: jar}, strings.SplitN(address, "/?", 2)[0]
	text := func(got *http.Response, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		defer got.Body.Close()
		data, _ := io.ReadAll(got.Body)
		if got.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %s", got.Request.URL.Path, got.StatusCode, data)
		}
		return string(data)
	}
	text(browser.Get(address))
	last := text(browser.PostForm(base+"/quit", nil))
	if !strings.Contains(last, "已退出") || strings.Contains(last, `href="/help"`) || strings.Contains(last, `action="/quit"`) {
		t.Errorf("the last screen is %s", last)
	}
	text(browser.Get(base + "/style.css"))
	if err := end(); err != nil {
		t.Error(err)
	}
}

// A year that is open is shown again by whoever opens it once more.
func TestTheRunningPageIsShownAgain(t *testing.T) {
	folder := sampleYear(t)
	address, end := serve(t, folder)
	again, shown := "", ""
	err := Serve(context.Background(), meansFor(folder), func(a string) error { shown = a; return nil }, func(a string) { again = a })
	if err != nil || again != address || shown != address {
		t.Errorf("opened twice: %v, printed %q, shown %q, not %q", err, again, shown, address)
	}
	os.Remove(filepath.Join(folder, pageRecord))
	var running *RunningError
	if err := Serve(context.Background(), meansFor(folder), func(string) error { return nil }, func(string) {}); !errors.As(err, &running) {
		t.Errorf("without the record: %v", err)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

// A folder that is no year questions.Offers the years in it, and a new one.
func TestAFolderThatIsNoYear(t *testing.T) {
	base := t.TempDir()
	v := visitFolder(t, base)
	v.has(v.get("/"), "还没有年度文件夹", "建一个年度")
	for _, path := range []string{"/list", "/board", "/check", "/headings", "/results"} {
		if got := v.send(httpGet(path)); got.Header.Get("Location") != "/" {
			t.Errorf("%s leads to %q", path, got.Header.Get("Location"))
		}
	}
	v.has(v.post("/make", "name", ""), "请写新文件夹的名字")
	v.has(v.post("/make", "name", "../../2027", "unit", "示例局"), "已建好", filepath.Join(base, "2027"), "放进今年印发的清单")
	v.settle()
	v.has(v.get("/"), "这一年走到哪里了", "示例局", "还是程序放的样本清单")
	v.has(v.post("/make", "name", "2027"), "已经有内容，没有改动")
	v.has(v.post("/make", "name", "样例", "from", "sample"), "已建好")
	v.settle()
	v.has(v.get("/check"), "强制")
	os.WriteFile(filepath.Join(base, "2027", "任务清单.xlsx"), []byte("broken"), 0o644)
	if err := v.page.Open(filepath.Join(base, "2027")); err != nil {
		t.Fatal(err)
	}
	v.settle()
	v.has(v.get("/"), "这一年没有读成", "任务清单")
	v.has(v.get("/check"), "改好以后，这里会自己接着读")
}

// A new year goes on from one that the page has named, as init --from does.
func TestANewYearGoesOn(t *testing.T) {
	folder := sampleYear(t)
	v := visitYear(t, folder)
	v.built()
	v.has(v.post("/make", "name", "2022", "from", v.page.ids.Of(folder)), "已建好")
	v.settle()
	if _, err := os.Stat(filepath.Join(filepath.Dir(folder), "2022", "上年", "台账.json")); err != nil {
		t.Error(err)
	}
}

func TestFormsAreWritten(t *testing.T) {
	v := visit(t)
	v.has(v.post("/forms", "quarter", "2"), "报送表已写出10份", "下发")
	v.settle()
	v.has(v.get("/"), "第二季度写出过 10 份", "报送表已写出10份") // the screen asked for itself again
	if screen := v.get("/list") + v.get("/"); strings.Contains(screen, "报送表已写出") {
		t.Error("what was said once is said on other screens")
	}
	got := v.send(httpGet("/issued?q=2"))
	data, _ := io.ReadAll(got.Body)
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil || len(z.File) != 10 || !strings.HasSuffix(z.File[0].Name, ".xlsx") {
		t.Errorf("the forms as a zip: %v", err)
	}
	if got := v.send(httpGet("/issued?q=1")); got.StatusCode != 404 {
		t.Errorf("the forms of a quarter without any: %d", got.StatusCode)
	}
	v.has(v.post("/forms", "quarter", "3"), "报送表已写出") // those of the second quarter stay beside them
	v.settle()
	v.has(v.get("/"), "第二季度写出过 10 份", "第三季度写出过 10 份", "第四季度还没有写出报送表")
}

// A thousand held rows are decided one after the other, or at once.
func TestAThousandHeldRows(t *testing.T) {
	folder := sampleYear(t)
	f := excelize.NewFile()
	f.SetSheetRow("Sheet1", "A1", &[]any{"2021年第二季度政务公开重点工作任务落实情况表"})
	f.SetSheetRow("Sheet1", "A2", &[]any{"填报单位：人事股"})
	f.SetSheetRow("Sheet1", "A3", &[]any{"序号", "具体要求", "完成情况", "完成状态"})
	for i := range 1000 {
		cell, _ := excelize.CoordinatesToCellName(1, i+4)
		f.SetSheetRow("Sheet1", cell, &[]any{i + 1, fmt.Sprintf("组织第%d批干部职工参观学习活动并撰写心得体会", i+1), "已办", "已完成"})
	}
	if err := f.SaveAs(filepath.Join(folder, "第二季度", "人事股.xlsx")); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	y := v.page.current()
	open := y.Asked(v.read())
	if len(open) < 1000 {
		t.Fatalf("%d questions", len(open))
	}
	screen := v.get("/check")
	if len(screen) > 400<<10 {
		t.Errorf("a card of %d bytes", len(screen))
	}
	first := &v.read().Questions[open[0]]
	v.post("/decide", "q", questions.ID(first), "key", "0", "all", "1")
	v.settle()
	left := len(y.Asked(v.read()))
	if left >= len(open) {
		t.Errorf("%d are left of %d", left, len(open))
	}
	v.post("/undo")
	v.settle()
	if now := len(y.Asked(v.read())); now != len(open) {
		t.Errorf("after taking it back %d are left of %d", now, len(open))
	}
}

// Files that change outside are seen; the last reading is shown until they are read.
func TestWhatChangesOutsideIsSeen(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	if err := os.Remove(filepath.Join(y.Folder, "第一季度", "人事股.xlsx")); err != nil {
		t.Fatal(err)
	}
	time.Sleep(desk.LookEvery + 50*time.Millisecond)
	v.get("/board?q=1")
	v.settle()
	if screen := v.get("/board?q=1"); strings.Contains(screen, "第一季度/人事股.xlsx") {
		t.Error("a file that is gone is still shown")
	}
}

// A build in a shell and the page do not lose each other's decisions.
func TestADecisionWaitsForAnotherRun(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	v.built()
	q := &v.read().Questions[y.Asked(v.read())[0]]
	release := lockOut(t, y.Out)
	go func() {
		time.Sleep(300 * time.Millisecond)
		release()
	}()
	if screen := v.post("/decide", "q", questions.ID(q), "key", v.read().Options(q)[0].Key); strings.Contains(screen, "没有记下") {
		t.Error(plainly(screen))
	}
	if data, _ := os.ReadFile(filepath.Join(y.Folder, "核定.jsonl")); strings.Count(string(data), "\n") != 1 {
		t.Errorf("decisions: %s", data)
	}
}

// A build is ended while it reads and while it writes; outputs are those of before.
func TestABuildIsEnded(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	for _, phase := range []string{"正在读取", "正在写出成果"} {
		if err := os.Chtimes(filepath.Join(y.Folder, "任务清单.xlsx"), time.Now(), time.Now()); err != nil { // else nothing is read
			t.Fatal(err)
		}
		v.post("/build")
		j := y.Job()
		for range 2000 {
			if s := j.State(); !s.Going || s.Phase == phase && s.Done > 0 {
				break
			}
			time.Sleep(time.Millisecond)
		}
		v.post("/stop")
		j.Wait()
		s := j.State()
		if !s.Stopped {
			t.Errorf("%s: state %+v", phase, s)
		}
		v.has(v.get("/results"), "已停下，原有的成果没有改动")
		if entries, _ := os.ReadDir(y.Out); len(entries) > 0 {
			t.Errorf("%s: there lie %v", phase, entries)
		}
	}
	v.built()
}
