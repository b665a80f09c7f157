// Package legend reads what a sheet says that its signs, letters and colours mean.
package legend

import (
	"maps"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// Of reads what symbols, words and colours mean on the sheet: in one text, in cells side by
// side or under each other, or by the colour that each status is shown in.
func Of(g *status.Grammar, s *grid.Sheet) map[string]status.Status {
	means := map[string]status.Status{}
	add := func(text string) {
		if len(text) < 8 || len(text) > 1800 || !mayExplain(text) {
			return
		}
		if strings.ContainsAny(text, "—－-") {
			text = dashes.ReplaceAllString(text, "：")
		}
		for symbol, stands := range g.Legend(text) {
			means[symbol] = stands
		}
		if strings.ContainsAny(text, "“\"「『") {
			for _, m := range explained.FindAllStringSubmatch(text, -1) {
				if stands := g.Cell(m[2]).Status; stands != status.NoStatus {
					means[fold.Key(m[1])] = stands
				}
			}
		}
		if !strings.ContainsAny(text, "=＝") && !lettered.MatchString(text) {
			return
		}
		words := map[string]status.Status{}
		for _, m := range equated.FindAllStringSubmatch(text, -1) {
			stands := g.Meaning(m[3])
			if stands == status.NoStatus {
				stands = g.Cell(m[3]).Status // W＝完事
			}
			if stands != status.NoStatus {
				words[fold.Key(m[1]+m[2])] = stands
			}
		}
		if len(words) > 1 {
			maps.Copy(means, words)
		}
	}
	var pairs []string // short texts that may be pieces of a legend
	fills, marked := map[string]status.Status{}, map[string]status.Status{}
	for cell := range s.Cells() {
		if cell.Kind != grid.Text || cell.Covered() || len(cell.Text) > 1800 {
			continue
		}
		size, paired, explains := glance(cell.Text)
		if size > 5 && explains && strings.ContainsAny(cell.Text, puttable) {
			for _, m := range signed.FindAllStringSubmatch(cell.Text, -1) {
				marked[m[2]] = g.Cell(m[1]).Status // one that nobody understands is no word for done
			}
		}
		if size > 5 && (paired || explains) {
			add(cell.Text)
		}
		if size > 5 {
			addCodes(g, means, cell.Text)
		}
		if size > longestPair {
			continue
		}
		if (paired || size > 2 && opensWithSign(g, cell.Text)) && len(pairs) < mostPairs {
			pairs = append(pairs, cell.Text)
		}
		fill := cell.Fill()
		if swatch := s.Cell(cell.At().Row(), cell.At().Col()-1); cell.At().Col() > 1 {
			named := status.IsSymbol(swatch.Text)
			if fill == "" && (named || swatch.IsEmpty()) {
				fill = swatch.Fill()
			}
			if named && len(pairs) < mostPairs {
				pairs = append(pairs, swatch.Text+"："+cell.Text) // 绿灯 | 完成
			}
		}
		if fill != "" && size <= 10 {
			if stands := g.Cell(afterColon(cell.Text)).Status; stands != status.NoStatus {
				fills[fill] = stands
			}
		}
	}
	if len(pairs) > 1 {
		add(strings.Join(pairs, "；"))
	}
	if len(fills) > 1 {
		for fill, stands := range fills {
			means["#"+fill] = stands
		}
	}
	maps.DeleteFunc(marked, func(sign string, _ status.Status) bool { _, known := means[sign]; return known })
	maps.Copy(means, marked)
	if len(means) == 0 {
		return nil
	}
	return means
}

// addCodes adds what a text says that letters and short words stand for. What the legend holds already
// keeps its meaning.
func addCodes(g *status.Grammar, means map[string]status.Status, text string) {
	for code, stands := range g.Codes(text) {
		if _, known := means[code]; !known {
			means[code] = stands
		}
	}
}

// glance counts the characters of a text and reports whether one of them may stand between a symbol
// and its meaning, and whether another stands in what says a meaning.
func glance(text string) (size int, paired, explains bool) {
	for _, r := range text {
		size++
		switch r {
		case '：', ':', '=', '＝', '—':
			paired = true
		case '表', '为', '是', '指', '●', '○', '◐', '★', '▲', '△', '◎', '√', '×':
			explains = true
		}
	}
	return size, paired, explains
}

// opensWithSign reports whether a short text is a sign and the status that it stands for: ◐ 在做.
func opensWithSign(g *status.Grammar, text string) bool {
	sign, size := utf8.DecodeRuneInString(text)
	return (sign < 0x4E00 || sign > 0x9FFF) && status.IsSymbol(text[:size]) && g.Meaning(text[size:]) != status.NoStatus
}

// mayExplain is a quick look: whether a text holds a sign, a colour, a quoted word or an equation, as
// legends do and answers seldom.
func mayExplain(text string) bool {
	capital := false
	for i, r := range text {
		switch r {
		case '●', '○', '◐', '◑', '◎', '★', '☆', '▲', '△', '▼', '◆', '◇', '■', '□', '√', '×', '✓', '✔', '✗', '✘', '☑', '⊙', '①', '②',
			'红', '黄', '绿', '蓝', '灰', '橙', '紫', '甲', '=', '＝', '“', '"', '「', '『', '填':
			return true
		case '表', '代', '图':
			if rest := text[i:]; strings.HasPrefix(rest, "表示") || strings.HasPrefix(rest, "代表") || strings.HasPrefix(rest, "图例") {
				return true
			}
		}
		capital = capital || r >= 'A' && r <= 'Z'
	}
	return capital && (lettered.MatchString(text) || letters.MatchString(text))
}

func afterColon(text string) string {
	if i := strings.IndexAny(text, ":：=＝—"); i >= 0 {
		return strings.TrimLeft(text[i:], ":：=＝— ")
	}
	return text
}

const (
	longestPair = 14 // characters of a sign with its meaning
	mostPairs   = 60
)
