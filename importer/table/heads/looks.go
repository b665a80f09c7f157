package heads

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/values"
)

// LooksLikeHeading reports whether a line is made as a heading is, whatever it says: several
// short, different texts, none of them a value, about as wide as the lines below.
func (r *Reader) LooksLikeHeading(v block.View, line, below int) bool {
	shown, own, known, values := 0, 0, 0, 0
	seen := map[string]bool{}
	statuses := map[status.Status]bool{}
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || v.Across(cell) || v.IsTurned() && isAlone(v, c) {
			continue
		}
		shown++
		if !v.Down(cell) {
			own++
		}
		if cell.Kind != grid.Text {
			return false
		}
		text := strings.TrimSpace(cell.Text)
		if seen[text] && !r.Headed(cell) {
			return false
		}
		seen[text] = true
		if q, _ := heading.Quarter(text); r.Headed(cell) || q != 0 && !fold.Longer(text, LongestBrief) {
			known++
			continue
		}
		if untilWhen.MatchString(text) {
			continue
		}
		if s := r.ShortStatus(text); s != status.NoStatus && utf8.RuneCountInString(text) > 1 {
			statuses[s] = true
			if r.Status.Word(text) != status.NoStatus { // grammar alone finds statuses in headings too
				values++
			}
			continue
		}
		if r.OnlyNames(text) && countsBelow(v, line) {
			continue // 对口科室 over names, in a line under which another column counts
		}
		if r.IsValue(text) || counts(text) || strings.ContainsAny(text, "。；") || tellsDay.MatchString(text) || citesItem.MatchString(text) {
			return false // no heading is a sentence, or names one item
		}
		if fold.Longer(heading.Bracketed.ReplaceAllString(text, ""), heading.Longest) {
			return false
		}
	}
	if values > 0 && len(statuses) < 2 && known == 0 {
		return false
	}
	width := 0
	if below <= v.Last() {
		_, width = v.Shown(below)
	}
	return own >= 2 && 2*shown >= width || known >= 2
}

// isAlone reports whether a row of the sheet that a turned view has as a column shows one cell only: a
// title above the table.
func isAlone(v block.View, row int) bool {
	_, n := block.Whole(v.Grid()).Shown(row)
	return n == 1
}

// What tells of a day, or of one item of the list, and heads nothing: 3月29日发招标公告, 任务14 视频终端换代.
var (
	tellsDay  = regexp.MustCompile(`[0-9]{1,2}月[0-9]{1,2}日\p{Han}{2}`)
	citesItem = regexp.MustCompile(`^(?:(?:任务|事项|清单)\s*[0-9]{1,3}|第\s*[0-9]{1,3}\s*[项条号])[\s：:.．、]*\p{Han}`)
)

// counts reports a text that counts something, or is a sign: 盘点口罩46万只, ∞. No heading does.
func counts(text string) bool {
	if values.Tally.MatchString(text) && !strings.ContainsAny(text, "年月季") {
		return true
	}
	return utf8.RuneCountInString(text) == 1 && !strings.ContainsFunc(text, func(r rune) bool {
		return r >= '①' && r <= '⑳' || unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("#＃№", r)
	})
}

// countsBelow reports whether a column holds three different numbers right below a line in which it has a
// text: 1, 2, 3, 1.1, 1.2, （一）. No row of a table stands above its first, so the line heads it.
func countsBelow(v block.View, line int) bool {
	for c := v.Left(); c <= v.Right(); c++ {
		if head := v.Cell(line, c); head.Kind != grid.Text || values.ItemCount.MatchString(head.Text) {
			continue
		}
		seen := map[string]bool{}
		for below := line + 1; below <= v.Last() && len(seen) < 3; below++ {
			cell := v.Cell(below, c)
			if cell.IsEmpty() || v.Down(cell) {
				continue
			}
			text := strings.TrimSpace(cell.String())
			if seen[text] || !values.ItemCount.MatchString(text) {
				break
			}
			seen[text] = true
		}
		if len(seen) == 3 {
			return true
		}
	}
	return false
}

// untilWhen heads a column that says how things stood at a time: 截至9月底.
var untilWhen = regexp.MustCompile(`^(?:截至|截止)\S{1,10}(?:底|末|止|日|前)?(?:情况|状态|进度)?$`)

// LongestBrief is how many characters a piece of a heading has that parts a merged one.
const LongestBrief = 6
