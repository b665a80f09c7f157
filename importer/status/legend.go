package status

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/status/symbols"
)

// longestLegend is how long a legend may be, in bytes.
const longestLegend = 1000

var legendLabel = regexp.MustCompile(`^\s*[【\[〔]?(?:注|说明|备注|图例|填表说明|填报说明|填写说明|状态说明|标识说明|填报要求|状态|颜色说明|图例说明|符号说明)(?:[】\]〕]\s*[:：]?|\s*[:：]|\s)\s*`)

// anyLabel is a short label of the writer's own before a legend.
var anyLabel = regexp.MustCompile(`^\s*(\p{Han}{2,8})\s*[:：]\s*`)

// Legend reads what the symbols and colours of a sheet stand for: 注：√已完成 ○推进中, 绿色：
// 已完成；红色：滞后, 已完成打√，未完成打×. Symbols are folded (fold.Key); a colour is found by
// its name with and without 色. A symbol whose meaning is not understood is left out. It is
// empty where the text gives fewer than two symbols a status, or one symbol two.
func (g *Grammar) Legend(text string) map[string]Status {
	if len(text) > longestLegend || !symbols.MayHold(text) {
		return nil
	}
	body := unwrap(strings.TrimSpace(strings.ReplaceAll(text, "　", " ")))
	label := legendLabel.FindString(body)
	if label == "" { // 字母含义：A已完成
		if m := anyLabel.FindStringSubmatch(body); m != nil && !strings.ContainsAny(m[1], "红黄绿蓝灰橙紫白黑") && g.meaningOfSign(m[1]) == NoStatus {
			label = m[0]
		}
	}
	body = body[len(label):]
	marks := symbols.Of(body)
	if len(marks) < 2 || label == "" && HoldsEmptyBox(body) {
		return nil
	}
	found := map[string]Status{}
	pairs := 0
	behind, ok := g.standBehind(body, marks)
	if !ok {
		return nil
	}
	for i := range marks {
		s := g.standsFor(body, marks, i, behind, label != "")
		if s == NoStatus {
			continue
		}
		keys := keysOf(body[marks[i].From:marks[i].To], marks[i].Kind)
		if old, again := found[keys[0]]; again {
			if old != s {
				return nil
			}
			continue
		}
		pairs++
		for _, key := range keys {
			found[key] = s
		}
	}
	if pairs < 2 {
		return nil
	}
	return found
}

// HoldsEmptyBox reports whether a text holds a box without a tick. That tells printed boxes, of
// which one is ticked, from a legend.
func HoldsEmptyBox(text string) bool { return strings.ContainsAny(text, "□☐⬜▢") }

// standBehind reports whether each symbol stands behind its meaning (已完成√ 未启动×). ok is
// false where a meaning stands both before the first and behind the last.
func (g *Grammar) standBehind(body string, marks []symbols.Symbol) (behind, ok bool) {
	before := trimTold(body[:marks[0].From])
	if before == "" || g.meaningOfSign(lastPart(before)) == NoStatus {
		return false, true
	}
	after := strings.Trim(afterTold.ReplaceAllString(body[marks[len(marks)-1].To:], ""), trimmed)
	return true, after == ""
}

// standsFor reads the meaning of the i-th symbol.
func (g *Grammar) standsFor(body string, marks []symbols.Symbol, i int, behind, labelled bool) Status {
	m := marks[i]
	if behind {
		from := 0
		if i > 0 {
			from = marks[i-1].To
		}
		if (m.Kind == symbols.Figure || m.Kind == symbols.Letter || m.Kind == symbols.Circled) && !m.Told {
			return NoStatus // 已完成：5；推进中：3 counts
		}
		return g.meaningOfSign(lastPart(trimTold(body[from:m.From])))
	}
	switch {
	case m.Linked, m.Kind == symbols.Sign, m.Kind == symbols.Stroke, m.Kind == symbols.Colour:
	case m.Kind == symbols.Letter && !lettered(body, marks):
		return NoStatus
	case m.Kind == symbols.Circled && !labelled, m.Kind == symbols.Figure, m.Kind == symbols.Uncoloured:
		return NoStatus
	}
	to := len(body)
	if i+1 < len(marks) {
		to = max(marks[i+1].From, m.Means)
	}
	return g.firstMeaning(body[m.Means:to])
}

// firstMeaning reads what stands behind a symbol, up to the mark that ends it, or to the
// first space.
func (g *Grammar) firstMeaning(text string) Status {
	text = strings.TrimLeft(text, trimmed)
	if at := strings.IndexAny(text, "，,;；。\n\r|｜"); at >= 0 {
		text = text[:at]
	}
	text = strings.Trim(text, trimmed)
	if s := g.meaningOfSign(text); s != NoStatus {
		return s
	}
	if at := strings.IndexAny(text, " \t、"); at > 0 {
		return g.meaningOfSign(strings.Trim(text[:at], trimmed))
	}
	if at := strings.IndexAny(text, "(（"); at > 0 {
		return g.meaningOfSign(strings.Trim(text[at:], trimmed)) // 应做未做（滞后）
	}
	return NoStatus
}

// lettered reports letters that number the statuses in their order, each at the beginning
// of its part: A已办结/B在办/C未办.
func lettered(body string, marks []symbols.Symbol) bool {
	for i, m := range marks {
		if m.Kind != symbols.Letter || fold.Text(body[m.From:m.To]) != string(rune('A'+i)) {
			return false
		}
	}
	return strings.Trim(body[:marks[0].From], trimmed) == ""
}

// trimmed are the marks around a meaning.
const trimmed = quiet + "“”\"'‘’（）()【】[]「」:：/／|｜…·"

var (
	toldBehind = regexp.MustCompile(`(?:[\s“"'‘(（\[【「:：=＝—-]|打上?|用|画|划|以|填写?|标注?为?|标记为?|标成|涂成?|选|写|为|的|则|者|请|栏|格|统一|字体|底纹|底色|背景|单元格|填充)+$`)
	toldBefore = regexp.MustCompile(`^(?:凡是?|对|如|若|属)`)
	afterTold  = regexp.MustCompile(`^[\s”"'’)）\]】」]*(?:字体)?(?:来)?(?:表示|代表|标注|标记|标识|标示|填充|显示)?`)
)

// trimTold takes 打, 用 and the like off the end of a text before a symbol.
func trimTold(text string) string {
	return strings.Trim(toldBehind.ReplaceAllString(text, ""), trimmed)
}

// lastPart returns what stands behind the last mark of a text before a symbol.
func lastPart(text string) string {
	text = afterTold.ReplaceAllString(text, "")
	if at := strings.LastIndexAny(text, "，,;；。、\n\r|｜ "); at >= 0 {
		text = text[at:]
		text = strings.TrimLeft(text, "，,;；。、\n\r|｜ ")
	}
	return toldBefore.ReplaceAllString(strings.Trim(text, trimmed), "")
}

// Meaning reads what a symbol or the heading of a column of ticks stands for, in the words of
// whoever wrote it: 已办结, 推进, 年年都做的事.
func (g *Grammar) Meaning(text string) Status {
	return g.meaningOfSign(strings.Trim(unwrap(strings.TrimSpace(text)), trimmed))
}

// thingMeant ends a meaning: 长年不断的活.
var thingMeant = regexp.MustCompile(`的?(?:事项?|活儿?|工作|任务|项目)$`)

// meaningOfSign reads what a symbol stands for; a bare verb (推进, 实施) is enough there, and
// so is a form of which every word is known.
func (g *Grammar) meaningOfSign(text string) Status {
	if text == "" || len(text) > longestPrinted {
		return NoStatus
	}
	text = thingMeant.ReplaceAllString(text, "")
	if r := g.label(text); r.Status != NoStatus {
		return r.Status
	}
	plain := fold.Compact(text)
	p := g.lex(plain)
	switch p.form {
	case "X", "A", "B":
		return InProgress
	case "L", "Z":
		return Behind
	case "dJ":
		if !strings.HasSuffix(plain, "动") {
			return Completed // 已办, beside 在办 and 未办
		}
	}
	if p.size <= longestSpoken && !p.has("uvi") {
		if s := g.clause(plain).status; s != NoStatus {
			return s
		}
	}
	if p.has("e") && !p.has("npdTUSZBqr") && p.size <= 2*longestSpoken {
		return Ongoing // 常年都要抓
	}
	return NoStatus
}

// keysOf returns the keys under which a symbol is found.
func keysOf(symbol string, kind int) []string {
	if kind == symbols.Colour {
		name := string([]rune(symbol)[:1])
		return []string{name, name + "色"}
	}
	return []string{fold.Key(symbol)}
}
