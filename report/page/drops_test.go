package page

import (
	"context"
	"mime/multipart"
	"strings"
	"testing"
	"time"

	"taizhang/report/page/inbox"
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
	d.Forget(y, "a")
	told := one("a")
	told[0].Untold = false
	d.Know(y, told)
	if files, telling := d.List(y); len(files) != 1 || files[0].Name != "b" || !telling {
		t.Errorf("there are %+v", files)
	}
	v.page.tell(t.Context(), y)
	if files, telling := d.List(y); len(files) != 1 || files[0].Untold || telling {
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
