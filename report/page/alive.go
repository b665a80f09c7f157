package page

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// When the program ends by itself: a page that is closed says so, one whose browser was killed is
// silent for long.
const (
	graceTime  = 8 * time.Second // a page may be on its way to the next screen
	silentTime = 5 * time.Minute // browsers let pages in the background call once a minute
)

// presence knows which pages are open. Browsers without JavaScript never say; then the program
// stays until it is told to end.
type presence struct {
	mu    sync.Mutex
	pages map[string]time.Time
	came  bool
	empty time.Time // since when no page is open
}

func newPresence() *presence { return &presence{pages: map[string]time.Time{}} }

const mostPages = 200 // more are nobody's

func (s *presence) here(id string, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pages) < mostPages {
		s.pages[id], s.came = now, true
	}
}

func (s *presence) gone(id string, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.pages, id)
	if s.empty = now; len(s.pages) > 0 {
		s.empty = time.Time{}
	}
}

// over reports whether the last page was closed and none has come back.
func (s *presence) over(now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, last := range s.pages {
		if now.Sub(last) > silentTime {
			delete(s.pages, id)
			s.empty = now
		}
	}
	return s.came && len(s.pages) == 0 && now.Sub(s.empty) > graceTime
}

// watch calls end when the last page is closed, but not while something is being built.
func (p *Page) watch(ctx context.Context, end func()) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			y := p.current()
			if p.seen.over(now) && (y == nil || !y.Building()) {
				end()
				return
			}
		}
	}
}

func pageID(r *http.Request) string {
	id := r.URL.Query().Get("page")
	return id[:min(len(id), 40)]
}

func (p *Page) alive(w http.ResponseWriter, r *http.Request) {
	p.seen.here(pageID(r), time.Now())
	w.WriteHeader(http.StatusNoContent)
}

func (p *Page) bye(w http.ResponseWriter, r *http.Request) {
	p.seen.gone(pageID(r), time.Now())
	w.WriteHeader(http.StatusNoContent)
}

// quit ends the program.
func (p *Page) quit(w http.ResponseWriter, r *http.Request) {
	p.show(w, r, "bye", "已退出", nil, nil)
	p.end()
}
