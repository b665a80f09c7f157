package rows

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/returns/prose"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// furniture returns why a line below the heading is no row of data, "" where it is one.
// notes reports that the lines above were notes already: what follows them is too.
func (t *reading) furniture(line int, notes bool) returns.Reason {
	if t.IsHeading(line) {
		return returns.RepeatedHeading
	}
	first, filled := t.Shown(line)
	switch {
	case t.isSigned(line):
		return returns.Signature
	case t.isTotal(first):
		return returns.Total
	case filled == 1 && (t.Words.IsNote(first.Text) || t.isLegendPiece(first.Text) || t.explainsSign(line, first)):
		return returns.Note
	case filled == 2 && t.Sheet.Signs.Explained(table.SignPair(t.Sheet.Grid, first.At().Row())) > 0 && t.Sheet.Signs[fold.Key(first.Text)] > 1 && t.endsTable(line):
		return returns.Note
	case filled == 1 && notes || t.isLegendLine(line, first, filled):
		return returns.Note
	case t.isSampleRow(line):
		return returns.Note
	case filled == 1 && t.isBanner(line, first):
		return returns.GroupTitle
	case filled == 1 && t.spans(line, first) && len(t.Grammar.Legend(first.Text)) > 0:
		return returns.Note
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
	if t.isLikeTopic(first) {
		return true
	}
	if !t.spans(line, first) || t.Shape != "upright" || fold.Longer(first.Text, longestBanner) {
		return false
	}
	if t.IsTask(first.Text) {
		return true
	}
	if no, how := t.Tables.Requirement(first.Text); no != 0 && how != table.ByShort && !t.isAnswerColumn(first) {
		return true
	}
	bare := prose.WithoutBullet(strings.Trim(t.Title(first.Text), "【】[]：: "))
	if _, ok := t.Plan.Roster.Find(bare, period.Quarter{}); ok {
		return true
	}
	return t.bannerStatus(first.Text) != status.NoStatus && (t.Across(next) || !t.isAnswerColumn(first) || isGroupTitle(first.Text))
}

// isLikeTopic reports a cell that begins with the sign that the table's topic begins with: what stands below it
// is another matter's, whether the list has that or not.
func (t *reading) isLikeTopic(first grid.Cell) bool {
	sign := table.Bullet(t.Topic.Text)
	return sign != "" && table.Bullet(first.Text) == sign && t.Shape == table.Upright
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
	text = plainSigns.Replace(text)
	sign, stands, ok := strings.Cut(text, ":")
	if !ok {
		sign, stands, ok = strings.Cut(text, "=")
	}
	sign = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(sign), "灯"), "色")
	_, known := t.Sheet.Legend[sign]
	return ok && known && t.Grammar.Cell(stands).Status != status.NoStatus
}

// explainsSign reports whether a line is nothing but signs that the sheet uses, each with its words. One sign
// alone explains below the table only: above rows it titles them.
func (t *reading) explainsSign(line int, first grid.Cell) bool {
	n := t.Sheet.Signs.Explained(first.Text)
	return n > 1 || n == 1 && t.endsTable(line)
}

var plainSigns = strings.NewReplacer("：", ":", "︰", ":", "＝", "=")

// isLegendLine reports whether a line is one of the lines of the sheet's legend, its sign and its
// meaning in cells of their own (绿灯 | 完成), or what stands over them (灯号说明：).
func (t *reading) isLegendLine(line int, first grid.Cell, filled int) bool {
	if len(t.Sheet.Legend) == 0 {
		return false
	}
	if filled == 1 && explainsSigns.MatchString(first.Text) {
		below, n := t.Shown(line + 1)
		return n == 1 && t.isLegendPiece(below.Text) || t.isLegendLine(line+1, below, n)
	}
	if filled == 1 && t.isSwatch(first) || t.isSwatchLine(line) {
		return t.endsTable(line)
	}
	beside := t.Cell(line, first.At().Col()+1)
	return filled == 2 && status.IsSymbol(first.Text) && t.isLegendPiece(first.Text+"："+beside.Text)
}

// isSwatch reports whether a cell shows the colour by which the sheet's legend knows the status that it names, in
// itself or in the empty cell before it.
func (t *reading) isSwatch(cell grid.Cell) bool {
	if fold.Longer(cell.Text, longestSwatch) {
		return false
	}
	fill := cell.Fill()
	if at := cell.At(); fill == "" && at.Col() > 1 {
		fill = t.Grid().Cell(at.Row(), at.Col()-1).Fill()
	}
	stands, known := t.Sheet.Legend["#"+fill]
	return fill != "" && known && t.Grammar.Cell(cell.Text).Status == stands
}

// isSwatchLine reports whether a line shows several colours side by side, each with its word in it, of which the
// legend knows two at the least: 颜色说明： | 已办结 | 在办 | 滞后.
func (t *reading) isSwatchLine(line int) bool {
	fills, known := map[string]bool{}, 0
	for c := t.Left(); c <= t.Right(); c++ {
		cell := t.Cell(line, c)
		fill := cell.Fill()
		switch {
		case cell.IsEmpty() || cell.Covered(), len(fills) == 0 && explainsSigns.MatchString(cell.Text):
			continue
		case fill == "" || fills[fill] || fold.Longer(cell.Text, longestSwatch):
			return false
		}
		fills[fill] = true
		if t.isSwatch(cell) {
			known++
		}
	}
	return known >= 2
}

// longestSwatch is how many characters such a cell has at the most.
const longestSwatch = 10

// endsTable reports whether no line of the table below one holds more than a piece of a legend: a coloured
// status over rows is what they are.
func (t *reading) endsTable(line int) bool {
	for below := line + 1; below <= t.End; below++ {
		if _, n := t.Shown(below); n > 2 {
			return false
		}
	}
	return true
}

// explainsSigns is a line that says that signs are explained below it.
var explainsSigns = regexp.MustCompile(`^\s*\p{Han}{0,6}(?:说明|图例|含义|注释)\s*[:：]?\s*$`)

// isTotal reports whether a row is a sum: its first cell says so and nothing else.
func (r *reading) isTotal(cell grid.Cell) bool {
	text := strings.TrimRight(cell.Text, ":：")
	if i := strings.IndexAny(text, "(（"); i > 0 {
		text = text[:i] // 合计（共7项）
	}
	return fold.Key(text) != "" && r.Words.IsTotal(text)
}

// isSigned is isSignature for a line of the block, which is asked about it more than once.
func (t *reading) isSigned(line int) bool {
	if t.Shape != table.Upright {
		return false
	}
	signed, asked := t.signed[line]
	if !asked {
		if t.signed == nil {
			t.signed = map[int]bool{}
		}
		signed = t.topics.IsSignature(t.Sheet.Grid, line)
		t.signed[line] = signed
	}
	return signed
}
