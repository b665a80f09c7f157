package status

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// Codes reads what letters, figures and short words stand for that a text explains one beside the
// other: W完成 T推进 C常态, 完—已完成，在—正在推进. A sentence or a title may stand before and behind
// them. Codes are folded (fold.Key). It is nil where fewer than two are understood, where all of them
// say the same, and where one has two meanings.
func (g *Grammar) Codes(text string) map[string]Status {
	if len(text) > longestLegend || !mayHoldCodes(text) {
		return nil
	}
	var all map[string]Status
	run := map[string]Status{}
	end := func() {
		if several(run) {
			if all != nil {
				all = map[string]Status{} // two lists of codes: neither speaks for the sheet
			} else {
				all = run
			}
		}
		run = map[string]Status{}
	}
	for _, piece := range codePieces(text) {
		code, means := cutCode(piece)
		if code == "" {
			end()
			continue
		}
		s := g.meaningOfSign(means)
		if s == NoStatus {
			s = g.Cell(means).Status
		}
		key := fold.Key(code)
		if old, again := run[key]; again && old != s {
			return nil
		}
		if s != NoStatus {
			run[key] = s
		}
	}
	end()
	if len(all) == 0 {
		return nil
	}
	return all
}

// several reports whether codes stand for two statuses at least; figures number what an answer tells,
// so that they must be three.
func several(codes map[string]Status) bool {
	stands, figures := map[Status]bool{}, 0
	for code, s := range codes {
		stands[s] = true
		if r, _ := utf8.DecodeRuneInString(code); fold.IsDigit(r) {
			figures++
		}
	}
	return len(stands) > 1 && (figures == 0 || figures > 2)
}

// mayHoldCodes is a quick look: whether two letters or figures, or two links behind a short word, stand
// in a text.
func mayHoldCodes(text string) bool {
	found, since := 0, 0 // since the last mark that parts
	for i, r := range text {
		switch {
		case r == '”', r == '」', r == '』':
			continue
		case partsCodes(r):
			since = 0
			continue
		case r >= 'A' && r <= 'Z', r >= 'Ａ' && r <= 'Ｚ', since == 0 && fold.IsDigit(r) && standsAlone(text[i:]):
			found++
		case since > 0 && since <= longestCode && linksCode(r):
			found++
		}
		if since++; found > 1 {
			return true
		}
	}
	return false
}

// partsCodes reports whether a character parts what stands before it from what stands behind.
func partsCodes(r rune) bool {
	switch r {
	case '，', ',', '、', '；', ';', '。', '（', '(', '）', ')', '【', '】', '[', ']', '“', '"':
		return true
	}
	return unicode.IsSpace(r)
}

// linksCode reports whether a character may stand between a word and what it stands for.
func linksCode(r rune) bool {
	switch r {
	case '—', '－', '-', '–', '=', '＝', ':', '：', '→', '为', '指', '即', '是', '表', '代':
		return true
	}
	return false
}

// standsAlone reports whether a text begins with one figure that is no number of more, no share and no
// number of a line: 2024年, 12%, 3.
func standsAlone(text string) bool {
	_, first := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[first:])
	return !fold.IsDigit(next) && next != '.' && next != '%' && next != '．' && next != '％'
}

// longestCode is how many characters a word has at the most that stands for another.
const longestCode = 2

var (
	aroundLink = regexp.MustCompile(`\s*(—+|－+|-+|–+|=|＝|:|：|→)\s*`)
	spaced     = regexp.MustCompile(`(^|[^A-Za-z0-9])([A-Z])\s+(\p{Han})`)
	lettersIn  = regexp.MustCompile(`[（(]([A-Za-zＡ-Ｚ])[)）]`)
	codeFirst  = regexp.MustCompile(`^[“"'‘「『]?([A-Za-zＡ-Ｚａ-ｚ]|[0-9])[”"'’」』]?(?:—+|－+|-+|–+|=|＝|:|：|→|表示|代表|是指|意为|即为|即|指|为|是)?[“"'‘「『]?(\p{Han}[^A-Za-z0-9“”"]*?)[”"'’」』]?$`)
	wordFirst  = regexp.MustCompile(`^[“"'‘「『]?(\p{Han}{1,2}?)[”"'’」』]?(—+|－+|-+|–+|=|＝|:|：|→|表示|代表|是指|意为|即为|即|指|为|是)[“"'‘「『]?(\p{Han}[^A-Za-z0-9“”"]*?)[”"'’」』]?$`)
	columnOf   = regexp.MustCompile(`^\p{Han}{0,6}(?:栏|列|格|状态|中|里|内)(?:中|里|内|填写?|写|打|用)?([“"'‘「『]?[A-Za-zＡ-Ｚ])`)
	codeLast   = regexp.MustCompile(`^(\p{Han}{2,8}?)的?(?:—+|－+|-+|–+|=|＝|:|：|→|填写|填|用|写|记|标|打|为)?[“"'‘「『]?([A-Za-zＡ-Ｚ])[”"'’」』]?$`)
	noCode     = regexp.MustCompile(`[一二三四五六七八九十年月日季期项条注共]`)
)

// codePieces takes a text apart at its marks, and between letters that stand close together.
func codePieces(text string) []string {
	text = lettersIn.ReplaceAllString(text, "$1")
	text = aroundLink.ReplaceAllString(text, "$1")
	text = spaced.ReplaceAllString(text, "$1$2$3")
	var pieces []string
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("，,、；;。|｜/／（()）【】[]〔〕", r)
	}) {
		pieces = append(pieces, closeLetters(piece)...)
	}
	return pieces
}

// closeLetters takes W完成T推进 apart before each letter, and 完成W推进T behind each.
func closeLetters(piece string) (parts []string) {
	first, _ := utf8.DecodeRuneInString(piece)
	from := 0
	for i, r := range piece {
		switch {
		case !isCapital(r):
		case isCapital(first) && i > from:
			parts, from = append(parts, piece[from:i]), i
		case !isCapital(first) && i > 0 && i+utf8.RuneLen(r) < len(piece):
			if next, _ := utf8.DecodeRuneInString(piece[i+utf8.RuneLen(r):]); strings.ContainsRune("—－-–=＝:：→表代是意即指为”\"", next) {
				continue // 状态：W—完成
			}
			if label := strings.LastIndexAny(piece[:i], ":："); label >= 0 && strings.TrimLeft(piece[label:i], ":：") == "" {
				continue // 状态：W完成
			}
			end := i + utf8.RuneLen(r)
			parts, from = append(parts, piece[from:end]), end
		}
	}
	return append(parts, piece[from:])
}

func isCapital(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'Ａ' && r <= 'Ｚ' }

// cutCode takes a code and its meaning apart, what labels the first of them left out: 状态代码：W完成.
func cutCode(piece string) (code, means string) {
	piece = columnOf.ReplaceAllString(piece, "$1") // 状态栏中F表示办结
	for {
		if m := codeFirst.FindStringSubmatch(piece); m != nil {
			return m[1], m[2]
		}
		if m := wordFirst.FindStringSubmatch(piece); m != nil && !noCode.MatchString(m[1]) && shortWith(m[1], m[2]) {
			return m[1], m[3]
		}
		if m := codeLast.FindStringSubmatch(piece); m != nil {
			return m[2], m[1]
		}
		at := strings.IndexAny(piece, ":：")
		if at < 0 {
			return "", ""
		}
		piece = strings.TrimLeft(piece[at:], ":：")
	}
}

// shortWith reports whether a word is short enough for the link behind it: a label of two characters
// stands before a colon as well (状态：推进中).
func shortWith(word, link string) bool {
	if link == ":" || link == "：" || link == "-" {
		return utf8.RuneCountInString(word) == 1
	}
	return true
}
