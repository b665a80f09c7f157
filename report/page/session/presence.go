package session

import (
	"sync"
	"time"
)

// When the program ends by itself: a page that is closed says so, one whose browser was killed is
// silent for long.
const (
	graceTime  = 8 * time.Second // a page may be on its way to the next screen
	silentTime = 5 * time.Minute // browsers let pages in the background call once a minute
)

// Presence knows which pages are open. Browsers without JavaScript never say; then the program
// stays until it is told to end.
type Presence struct {
	mu    sync.Mutex
	pages map[string]time.Time
	came  bool
	empty time.Time // since when no page is open
}

// NewPresence begins without a page.
func NewPresence() *Presence { return &Presence{pages: map[string]time.Time{}} }

const mostPages = 200 // more are nobody's

// Here notes that a page is open.
func (s *Presence) Here(id string, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pages) < mostPages {
		s.pages[id], s.came = now, true
	}
}

// Gone notes that a page was closed.
func (s *Presence) Gone(id string, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.pages, id)
	if s.empty = now; len(s.pages) > 0 {
		s.empty = time.Time{}
	}
}

// Over reports whether the last page was closed and none has come back.
func (s *Presence) Over(now time.Time) bool {
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
