package odt

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/odf"
)

// listStyle is how the levels of a list count and look, from level 1 on.
type listStyle map[int]listLevel

// listLevel is one of them: prefix（, format 一, suffix ）; or as a pattern, （%1%）.
type listLevel struct {
	prefix, suffix, format, pattern string
	start, display                  int // how many levels are written
}

// levelWeight is about what a level of a list, a list or a style takes, in bytes.
const levelWeight = 320

// deepest is the deepest level of a list or a heading.
const deepest = 10

func (w *document) readListStyle() listStyle {
	x, style := w.x, listStyle{}
	for tag := range x.Children() {
		if tag != "list-level-style-number" && tag != "outline-level-style" {
			continue
		}
		level, err := strconv.Atoi(x.Attr("level"))
		if err != nil || level < 1 || level > deepest {
			continue
		}
		v := listLevel{prefix: x.Attr("num-prefix"), suffix: x.Attr("num-suffix"), format: x.Attr("num-format"), pattern: x.Attr("num-list-format"), start: 1, display: 1}
		if n, err := strconv.Atoi(x.Attr("start-value")); err == nil {
			v.start = n
		}
		if n, err := strconv.Atoi(x.Attr("display-levels")); err == nil {
			v.display = min(max(n, 1), level)
		}
		if utf8.RuneCountInString(v.prefix+v.suffix+v.pattern) > grid.MaxNumberText {
			w.fail(grid.TooLarge("自动编号的文字过长", fmt.Sprintf("%d 字", grid.MaxNumberText)))
		}
		x.Hold(levelWeight)
		style[level] = v
	}
	return style
}

// list is a list that is open around what is being read.
type list struct {
	depth, level int
	style        string
	counts       flow.Counts
	fresh        bool // an item has begun whose paragraph has not come
	start        string
}

// openList begins a list: inside another one, as the next part of one before, or one of its own.
func (w *document) openList() {
	x := w.x
	l := &list{depth: x.Depth(), level: 1, style: x.Attr("style-name")}
	id, goesOn := x.Attr("id"), x.Attr("continue-list")
	if n := len(w.around); n > 0 {
		outer := w.around[n-1]
		l.level, l.counts = min(outer.level+1, deepest), outer.counts
		if l.style == "" {
			l.style = outer.style
		}
	} else if counts, ok := w.counts[goesOn]; ok && goesOn != "" {
		l.counts = counts
	} else if counts, ok := w.last[l.style]; ok && x.Attr("continue-numbering") == "true" {
		l.counts = counts
	} else {
		l.counts = flow.Counts{}
	}
	x.Hold(levelWeight)
	if id != "" {
		w.counts[id] = l.counts
	}
	w.last[l.style] = l.counts
	w.around = append(w.around, l)
}

// openItem begins an item of the innermost list, counted or not.
func (w *document) openItem(counted bool) {
	if n := len(w.around); n > 0 {
		l := w.around[n-1]
		l.fresh, l.start = counted, w.x.Attr("start-value")
	}
}

// number counts a paragraph, or a heading of a level, and returns the number that stands before
// it: "" for none.
func (w *document) number(level int, style string) string {
	x := w.x
	if n := len(w.around); n > 0 {
		l := w.around[n-1]
		if !l.fresh {
			return ""
		}
		l.fresh = false
		name := l.style
		if name == "" {
			name = w.listOf(style)
		}
		return w.count(l.counts, w.lists[name], l.level, l.start)
	}
	if level == 0 || x.Name != "h" || x.Attr("is-list-header") == "true" || w.listOf(style) == none {
		return ""
	}
	start := ""
	if x.Attr("restart-numbering") == "true" {
		if start = x.Attr("start-value"); start == "" {
			start = strconv.Itoa(w.outline[level].start)
		}
	}
	return w.count(w.headings, w.outline, level, start)
}

// none is the list of a style that says that its paragraphs belong to none.
const none = "\x00"

// listOf returns the list that a style of paragraphs belongs to, "" where it says nothing.
func (w *document) listOf(style string) string {
	return w.styles.Say(odf.OfParagraphs+style, func(s odf.Style) string {
		if s.Lists && s.List == "" {
			return none
		}
		return s.List
	})
}

func (w *document) count(counts flow.Counts, style listStyle, level int, start string) string {
	if n, err := strconv.Atoi(start); err == nil {
		counts.Set(level, n)
	}
	shown, ok := style[level]
	counts.Next(level, max(shown.start, 0))
	if !ok || shown.format == "" {
		return "" // a bullet, or no number
	}
	figure := func(l int) string { return figures(counts.At(l, style[l].start), style[l].format) }
	if shown.pattern != "" {
		text := shown.pattern
		for l := 1; l <= level; l++ {
			text = strings.ReplaceAll(text, "%"+strconv.Itoa(l)+"%", figure(l))
		}
		return text
	}
	var parts []string
	for l := level - shown.display + 1; l <= level; l++ {
		if style[l].format != "" {
			parts = append(parts, figure(l))
		}
	}
	return shown.prefix + strings.Join(parts, ".") + shown.suffix
}

// figures writes a number in the format that an example of the first numbers tells.
func figures(n int, format string) string {
	switch first, _ := utf8.DecodeRuneInString(format); first {
	case 0, utf8.RuneError:
		return ""
	case '一':
		return chars.Numeral(n)
	case '壹':
		return capitals.Replace(chars.Numeral(n))
	case '①':
		return flow.Circled(n)
	case '甲':
		if stems := []rune("甲乙丙丁戊己庚辛壬癸"); n >= 1 && n <= len(stems) {
			return string(stems[n-1])
		}
	case 'a', 'A':
		return flow.Letter(n, first)
	case 'i', 'I':
		return flow.Roman(n, first == 'I')
	case '0':
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}

// capitals are the figures that can't be changed into each other.
var capitals = strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "〇", "零")

// heading returns the level of a heading, 0 for running text.
func (w *document) heading(isHeading bool, style string) int {
	said := w.styles.Say(odf.OfParagraphs+style, func(s odf.Style) string { return s.Outline })
	if isHeading {
		if own := w.x.Attr("outline-level"); own != "" {
			said = own
		} else if said == "" {
			said = "1"
		}
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		return 0
	}
	return min(n, 9)
}
