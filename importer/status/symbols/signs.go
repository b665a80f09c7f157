// Package symbols is the signs, colours and letters that stand for a status, and the marks in boxes. What
// each of them means is of the legend.
package symbols

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// What a legend explains.
const (
	Sign       = iota // √ ● ▲
	Stroke            // — and /, which part words elsewhere
	Colour            // 绿, 绿色底纹
	Uncoloured        // 无底色
	Circled           // ①
	Figure            // 1
	Letter            // A
)

// Symbol is one symbol of a legend.
type Symbol struct {
	Kind     int
	From, To int  // where it stands, in bytes
	Means    int  // where what stands behind it begins, its link left out
	Linked   bool // 表示, 为 or = stands behind it
	Told     bool // 填, 打 or 标 stands before it
}

// colours are the characters that name one.
const colours = "绿黄红蓝灰橙橘紫黑白"

// Words around a symbol.
var (
	linkBehind  = regexp.MustCompile(`^[\s”"'’)）\]】」]*(?:的|则|均|者|项|底纹|字体)*\s*(?:表示为|表示|代表着|代表|标识|标示|意为|指|即|为|是|[-—－–:：=＝→]+)\s*`)
	tellsBefore = regexp.MustCompile(`(?:打上?|用|画|划|以|填写?|标注?为?|标记为?|标成|涂成?|选|写|字体|底纹|底色|背景|单元格|填充)[\s“"'‘(（\[【「]*$`)
	colourName  = regexp.MustCompile(`^[` + colours + `](?:底色|底纹|字体|色|灯|牌|底|字|填充|背景|单元格|标识|标记|标注|标示|圆点|圆圈|方块|块|格)*`)
	noColour    = regexp.MustCompile(`^(?:无(?:底色|颜色|填充|色)|不填色|空白|留空)`)
)

// stems are what a writer numbers with in place of letters.
const stems = "甲乙丙丁戊己庚辛"

// Of finds what may be the symbols of a legend. Numbers, letters and colours count
// only where a part of the text begins, or behind 填 and 标.
func Of(text string) []Symbol {
	if !MayHold(text) {
		return nil
	}
	var marks []Symbol
	begins := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		m, ok := markAt(text, i, r, begins)
		if ok {
			marks = append(marks, m)
			next, _ := utf8.DecodeRuneInString(text[m.Means:])
			begins = strings.ContainsRune(stems, next) // 打√：甲：办结
			i = m.Means
			continue
		}
		begins = parts(r) || OpensBracket(r) || begins && unicode.IsSpace(r)
		i += size
	}
	return marks
}

// MayHold is a quick look: whether two characters stand in the text that could be
// symbols of a legend, and a link or a sign with them.
func MayHold(text string) bool {
	candidates, strong := 0, false
	for i, r := range text {
		switch {
		case r >= 0x4E00 && r <= 0x9FFF:
			switch r {
			case '绿', '黄', '红', '蓝', '灰', '橙', '橘', '紫', '黑', '白', '甲', '乙':
				candidates++
			case '表', '代', '为', '即', '指', '是', '标', '用':
				strong = true
			}
		case r == '=', r == '＝', r == '：', r == ':', r == '-', r == '—', r == '–':
			candidates++
			strong = true
		case r == '/', r == '／':
			candidates++
			strong = strong || i+1 < len(text) && isLatin(rune(text[i+1]))
		case fold.IsDigit(r), isLatin(r):
			candidates++
			strong = strong || i > 2 && text[i-3:i] == "填" || r == 'A' && strings.Contains(text[i:], "B") // A已完成 B推进中
		case isSign(r), r >= '①' && r <= '⑳':
			candidates++
			strong = true
		}
		if candidates >= 2 && strong {
			return true
		}
	}
	return false
}

// markAt reads the symbol that stands at i, if one does.
func markAt(text string, i int, r rune, begins bool) (Symbol, bool) {
	rest := text[i:]
	m := Symbol{From: i, To: i + utf8.RuneLen(max(r, 0))}
	anywhere := false
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		if name := colourName.FindString(rest); name != "" {
			m.Kind, m.To = Colour, i+len(name)
		} else if begins && strings.ContainsRune(stems, r) && linkBehind.MatchString(rest[len("甲"):]) {
			m.Kind = Letter // 甲：办结；乙：在办
		} else if name := noColour.FindString(rest); begins && name != "" {
			m.Kind, m.To = Uncoloured, i+len(name)
		} else {
			return Symbol{}, false
		}
	case r >= '①' && r <= '⑳':
		m.Kind, anywhere = Circled, true
	case isSign(r):
		m.Kind, anywhere = Sign, true
	case strings.ContainsRune("—－–-/／", r):
		m.Kind = Stroke
		m.To = i + len(rest) - len(strings.TrimLeft(rest, string(r)))
		if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[m.To:], " ")); !begins || !unicode.Is(unicode.Han, next) && !linkBehind.MatchString(text[m.To:]) {
			return Symbol{}, false
		}
	case fold.IsDigit(r), isLatin(r):
		m.Kind = Figure
		if isLatin(r) {
			m.Kind = Letter
		}
		run := strings.IndexFunc(rest, func(c rune) bool { return !fold.IsDigit(c) && !isLatin(c) })
		if run < 0 {
			run = len(rest)
		}
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); utf8.RuneCountInString(rest[:run]) > 2 || fold.IsDigit(before) || isLatin(before) {
			return Symbol{}, false
		}
		m.To = i + run
	default:
		return Symbol{}, false
	}
	m.Told = i > 0 && tellsBefore.MatchString(text[max(0, i-24):i])
	previous, _ := utf8.DecodeLastRuneInString(text[:i])
	if !anywhere && !begins && !m.Told && !(m.Kind == Colour && strings.ContainsRune(":：=＝-—", previous)) {
		return Symbol{}, false
	}
	m.Means = m.To
	if link := linkBehind.FindString(text[m.To:]); link != "" {
		m.Means, m.Linked = m.To+len(link), true
	}
	bareColour := m.Kind == Colour && m.To-m.From == len("绿")
	if (bareColour || m.Kind == Uncoloured || m.Kind == Figure) && !m.Linked && !m.Told && previous != '：' && previous != ':' {
		return Symbol{}, false
	}
	return m, true
}

// IsSymbol reports whether a text is nothing but a sign or the name of a colour: ●, 绿灯.
func IsSymbol(text string) bool {
	text = strings.TrimSpace(text)
	r, size := utf8.DecodeRuneInString(text)
	if !fold.IsIdeograph(r) {
		return text != "" && size == len(text) && isSign(r)
	}
	return strings.ContainsRune(colours, r) && colourName.FindString(text) == text
}

// isSign reports whether a character is a symbol by itself.
func isSign(r rune) bool {
	switch {
	case r < 0x80:
		return r == '*' || r == '#' || r == '^' || r == '@'
	case r >= 0x4E00 && r <= 0x9FFF:
		return false
	case r >= '①' && r <= '⑳', strings.ContainsRune(notSigns, r), r == utf8.RuneError:
		return false
	case r == '×', r == '〇':
		return true
	}
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.IsMark(r) && fold.Rune(r) > 0x80
}

// notSigns are marks that part or join words.
const notSigns = "，。；：、！？（）【】〔〕《》〈〉「」『』“”‘’—–－-…·～％‰℃＝＋→／＼｜￥﹪．"

// parts reports whether a mark parts the pairs of a legend.
func parts(r rune) bool {
	return strings.ContainsRune(",，;；。、|｜/／:：", r) || unicode.IsSpace(r)
}

func OpensBracket(r rune) bool { return strings.ContainsRune("(（[【“‘\"'「〔", r) }

func isLatin(r rune) bool {
	f := fold.Rune(r)
	return f >= 'a' && f <= 'z' || f >= 'A' && f <= 'Z'
}
