package page

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"path/filepath"

	"taizhang/docs"
	"taizhang/importer"
	"taizhang/report/manual"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// screen is what every screen shows around its own.
type screen struct {
	Name, Title  string
	Year         string // 2026年
	Unit, Folder string
	Steps        []step
	Standing     desk.Standing // zero where the year was not read
	Note         string
	NoteTo       questions.Piece // where it leads
	Failed       string          // why the year can't be read
	Hint         []questions.Piece
	Busy         string // what is going on, "" for nothing
	Stay         string // where it is asked for again, "" for where it is
	Refresh      int    // seconds after which the screen is asked for again, 0 for never
	Version      string
	Of           any
}

// step is a screen in the order of the year.
type step struct {
	Name, Title, Path string
	Count             int  // what waits there
	Moves             bool // the year is read again with what was decided, and the number may be another one then
	Here              bool
}

// read is what shows one reading of a year.
type read interface{ from() *questions.Reading }

// show answers with a screen. y is nil where no year is open.
func (p *Page) show(w http.ResponseWriter, r *http.Request, name, title string, y *desk.Year, of any) {
	sc := screen{Name: name, Title: title, Version: p.Version, Of: of}
	told, leads := "", questions.Piece{}
	if y != nil {
		told, leads = y.Told()
	}
	sc.Note, sc.NoteTo = p.noted(r.URL.RequestURI(), told, leads)
	sc.Note = questions.Said(sc.Note)
	if y != nil {
		s, reading, failed := y.State()
		if asked, ok := of.(read); ok && asked.from() != nil {
			s = asked.from() // another one may have come since: a screen counts what it shows
		}
		sc.Folder = y.Folder
		sc.Year = filepath.Base(y.Folder)
		if failed != nil {
			sc.Failed, sc.Hint = failed.Error(), questions.Pieces(questions.Here(hintOf(failed)))
		}
		switch {
		case reading.Going && reading.Total > 0:
			sc.Busy = fmt.Sprintf("正在读取 %d / %d：%s", reading.Done, reading.Total, reading.File)
		case reading.Going:
			sc.Busy = "正在读取"
		}
		sc.Steps = steps(y, s, title)
		if s != nil {
			sc.Standing = y.Standing(s)
			sc.Year, sc.Unit = fmt.Sprintf("%d年", s.Ledger.Year), s.Ledger.Unit
		}
		if sc.Busy != "" && follows(name, of) {
			sc.Refresh = 1
		}
		if b, ok := of.(*board); ok && b.Telling {
			sc.Refresh = 1
		}
		if asked, ok := of.(*headings); ok && sc.Busy != "" && asked.At != nil {
			sc.Refresh, sc.Stay = 2, "/headings?h="+asked.At.ID // the counts are new then, the question is the same
			if asked.All {
				sc.Stay += "&all=1"
			}
		}
		if asked, ok := of.(*card); ok && asked.Stale {
			sc.Refresh, sc.Stay = 1, "/check?q="+asked.ID
		}
		if set, ok := of.(*settingsView); ok && sc.Busy != "" && set.Wrong == "" {
			sc.Refresh, sc.Stay = 1, "/settings" // the counts are new then; what was begun to be filled in stays
		}
		if name == "wait" && sc.Busy == "" && failed == nil {
			sc.Refresh = 1
		}
		if name == "results" && y.Building() {
			sc.Refresh = 1
		}
	}
	var page bytes.Buffer
	if err := p.views.ExecuteTemplate(&page, name+".html", sc); err != nil {
		panic(err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(page.Bytes())
}

// follows reports whether a screen is asked for again until the year is read. One that asks something
// is not: it would go from under the hands of who answers it.
func follows(name string, of any) bool {
	switch of := of.(type) {
	case *headings:
		return of.At == nil
	case *card:
		return of.ID == ""
	}
	return name == "wait" || name == "board" || name == "came" || name == "years" || name == "results" || name == "list"
}

func hintOf(err error) string {
	if wrong, ok := err.(*importer.UsageError); ok {
		return wrong.Hint
	}
	return ""
}

// steps are the screens with what waits on each.
func steps(y *desk.Year, s *questions.Reading, title string) []step {
	steps := []step{{Name: "years", Title: "年度", Path: "/"}, {Name: "list", Title: "清单", Path: "/list"}, {Name: "board", Title: "收表", Path: "/board"},
		{Name: "headings", Title: "认表", Path: "/headings"}, {Name: "check", Title: "核对", Path: "/check"}, {Name: "results", Title: "成果", Path: "/results"}}
	for i := range steps {
		steps[i].Here = steps[i].Title == title
	}
	if s != nil {
		steps[1].Count = len(listDoubts(y, s))
		steps[3].Count = len(y.Doubtful(s))
		steps[4].Count, steps[4].Moves = len(y.Asked(s)), y.Unread(s)
	}
	return steps
}

// showHelp is the manual.
func (p *Page) showHelp(w http.ResponseWriter, r *http.Request) {
	body, err := manual.Body(func(name string, _ []byte) string { return "/help/" + name })
	if err != nil {
		panic(err) // it is embedded, and a test of the manual reads it
	}
	p.show(w, r, "help", "帮助", p.current(), template.HTML(body)) // made by package manual alone; what stands in it is escaped
}

// showPicture is a picture of the manual.
func (p *Page) showPicture(w http.ResponseWriter, r *http.Request) {
	data, err := docs.Picture(r.PathValue("name"))
	if err != nil {
		http.Error(w, "没有这张图。", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Write(data)
}
