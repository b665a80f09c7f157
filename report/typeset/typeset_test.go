package typeset

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

// plain is a face in which Chinese is an em wide and Latin half an em.
func plain(r rune) float64 {
	switch {
	case r < ' ' || unicode.Is(unicode.Mn, r):
		return 0
	case isNarrow(r):
		return 0.5
	}
	return 1
}

// of is a style of 1-em characters, n to a line.
func of(n float64) Style { return Style{Width: n, Em: 1} }

func texts(text string, lines []Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, text[l.From:l.To])
	}
	return out
}

func TestBreak(t *testing.T) {
	for _, tc := range []struct {
		name  string
		width float64
		want  []string
	}{
		{"fills the line", 6, []string{"加强行政执法", "信息主动公开", "工作要求"}},
		{"comma takes its word along", 6, []string{"各股室各部", "门，都要认真", "落实"}},
		{"no opening mark at the end", 7, []string{"主动公开落实", "《工作细则》等"}},
		{"quotes stand by their words", 6, []string{"落实“六稳”", "“六保”任务"}},
		{"number whole", 6, []string{"落实情况共", "2021项工作"}},
		{"percentage whole", 6, []string{"完成率为", "88.88%左右吧"}},
		{"year in brackets whole", 8, []string{"国办公开办函", "〔2019〕60号文件"}},
		{"dash whole", 7, []string{"各单位各股室", "——都要落实吧"}},
		{"ellipsis whole", 6, []string{"各单位各股", "室……都要落", "实工作吧"}},
		{"range", 6, []string{"自二零一九到", "2019—2021年"}},
		{"Latin word whole", 6, []string{"运用政务公开", "platform开展"}},
		{"spaces hang", 4, []string{"see what ", "is there"}},
		{"line breaks", 9, []string{"第一段。\n", "第二段。\r\n", "第三段"}},
		{"quotes of one word", 6, []string{"开展了“回头", "看”工作并且", "持续落实好"}},
		{"apostrophe", 6, []string{"采用了", "China’s做法"}},
		{"what is numbered whole", 26, []string{"本项任务共2项具体要求，其中已完成2项，常态化1项。", "第12项：十个责任部门全部办结。"}},
		{"what is counted whole", 25, []string{"市场执法股和综合股全年收到群众意见并逐条登记的有", "41条，反馈率达到要求。"}},
		{"no line is torn by the one before", 23.5, []string{"截至2021年12月31日，33项具体要求中，已完成16",
			"项，占48.5%；推进中4项，占12.1%；常态化11项，占", "33.4%；滞后1项，占3.0%；不适用1项，占3.0%。"}},
		{"last character not alone", 28, []string{strings.Repeat("落实各项工作任务", 3) + "认真落", "实吧。"}},
	} {
		text := strings.Join(tc.want, "")
		got := texts(text, Break(text, plain, of(tc.width)))
		if strings.Join(got, "|") != strings.Join(tc.want, "|") {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

// A link is broken after a mark where that fills the line, and anywhere if it must be.
func TestBreakLinks(t *testing.T) {
	text := "详见http://www.jiangmen.gov.cn/bmpd/jmswhgdlytyj/zwgk/content/post_2345678.html?id=12&page=3。"
	for _, width := range []float64{8, 12, 15.5, 20} {
		lines := Break(text, plain, of(width))
		for i, l := range lines[:len(lines)-1] {
			if l.Width < width*0.75 {
				t.Errorf("width %v: line %d is %q, only %v wide", width, i, text[l.From:l.To], l.Width)
			}
			if next := text[lines[i+1].From:]; strings.HasPrefix(next, ".") || strings.HasPrefix(next, "。") || strings.HasPrefix(next, "//") {
				t.Errorf("width %v: line %d begins with %q", width, i+1, next[:3])
			}
		}
	}
}

// Where its marks fill the lines well enough, a link is parted nowhere else.
func TestLinksWhole(t *testing.T) {
	want := []string{"www.example.com/", "abcdefgh"}
	text := strings.Join(want, "")
	if got := texts(text, Break(text, plain, of(9))); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestUnbreakableWord(t *testing.T) {
	text := strings.Repeat("x", 100)
	lines := Break("落实"+text+"落实", plain, of(10))
	if len(lines) < 6 || len(lines) > 8 {
		t.Errorf("%d lines: %q", len(lines), texts("落实"+text+"落实", lines))
	}
}

// The first line is indented and the lines are stretched to the width; the last is not.
func TestJustify(t *testing.T) {
	text := "综合运用新闻发布会、在线访谈、图文动画、短视频等形式，对重大政策开展深入解读，更加注重对政策背景、出台目的、重要举措等方面的实质性解读。"
	style := Style{Width: 442.2, Indent: 32, Em: 16, Track: -0.21}
	lines := Break(text, plain, style)
	for i, l := range lines {
		x := 0.0
		if i == 0 {
			x = style.Indent
		}
		if l.Runs[0].X != x {
			t.Errorf("line %d begins at %v, want %v", i, l.Runs[0].X, x)
		}
		full := l.Width > style.Width-0.01 && l.Width < style.Width+style.Em/2+0.01
		if last := i == len(lines)-1; full == last {
			t.Errorf("line %d of %d is %v wide: %q", i, len(lines), l.Width, text[l.From:l.To])
		}
	}
	style.Ragged = true
	for i, l := range Break(text, plain, style) {
		for _, r := range l.Runs {
			if r.Track < -style.Em/2 || r.Track > 0 {
				t.Errorf("ragged line %d is tracked by %v", i, r.Track)
			}
		}
	}
}

// A line of Latin is not torn apart before the mark that ends it.
func TestNoGapBeforeMark(t *testing.T) {
	line := Break("abcdefghijklmnopqrstuvwxyz。落实情况", plain, of(14.2))[0]
	if line.Width != 14 {
		t.Errorf("the line is %v wide, want 14: %+v", line.Width, line.Runs)
	}
}

// Twenty-eight characters of 16 pt fill 156 mm.
func TestTwentyEight(t *testing.T) {
	width := 156 / 25.4 * 72
	style := Style{Width: width, Em: 16, Track: (width - 28*16) / 27}
	text := strings.Repeat("政", 28*3)
	for _, l := range Break(text, plain, style) {
		if n := utf8.RuneCountInString(text[l.From:l.To]); n != 28 || len(l.Runs) != 1 {
			t.Errorf("%d characters in %d runs", n, len(l.Runs))
		}
	}
}

// Two marks side by side share their blank: one of them is drawn without it.
func TestAdjoiningMarks(t *testing.T) {
	for _, tc := range []struct {
		text  string
		width float64
		halfs string
	}{
		{"）》，", 2, "）》"}, {"”，", 1.5, "”"}, {"》（", 1.5, "》"}, {"，落", 2, ""}, {"！，", 2, ""}, {"：“", 1.5, "“"}, {"（《", 1.5, "《"},
	} {
		line := Break(tc.text, plain, of(9))[0]
		halfs := ""
		for i, r := range line.Runs {
			if r.Half {
				halfs += tc.text[r.From:r.To]
			}
			if i > 0 && r.X < line.Runs[i-1].X+0.5 {
				t.Errorf("%s: %s is drawn at %v", tc.text, tc.text[r.From:r.To], r.X)
			}
		}
		if line.Width != tc.width || halfs != tc.halfs {
			t.Errorf("%s is %v wide, want %v; halved %q, want %q", tc.text, line.Width, tc.width, halfs, tc.halfs)
		}
	}
}

// check fails unless the lines join up to the text, draw everything but the spaces at
// their ends, in order, and stay inside the width.
func check(t interface{ Fatalf(string, ...any) }, text string, s Style) {
	at := 0
	for i, l := range Break(text, plain, s) {
		if l.From != at || l.To <= l.From {
			t.Fatalf("line %d is %d to %d, want from %d", i, l.From, l.To, at)
		}
		at = l.To
		drawn, x := l.From, -1.0
		for _, r := range l.Runs {
			if r.From != drawn || r.To <= r.From {
				t.Fatalf("line %d: run %d to %d, want from %d", i, r.From, r.To, drawn)
			}
			if r.X < x {
				t.Fatalf("line %d: run at %v after one at %v", i, r.X, x)
			}
			drawn, x = r.To, r.X
		}
		if left := text[drawn:l.To]; strings.TrimSpace(left) != "" {
			t.Fatalf("line %d does not draw %q", i, left)
		}
		inked := strings.TrimSpace(text[l.From:l.To])
		if uniseg.GraphemeClusterCount(inked) > 1 && l.Width > max(s.Width, s.Indent)+s.Em/2+1e-3 {
			t.Fatalf("line %d %q is %v wide, the width is %v", i, inked, l.Width, s.Width)
		}
	}
	if at != len(text) {
		t.Fatalf("the lines end at %d of %d bytes", at, len(text))
	}
}

var alphabet = []rune("的一是在政务公开落实情况，。、；：？！“”‘’（）《》〔〕—…·％%0123456789.,/-:?&=abcWXY \t\n　𠮷㙍é\u0301")

func TestNothingLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom(alphabet)).Draw(t, "text")
		check(t, text, Style{
			Width:  rapid.Float64Range(0, 40).Draw(t, "width"),
			Indent: rapid.SampledFrom([]float64{0, 2}).Draw(t, "indent"),
			Em:     1, Track: -0.013,
			Ragged: rapid.Bool().Draw(t, "ragged"),
		})
	})
}

// Wherever there is room for a choice, no line begins or ends with a mark that must not.
func TestLineEnds(t *testing.T) {
	chars := []rune("的一是在政务公开落实情况的一是在政务公开落实情况，。、；：？！“”（）《》—…％0123abc")
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(1, 40).Draw(t, "pieces") {
			b.WriteString("落实")
			b.WriteRune(rapid.SampledFrom(chars).Draw(t, "char"))
			b.WriteString("情况")
		}
		text := b.String()
		lines := Break(text, plain, of(rapid.Float64Range(8, 30).Draw(t, "width")))
		for i, l := range lines {
			first, _ := utf8.DecodeRuneInString(text[l.From:])
			last, _ := utf8.DecodeLastRuneInString(text[:l.To])
			if i > 0 && isNotFirst(first) && first != '—' {
				t.Fatalf("line %d begins with %c", i, first)
			}
			if i < len(lines)-1 && isNotLast(last) {
				t.Fatalf("line %d ends with %c", i, last)
			}
		}
	})
}

func FuzzBreak(f *testing.F) {
	f.Add("2.做好“十一五”规划至“十三五”规划等各项规划的归集整理和主动公开工作。", 12.0)
	f.Add("详见https://www.gov.cn/a/b?c=d&e=f。\r\n第二段　——完", 7.5)
	f.Add("\xff\xfe坏\x00字节\u200b\u0301", 0.0)
	f.Add("", 1.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if width >= 0 && width < 1e6 {
			check(t, text, Style{Width: width, Indent: 2, Em: 1, Track: -0.013})
			check(t, text, Style{Width: width, Em: 1, Ragged: true})
		}
	})
}

func BenchmarkBreak(b *testing.B) {
	text := strings.Repeat("综合运用新闻发布会、在线访谈、图文动画、短视频等形式，对重大政策开展深入解读，共88.5%。", 10)
	b.SetBytes(int64(len(text)))
	for range b.N {
		Break(text, plain, Style{Width: 442.2, Indent: 32, Em: 16, Track: -0.21})
	}
}
