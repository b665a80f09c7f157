package page

import (
	"context"
	"fmt"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"taizhang/importer/period"
	"taizhang/report/page/collect"
	"taizhang/report/page/desk"
	"taizhang/report/page/inbox"
)

// drop stores files in the folder of a quarter. What each of them is the board says by itself, as soon as
// it is known.
func (p *Page) drop(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	form, err := r.MultipartReader()
	s, _, _ := y.State()
	if err != nil || s == nil {
		p.back(w, r, "/board", "没有收到文件，请再放一次。")
		return
	}
	in, done := p.store(w, r, y)
	if in == nil {
		return
	}
	defer done()
	got, q, note := in.Receive(form, collect.Quarter(y, s, p.Day()))
	p.hand(y, got)
	p.drops.Wait(y, answerWait)
	p.back(w, r, fmt.Sprintf("/board?q=%d#drops", q.N), note)
}

// How long answers wait for what was just dropped to be understood: most often it is by then, and the
// screen need not be asked for again.
const (
	answerWait = 40 * time.Millisecond
	showWait   = 150 * time.Millisecond
)

// firstTold is how many files are read before the first of them are shown; then twice as many, and so on.
const firstTold = 4

// hand has stored files understood, beside everything else.
func (p *Page) hand(y *desk.Year, got []inbox.Dropped) {
	if slices.ContainsFunc(got, func(f inbox.Dropped) bool { return f.Received }) {
		y.Later()
	}
	if p.drops.Add(y, got) {
		y.Beside(func(ctx context.Context) { p.tell(ctx, y) })
	}
}

// tell finds out what the files are that were dropped on a year, the first ones first.
func (p *Page) tell(ctx context.Context, y *desk.Year) {
	for most := firstTold; ctx.Err() == nil; most *= 2 {
		files := p.drops.Untold(y, most)
		if len(files) == 0 {
			y.Hurry()
			return
		}
		s, _, _ := y.State()
		inbox.Tell(ctx, y.Folder, s.Ledger, files)
		p.drops.Know(y, files)
	}
}

// mostNamed is how many files that were moved are named one by one.
const mostNamed = 3

// move puts stored files into another quarter, beside the quarters, or, without either, into 作废. They are
// not deleted.
func (p *Page) move(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	back := r.PostFormValue("q")
	var files []string
	for _, id := range r.PostForm["id"] {
		from, ok := p.ids.Path(id)
		rel, err := filepath.Rel(y.Folder, from)
		if !ok || s == nil || err != nil || !filepath.IsLocal(rel) {
			http.Error(w, errNoID.Error(), http.StatusNotFound)
			return
		}
		files = append(files, filepath.ToSlash(rel))
	}
	in, done := p.store(w, r, y)
	if in == nil {
		return
	}
	defer done()
	to, of := inbox.Gone, period.Quarter{}
	if n, _ := strconv.Atoi(r.PostFormValue("to")); n >= 1 && n <= 4 {
		of = period.Quarter{Year: s.Ledger.Year, N: n}
		to, back = in.Of(of), strconv.Itoa(n)
	} else if r.PostFormValue("to") == inbox.WholeYear {
		to, of = inbox.WholeYear, period.Quarter{Year: s.Ledger.Year}
	}
	var said, moved []string
	begin := false
	for _, rel := range files {
		stored, err := in.Move(rel, to)
		if err != nil {
			said = append(said, rel+" 没有移成："+err.Error())
			continue
		}
		moved, to = append(moved, rel+" 已移到 "+stored), path.Dir(stored)
		if p.drops.Moved(y, rel, stored, of) {
			begin = true
		}
		y.Again()
	}
	if begin {
		y.Beside(func(ctx context.Context) { p.tell(ctx, y) })
	}
	if len(moved) > mostNamed {
		moved = []string{fmt.Sprintf("%d份已移进“%s”", len(moved), to)}
	}
	p.back(w, r, "/board?q="+back, strings.Join(append(moved, said...), "；"))
}

// store opens the year's folder to write to, for one request at a time, until done is called. Where it
// can't be opened it answers the request and returns nil.
func (p *Page) store(w http.ResponseWriter, r *http.Request, y *desk.Year) (in *inbox.Inbox, done func()) {
	p.storing.Lock()
	in, err := inbox.Open(y.Folder)
	if err != nil {
		p.storing.Unlock()
		p.back(w, r, "/board", err.Error())
		return nil, nil
	}
	return in, func() {
		in.Close()
		p.storing.Unlock()
	}
}

// standAt remembers the quarter of a year that somebody looks at, lastQuarter tells it: what is read
// meanwhile does not lead to another one.
func (p *Page) standAt(y *desk.Year, quarter int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at, p.atOf = quarter, y
}

func (p *Page) lastQuarter(y *desk.Year, otherwise int) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.atOf != y {
		return otherwise
	}
	return p.at
}
