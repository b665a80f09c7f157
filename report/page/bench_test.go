package page

import (
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"taizhang/report/page/questions"
	testyear "taizhang/testdata/year"
)

// BenchmarkScreens are the screens and keys of a year of a thousand returns, at the server. Each is
// to be under 100 ms, the board under 300.
func BenchmarkScreens(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "2021")
	if err := testyear.Make(folder, 1000, 1); err != nil {
		b.Fatal(err)
	}
	p, err := New(meansFor(folder), port)
	if err != nil {
		b.Fatal(err)
	}
	if err := p.Open(folder); err != nil {
		b.Fatal(err)
	}
	y := p.current()
	defer y.End()
	y.Settle()
	s, _, _ := y.State()
	b.Logf("%d returns, %d questions", len(s.Ledger.Returns), len(s.Questions))
	ask := func(method, path, body string) {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		r.Host = "127.0.0.1:4711"
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if strings.HasPrefix(body, "--x") {
			r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		}
		r.Header.Set("Cookie", "taizhang-4711="+strings.SplitN(p.Address(), "token=", 2)[1])
		w := httptest.NewRecorder()
		p.Handler().ServeHTTP(w, r)
		if w.Code != 200 && w.Code != 303 {
			b.Fatal(path, w.Code, w.Body.String())
		}
	}
	for _, path := range []string{"/", "/list", "/board", "/headings", "/check", "/results"} {
		b.Run(path, func(b *testing.B) {
			for b.Loop() {
				ask("GET", path, "")
			}
		})
	}
	b.Run("reading", func(b *testing.B) {
		for b.Loop() {
			y.Again()
			y.Settle()
		}
	})
	b.Run("decide", func(b *testing.B) {
		open := y.Asked(s)
		for n := 0; b.Loop(); n++ {
			ask("POST", "/decide", "key=0&q="+questions.ID(&s.Questions[open[n%len(open)]]))
			if said, _ := p.noted("/check", "", questions.Piece{}); strings.Contains(said, "没有记下") {
				b.Fatal(said)
			}
		}
	})
	b.Run("undo", func(b *testing.B) {
		for b.Loop() {
			ask("POST", "/undo", "")
		}
	})
	b.Run("heading", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			ask("POST", "/heading", "role=keep&h="+questions.HeadingID(&s.Headings[n%len(s.Headings)]))
		}
	})
	quiet := func(b *testing.B) { // each of these has the year read again, which takes seconds
		b.StopTimer()
		y.Settle()
		b.StartTimer()
	}
	b.Run("set", func(b *testing.B) {
		was := ""
		for n := 0; b.Loop(); n++ {
			quiet(b)
			now := strconv.Itoa(n%9 + 1)
			ask("POST", "/set", "was 起始页码="+was+"&起始页码="+now)
			was = now
		}
	})
	file := func(n int, q string) string {
		return fmt.Sprintf("--x\r\nContent-Disposition: form-data; name=\"quarter\"\r\n\r\n%s\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%d.csv\"\r\n\r\n具体要求,完成情况\n,%d\n\r\n--x--\r\n", q, n, n)
	}
	told := func() {
		p.drops.Wait(y, time.Minute)
		if got, telling := p.drops.List(y); telling || len(got) == 0 || got[0].Untold {
			b.Fatal("it is never said what a file is")
		}
	}
	b.Run("drop", func(b *testing.B) { // until it is answered
		for n := 0; b.Loop(); n++ {
			quiet(b)
			ask("POST", "/drop", file(n, "第四季度"))
			b.StopTimer()
			told()
			b.StartTimer()
		}
	})
	b.Run("dropped", func(b *testing.B) { // until the board says what it is
		for n := 0; b.Loop(); n++ {
			quiet(b)
			ask("POST", "/drop", file(n, "第三季度"))
			ask("GET", "/board?q=3", "")
			told()
		}
	})
	b.Run("move", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			quiet(b)
			at := filepath.Join(folder, "第三季度", "0.csv")
			if n%2 == 1 {
				at = filepath.Join(folder, "第二季度", "0.csv")
			}
			ask("POST", "/move", fmt.Sprintf("q=3&id=%s&to=%d", p.ids.Of(at), 2+n%2))
		}
	})
}
