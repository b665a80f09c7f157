package page

import (
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

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
			if said := p.noted("/check"); strings.Contains(said, "没有记下") {
				b.Fatal(said)
			}
		}
	})
}
