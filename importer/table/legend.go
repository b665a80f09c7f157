package table

import (
	"maps"
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// Legend returns what a sheet says that symbols, words and colours mean, nil for nothing.
func (r *Reader) Legend(s *grid.Sheet) map[string]status.Status { return r.legend(s) }

// legend reads what symbols, words and colours mean on the sheet: in one text, in cells side by
// side or under each other, or by the colour that each status is shown in.
func (r *Reader) legend(s *grid.Sheet) map[string]status.Status {
	legend := map[string]status.Status{}
	add := func(text string) {
		if len(text) < 8 || len(text) > 1800 || !mayExplain(text) {
			return
		}
		if strings.ContainsAny(text, "—－-") {
			text = dashes.ReplaceAllString(text, "：")
		}
		for symbol, stands := range r.known.Status.Legend(text) {
			legend[symbol] = stands
		}
		if strings.ContainsAny(text, "“\"「『") {
			for _, m := range explained.FindAllStringSubmatch(text, -1) {
				if stands := r.known.Status.Cell(m[2]).Status; stands != status.NoStatus {
					legend[fold.Key(m[1])] = stands
				}
			}
		}
		if !strings.ContainsAny(text, "=＝") && !lettered.MatchString(text) {
			return
		}
		words := map[string]status.Status{}
		for _, m := range equated.FindAllStringSubmatch(text, -1) {
			stands := r.known.Status.Meaning(m[3])
			if stands == status.NoStatus {
				stands = r.known.Status.Cell(m[3]).Status // W＝完事
			}
			if stands != status.NoStatus {
				words[fold.Key(m[1]+m[2])] = stands
			}
		}
		if len(words) > 1 {
			maps.Copy(legend, words)
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
				marked[m[2]] = r.known.Status.Cell(m[1]).Status // one that nobody understands is no word for done
			}
		}
		if size > 5 && (paired || explains) {
			add(cell.Text)
		}
		if size > 5 {
			r.addCodes(legend, cell.Text)
		}
		if size > longestPair {
			continue
		}
		if (paired || size > 2 && r.opensWithSign(cell.Text)) && len(pairs) < mostPairs {
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
			if stands := r.known.Status.Cell(afterColon(cell.Text)).Status; stands != status.NoStatus {
				fills[fill] = stands
			}
		}
	}
	if len(pairs) > 1 {
		add(strings.Join(pairs, "；"))
	}
	if len(fills) > 1 {
		for fill, stands := range fills {
			legend["#"+fill] = stands
		}
	}
	maps.DeleteFunc(marked, func(sign string, _ status.Status) bool { _, known := legend[sign]; return known })
	maps.Copy(legend, marked)
	if len(legend) == 0 {
		return nil
	}
	return legend
}

// addCodes adds what a text says that letters and short words stand for. What the legend holds already
// keeps its meaning.
func (r *Reader) addCodes(legend map[string]status.Status, text string) {
	for code, stands := range r.known.Status.Codes(text) {
		if _, known := legend[code]; !known {
			legend[code] = stands
		}
	}
}

// signed is what a sign is put for, in the writer's own words: 动过手的打“√”.
var signed = regexp.MustCompile(`([^，。；;、：:（）()\s]{2,20})[的者](?:一律|均|请|就)?(?:打|画|划|标|记|填|写|用)[“"「『]?([` + puttable + `])`)

// puttable are the signs that may be put for something: a text without them says of none.
const puttable = "√✓✔×✗✕○●◎△▲☆★"

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
func (r *Reader) opensWithSign(text string) bool {
	sign, size := utf8.DecodeRuneInString(text)
	return (sign < 0x4E00 || sign > 0x9FFF) && status.IsSymbol(text[:size]) && r.known.Status.Meaning(text[size:]) != status.NoStatus
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

// dashes part a colour from its meaning: 绿色——已完成.
var dashes = regexp.MustCompile(`\s*(?:—{1,2}|－{1,2}|-{2})\s*`)

// explained is a word whose meaning a note states: “达到”指本季度节点按期做到.
var explained = regexp.MustCompile(`[“"「『]([^”"」』]{1,6})[”"」』](?:栏)?\s*(?:指|表示|为|即|是指|是|[=＝：:])([^；;。“"「『]{2,30})`)

// letters are several letters, each with its meaning: A已完成 B推进中.
var letters = regexp.MustCompile(`A\s*[-－—:：.、]?\s*\p{Han}[^A-Z]*B\s*[-－—:：.、]?\s*\p{Han}`)

// lettered is a letter with its meaning behind a space.
var lettered = regexp.MustCompile(`[A-Z]\s+\p{Han}`)

// equated is a word or a letter whose meaning a note gives without marks: 在办=正在推进, A 已办结.
var equated = regexp.MustCompile(`(?:^|[；;。，,、：:\s])(?:([\p{Han}]{1,4}|[A-Z])\s*[=＝]|([A-Z])\s+)\s*([^；;。，,、“"「『=＝(（]{2,20})`)

const (
	longestPair = 14 // characters of a sign with its meaning
	mostPairs   = 60
)

func afterColon(text string) string {
	if i := strings.IndexAny(text, ":：=＝—"); i >= 0 {
		return strings.TrimLeft(text[i:], ":：=＝— ")
	}
	return text
}
