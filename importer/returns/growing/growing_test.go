package growing

import (
	"strings"
	"testing"
)

// A text that grows line by line is what plain joining gives, also where others grow beside it and
// one of them turns back.
func TestGrowingTexts(t *testing.T) {
	var g Texts
	texts, want := make([]string, 12), make([]string, 12)
	for line := range 40 {
		for i := range texts {
			more := strings.Repeat(string(rune('a'+i)), 300+line)
			texts[i], want[i] = g.Join(texts[i], more), want[i]+more
		}
		if line == 30 {
			texts[1], want[1] = texts[0], want[0]
			texts[2], want[2] = texts[2][:5000], want[2][:5000]
		}
	}
	for i := range texts {
		if texts[i] != want[i] {
			t.Errorf("text %d is %d bytes, not %d", i, len(texts[i]), len(want[i]))
		}
	}
}
