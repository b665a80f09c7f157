package memo

import (
	"strconv"
	"strings"
	"testing"
)

func TestWorksOutEachTextOnce(t *testing.T) {
	var m Texts[int]
	worked := 0
	length := func(s string) int { worked++; return len(s) }
	for range 3 {
		if m.Get("推进中", length) != 9 || m.Brief("已完成", length) != 9 {
			t.Error("another value")
		}
	}
	if worked != 2 {
		t.Errorf("worked out %d times", worked)
	}
	sentence := strings.Repeat("进展", 40)
	m.Brief(sentence, length)
	m.Brief(sentence, length)
	if worked != 4 {
		t.Errorf("a sentence is held: worked out %d times", worked)
	}
}

func TestHoldsNoMoreThanItMay(t *testing.T) {
	var m Texts[string]
	same := func(s string) string { return s }
	for i := range mostMade + 100 {
		if s := strconv.Itoa(i); m.Get(s, same) != s {
			t.Fatal(s)
		}
	}
	if len(m.made) != mostMade {
		t.Errorf("%d texts held", len(m.made))
	}
	var long Texts[string]
	page := strings.Repeat("长", 10000)
	for i := range 400 {
		if s := strconv.Itoa(i) + page; long.Get(s, same) != s {
			t.Fatal(i)
		}
	}
	if long.held > mostHeld || len(long.made) != mostHeld/(len(page)+3) {
		t.Errorf("%d texts of %d bytes held", len(long.made), long.held)
	}
}
