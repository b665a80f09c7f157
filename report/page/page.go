// Package page shows a year in the browser of this machine and takes files and decisions, through
// importer, ruling and report, just as a command would. It is a way in and never a second truth:
// whatever it knows it has read from the year folder, and whatever is done on it stands there.
// Who may reach it is the business of package guard.
package page

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"taizhang/importer/period"
	"taizhang/report/face"
	"taizhang/report/page/desk"
	"taizhang/report/page/draw"
	"taizhang/report/page/guard"
	"taizhang/report/page/inbox"
	"taizhang/report/page/questions"
	"taizhang/report/page/session"
)

// Means are what the page needs of the program that it runs in.
type Means struct {
	Folder  string                                // the year folder, or one in which years lie
	Version string                                // of the program
	Program time.Time                             // when it was built or installed; see report.Place
	Sample  fs.FS                                 // the year that is shown to whoever wants to try
	Fonts   func(wanted, folder string) face.Set  // finds the fonts to print with
	Day     func() period.Date                    // today; its words are offered as the date of a decision
	Say     func(format string, arguments ...any) // one line on the terminal
}

// Page is the page of one run of the program. At most one year is open at a time.
type Page struct {
	Means
	guard *guard.Guard
	ids   *session.IDs
	views *template.Template
	seen  *session.Presence
	books draw.Books

	storing sync.Mutex // one drop at a time
	drops   inbox.Lately

	mu      sync.Mutex
	year    *desk.Year      // nil where none is chosen
	note    string          // said on the next screen, as long as that is asked for again
	noteTo  questions.Piece // where it leads, zero for nowhere
	noteAt  string          // where it is said, "" for nowhere yet
	toldOf  *desk.Year      // in which year it was said that reasons are missing
	changed []change        // in 设置, last
	setOf   *desk.Year      // and of which year
	at      int             // the quarter that was looked at last
	atOf    *desk.Year      // and of which year
	end     context.CancelFunc
}

//go:embed html
var html embed.FS

// New returns the page that is reached at a port. The error is a *importer.UsageError or the
// tool's own where the folder can't be opened.
func New(m Means, port int) (*Page, error) {
	abs, err := filepath.Abs(m.Folder)
	if err != nil {
		return nil, err
	}
	m.Folder = abs
	p := &Page{Means: m, guard: guard.New(port), ids: session.NewIDs(), seen: session.NewPresence(), end: func() {}}
	p.views, err = template.New("").ParseFS(html, "html/*.html")
	return p, err
}

// Address is where the page is opened, with the token of this run.
func (p *Page) Address() string { return p.guard.Address() }

// Handler answers requests, guarded. What reads is a GET and changes nothing; what changes
// anything is a POST.
func (p *Page) Handler() http.Handler {
	mux := http.NewServeMux()
	for name, kind := range map[string]string{"style.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml"} {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, _ *http.Request) {
			data, _ := html.ReadFile("html/" + name) // embedded
			w.Header().Set("Content-Type", kind)
			w.Write(data)
		})
	}
	mux.HandleFunc("GET /{$}", p.showYears)
	mux.HandleFunc("POST /choose", p.choose)
	mux.HandleFunc("POST /make", p.make)
	mux.HandleFunc("POST /close", p.closeYear)
	mux.HandleFunc("POST /forms", p.forms)
	mux.HandleFunc("GET /list", p.within(p.showList))
	mux.HandleFunc("POST /take", p.within(p.take))
	mux.HandleFunc("POST /same", p.within(p.same))
	mux.HandleFunc("POST /alias", p.within(p.alias))
	mux.HandleFunc("GET /settings", p.within(p.showSettings))
	mux.HandleFunc("POST /set", p.within(p.set))
	mux.HandleFunc("GET /board", p.within(p.showBoard))
	mux.HandleFunc("GET /came", p.within(p.showCame))
	mux.HandleFunc("POST /received", p.within(p.receive))
	mux.HandleFunc("POST /drop", p.within(p.drop))
	mux.HandleFunc("POST /move", p.within(p.move))
	mux.HandleFunc("GET /headings", p.within(p.showHeadings))
	mux.HandleFunc("POST /heading", p.within(p.answerHeading))
	mux.HandleFunc("GET /check", p.within(p.showCheck))
	mux.HandleFunc("POST /decide", p.within(p.decide))
	mux.HandleFunc("GET /alike", p.within(p.showAlike))
	mux.HandleFunc("POST /accept", p.within(p.decideAlike))
	mux.HandleFunc("POST /undo", p.within(p.undo))
	mux.HandleFunc("GET /results", p.within(p.showResults))
	mux.HandleFunc("POST /final", p.within(p.closeQuarter))
	mux.HandleFunc("POST /build", p.within(p.build))
	mux.HandleFunc("POST /stop", p.within(p.stopBuild))
	mux.HandleFunc("GET /kanban", p.within(p.saveBoard))
	mux.HandleFunc("GET /slips", p.within(p.saveSlips))
	mux.HandleFunc("GET /issued", p.within(p.saveForms))
	mux.HandleFunc("GET /file/{id}", p.within(p.saveFile))
	mux.HandleFunc("GET /help", p.showHelp)
	mux.HandleFunc("GET /help/{name}", p.showPicture)
	mux.HandleFunc("POST /alive", p.alive)
	mux.HandleFunc("POST /bye", p.bye)
	mux.HandleFunc("POST /quit", p.quit)
	return p.guard.Wrap(p.whole(mux))
}

// whole turns a fault of the program into an answer that can be read.
func (p *Page) whole(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if fault := recover(); fault != nil {
				p.Say("页面出错（%s）：%v", r.URL.Path, fault)
				http.Error(w, "程序内部出错，请把这个文件夹和这行字交给维护者。", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// within answers for the year that is open, and leads to the years where none is.
func (p *Page) within(answer func(http.ResponseWriter, *http.Request, *desk.Year)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		y := p.current()
		if y == nil {
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		y.Look()
		answer(w, r, y)
	}
}

func (p *Page) current() *desk.Year {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.year
}

// back leads to a screen, with something to be said there. What an earlier action said is over.
func (p *Page) back(w http.ResponseWriter, r *http.Request, to, note string) {
	p.backWith(w, r, to, note, questions.Piece{})
}

// backWith does, and what is said leads somewhere.
func (p *Page) backWith(w http.ResponseWriter, r *http.Request, to, note string, leads questions.Piece) {
	p.mu.Lock()
	p.note, p.noteTo, p.noteAt = note, leads, ""
	p.mu.Unlock()
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// noted returns what is to be said on a screen. A screen that asks for itself again while the year
// is read says it once more; the next one does not. told is what happened by itself.
func (p *Page) noted(at, told string, leads questions.Piece) (string, questions.Piece) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.noteAt == "" {
		p.noteAt = at
	}
	if p.noteAt != at {
		p.note, p.noteTo = "", questions.Piece{}
	}
	if p.note += told; p.noteTo.Path == "" {
		p.noteTo = leads
	}
	return p.note, p.noteTo
}

var errNoID = errors.New("这个编号不是这一次打开时给出的")
