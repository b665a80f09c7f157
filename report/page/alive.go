package page

import (
	"context"
	"net/http"
	"time"
)

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
			if p.seen.Over(now) && (y == nil || !y.Building()) {
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
	p.seen.Here(pageID(r), time.Now())
	w.WriteHeader(http.StatusNoContent)
}

func (p *Page) bye(w http.ResponseWriter, r *http.Request) {
	p.seen.Gone(pageID(r), time.Now())
	w.WriteHeader(http.StatusNoContent)
}

// quit ends the program.
func (p *Page) quit(w http.ResponseWriter, r *http.Request) {
	p.show(w, r, "bye", "已退出", nil, nil)
	p.end()
}
