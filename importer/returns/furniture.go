package returns

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// furniture returns why a line below the heading is no row of data, "" where it is one.
// notes reports that the lines above were notes already: what follows them is too.
func (t *reading) furniture(line int, notes bool) Reason {
	if t.IsHeading(line) {
		return RepeatedHeading
	}
	first, filled := t.Shown(line)
	switch {
	case t.isSigned(line):
		return Signature
	case t.isTotal(first):
		return Total
	case filled == 1 && (t.isNote(first.Text) || t.isLegendPiece(first.Text)):
		return Note
	case filled == 1 && notes || t.isLegendLine(line, first, filled):
		return Note
	case t.isSampleRow(line):
		return Note
	case filled == 1 && t.isBanner(line, first):
		return GroupTitle
	case filled == 1 && t.spans(line, first) && len(t.grammar.Legend(first.Text)) > 0:
		return Note
	}
	return ""
}

// isBanner reports whether the one cell of a line titles the rows below it: a task, a
// department or a status by itself, over the table or in its first column.
func (t *reading) isBanner(line int, first grid.Cell) bool {
	next := t.Cell(line, first.At().Col()+1)
	if isGroupTitle(first.Text) && t.spans(line, first) && (t.Across(next) || !t.isAnswerColumn(first)) {
		return true
	}
	if !t.spans(line, first) || t.Shape != "upright" || fold.Longer(first.Text, longestBanner) {
		return false
	}
	if t.isTask(first.Text) {
		return true
	}
	if no, how := t.Reader.tables.Requirement(first.Text); no != 0 && how != table.ByShort && !t.isAnswerColumn(first) {
		return true
	}
	bare := bulletHead.ReplaceAllString(strings.Trim(t.title(first.Text), "【】[]：: "), "")
	if _, ok := t.plan.Roster.Find(bare, period.Quarter{}); ok {
		return true
	}
	return t.bannerStatus(first.Text) != status.NoStatus && (t.Across(next) || !t.isAnswerColumn(first) || isGroupTitle(first.Text))
}

// longestBanner is how many characters a banner has at the most.
const longestBanner = 60

// isSampleRow reports a line that shows how to fill in the form: 例, 示例, （示例）….
func (t *reading) isSampleRow(line int) bool {
	for c := t.Left(); c <= min(t.Right(), t.Left()+2); c++ {
		cell := t.Cell(line, c)
		if cell.Kind == grid.Text && table.ShowsHow(cell.Text) {
			return true
		}
	}
	return false
}

func (t *reading) isAnswerColumn(cell grid.Cell) bool {
	switch t.Role(cell.At().Col()) {
	case words.Progress, words.Status, words.Percent, words.Completed, words.Evidence, words.Requirement:
		return true
	}
	return false
}

// spans reports whether the cell is alone because it reaches over the table, or because
// it stands in the table's first column.
func (t *reading) spans(line int, cell grid.Cell) bool {
	for c := cell.At().Col() + 1; c <= t.Right(); c++ {
		if t.Across(t.Cell(line, c)) {
			return true
		}
	}
	for c := t.Left(); c < cell.At().Col(); c++ {
		if t.Role(c) != "" && t.Role(c) != words.OtherText {
			return false
		}
	}
	return true
}

var groupTitle = regexp.MustCompile(`^\s*([一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）])`)

// subPoint is a point within a requirement or an answer: （2）…, ②….
var subPoint = regexp.MustCompile(`^\s*(?:[(（][0-9]{1,2}[)）]|[①②③④⑤⑥⑦⑧⑨⑩]|[0-9]{1,2}[)）])`)

func isGroupTitle(s string) bool { return groupTitle.MatchString(s) }

// isLegendPiece reports whether a cell says what one colour or sign of the sheet's legend stands for:
// 绿灯：已完成.
func (t *reading) isLegendPiece(text string) bool {
	sign, stands, ok := strings.Cut(plainColon.Replace(strings.ReplaceAll(text, "＝", "=")), ":")
	if !ok {
		sign, stands, ok = strings.Cut(text, "=")
	}
	sign = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(sign), "灯"), "色")
	_, known := t.sheet.Legend[sign]
	return ok && known && t.grammar.Cell(stands).Status != status.NoStatus
}

// isLegendLine reports whether a line is one of the lines of the sheet's legend, its sign and its
// meaning in cells of their own (绿灯 | 完成), or what stands over them (灯号说明：).
func (t *reading) isLegendLine(line int, first grid.Cell, filled int) bool {
	if len(t.sheet.Legend) == 0 {
		return false
	}
	if filled == 1 && explainsSigns.MatchString(first.Text) {
		below, n := t.Shown(line + 1)
		return t.isLegendLine(line+1, below, n)
	}
	beside := t.Cell(line, first.At().Col()+1)
	return filled == 2 && status.IsSymbol(first.Text) && t.isLegendPiece(first.Text+"："+beside.Text)
}

// explainsSigns is a line that says that signs are explained below it.
var explainsSigns = regexp.MustCompile(`^\s*\p{Han}{0,6}(?:说明|图例|含义|注释)\s*[:：]?\s*$`)

// isNote reports whether a text opens like a note: 注：, 填表说明:, 示例.
func (r *Reader) isNote(s string) bool {
	s = strings.TrimLeft(strings.TrimSpace(s), "*＊※（(【[")
	for _, word := range r.words.Notes {
		rest, ok := strings.CutPrefix(s, word)
		if ok && (rest == "" || strings.ContainsRune(":：.．、0123456789１２３４５６７８９)）】 　", []rune(rest)[0])) {
			return true
		}
	}
	return false
}

// isTotal reports whether a row is a sum: its first cell says so and nothing else.
func (r *Reader) isTotal(cell grid.Cell) bool {
	text := strings.TrimRight(cell.Text, ":：")
	if i := strings.IndexAny(text, "(（"); i > 0 {
		text = text[:i] // 合计（共7项）
	}
	return fold.Key(text) != "" && r.words.IsTotal(text)
}
