package session

import (
	"testing"
	"time"
)

func TestTheLastPageClosedEndsTheProgram(t *testing.T) {
	s, now := NewPresence(), time.Now()
	if s.Over(now.Add(time.Hour)) {
		t.Error("it ends before a page was open")
	}
	s.Here("a", now)
	s.Here("b", now)
	s.Gone("a", now)
	if s.Over(now.Add(time.Minute)) {
		t.Error("it ends while a page is open")
	}
	s.Gone("b", now)
	if s.Over(now.Add(time.Second)) {
		t.Error("it ends while a page is on its way to the next screen")
	}
	s.Here("c", now.Add(2*time.Second))
	if s.Over(now.Add(time.Minute)) {
		t.Error("it ends although a page came back")
	}
	s.Gone("c", now.Add(time.Minute))
	if !s.Over(now.Add(2 * time.Minute)) {
		t.Error("it does not end with the last page")
	}
	s.Here("d", now)
	if s.Over(now.Add(time.Second)) || s.Over(now.Add(time.Hour)) || !s.Over(now.Add(2*time.Hour)) {
		t.Error("a page whose browser was killed is not given up after a while")
	}
}
