package questions

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/fold"
)

// likeness says how alike what a row says and a requirement are, and what both say; "" where that
// speaks for nothing.
func likeness(said, wanted string) string {
	a, b := fold.Of(said), fold.Of(wanted)
	if a.Key == b.Key {
		return "文字相同"
	}
	like := a.Likeness(b)
	words := fmt.Sprintf("文字相似 %.0f%%", 100*like)
	if like >= nearlySame {
		return words
	}
	both := shared(said, wanted)
	switch {
	case like < hardlyLike && len(both) == 0:
		return ""
	case like < hardlyLike:
		return "都有“" + strings.Join(both, "”“") + "”"
	case len(both) > 0:
		words += "，都有“" + strings.Join(both, "”“") + "”"
	}
	return words
}

const (
	hardlyLike   = 0.15
	nearlySame   = 0.9 // likeness from which the pieces tell nothing
	leastShared  = 2   // characters that two texts share by more than chance
	longestPiece = 14
	mostShared   = 3 // pieces that are shown
)

// shared returns the longest pieces that two texts have in common, the longest first.
func shared(a, b string) (pieces []string) {
	x, y := []rune(fold.Text(a)), []rune(fold.Text(b))
	const most = 400 // characters that are compared
	x, y = x[:min(len(x), most)], y[:min(len(y), most)]
	for range mostShared {
		from, n := longest(x, y)
		if n < leastShared {
			break
		}
		piece := string(x[from : from+n])
		if telling(piece) != "" {
			pieces = append(pieces, cut(strings.Trim(piece, "，。；、 ")))
		}
		x = slices.Concat(x[:from], []rune{0}, x[from+n:])
		if i := strings.Index(string(y), piece); i >= 0 {
			y = []rune(string(y)[:i] + "\x01" + string(y)[i+len(piece):])
		}
	}
	return pieces
}

// telling is what a text says beside the words that any requirement has.
func telling(text string) string { return strings.Trim(anybodys.Replace(text), "，。；、 ") }

var anybodys = strings.NewReplacer("情况", "", "工作", "", "任务", "", "开展", "", "推进", "", "完成", "", "落实", "", "做好", "", "加强", "", "进行", "", "相关", "", "有关", "", "及时", "")

// cut shows enough of a piece to find it.
func cut(piece string) string {
	if r := []rune(piece); len(r) > longestPiece {
		return string(r[:longestPiece]) + "……"
	}
	return piece
}

// longest returns where the longest common piece begins in x, and its length.
func longest(x, y []rune) (from, n int) {
	before := make([]int, len(y)+1)
	for i := range x {
		now := make([]int, len(y)+1)
		for j := range y {
			if x[i] == y[j] && x[i] > 1 {
				if now[j+1] = before[j] + 1; now[j+1] > n {
					n = now[j+1]
					from = i + 1 - n
				}
			}
		}
		before = now
	}
	return from, n
}
