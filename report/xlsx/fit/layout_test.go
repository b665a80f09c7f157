package fit

import (
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		room float64
		want int
	}{
		{"nothing", "", 10, 1},
		{"one line", "十个汉字正好一行满满", 10, 1},
		{"one more", "十个汉字正好一行满满了", 10, 2},
		{"paragraphs", "一\n二\n三", 10, 3},
		{"a closing mark takes its letter along", "十个汉字正好一行满满。" + "八个汉字接在后面", 10, 2},
		{"and may push the line over", "十个汉字正好一行满满。" + "九个汉字接在后面了", 10, 3},
		{"Latin letters are narrow", strings.Repeat("a", 18), 10, 1},
		{"a word stays whole", "汉字汉字汉字汉字abcdefgh", 10, 2},
		{"a long word breaks", strings.Repeat("x", 100), 10, 6},
		{"numbers of a list stay together", "漏填第4、31、38、72条", 8, 2},
		{"a list longer than a line breaks", "第" + strings.Repeat("11、", 12) + "条", 10, 4},
		{"full-width marks are wide", "，，，，，", 2, 4},
	} {
		if got := Lines(c.text, c.room); got != c.want {
			t.Errorf("%s: %d lines, want %d", c.name, got, c.want)
		}
	}
}

func TestHeightOf(t *testing.T) {
	for _, c := range []struct {
		lines int
		size  float64
		want  float64
	}{{1, 10, 19}, {2, 10, 33}, {1, 9, 18}, {1, 16, 28}, {1000, 10, 409}} {
		if got := HeightOf(c.lines, c.size); got != c.want {
			t.Errorf("%d lines of %v: %v points, want %v", c.lines, c.size, got, c.want)
		}
	}
	for _, size := range []float64{8, 9, 10} {
		if n := LinesWithin(size); HeightOf(n, size) > MaxHeight || HeightOf(n+1, size) < MaxHeight {
			t.Errorf("%d lines of %v are not the most", n, size)
		}
	}
}

func TestWidth(t *testing.T) {
	long := strings.Repeat("字", 900)
	width := Width([]string{"短", long}, 9, 30, 80)
	if n := Lines(long, Room(width, 9)); n > LinesWithin(9) || width == 30 {
		t.Errorf("at %v it takes %d lines", width, n)
	}
	if narrower := width - 4; Lines(long, Room(narrower, 9)) <= LinesWithin(9) {
		t.Errorf("%v would do", narrower)
	}
	if got := Width([]string{strings.Repeat("字", 9000)}, 9, 30, 80); got != 80 {
		t.Errorf("a text that fits nowhere: %v", got)
	}
	if got := Width(nil, 9, 30, 80); got != 30 {
		t.Errorf("no text: %v", got)
	}
}

func TestWidthOfIsOneLine(t *testing.T) {
	for _, s := range []string{"a", "https://www.example.gov.cn/zwgk/2021/28.html", "一二三四五六七八九十", ""} {
		if n := Lines(s, Room(WidthOf(s, 9), 9)); n != 1 {
			t.Errorf("%q: %d lines", s, n)
		}
	}
}

// More letters never take fewer lines, and more room never more.
func FuzzLines(f *testing.F) {
	f.Add("按照要求，http://a.example/b 公开。", 9.5)
	f.Add("\n\n，，", 1.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !(width >= 1 && width < 500) || len(s) > 5000 {
			return
		}
		n := Lines(s, width)
		if n < 1+strings.Count(s, "\n") || n > 2*len([]rune(s))+1 {
			t.Errorf("%d lines for %q in %v", n, s, width)
		}
		if most := mostLines(s, width); width >= 6 && n > most {
			t.Errorf("%d lines for %q in %v, more than %d", n, s, width, most)
		}
	})
}
