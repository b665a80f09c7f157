package table

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

const (
	longestWithRemark = 80  // and with it
	longestHeading    = 24  // characters of a heading cell without its bracket; a longer one is a sentence
	mostHeadRows      = 3   // rows of a heading
	searchedRows      = 200 // a table begins within so many rows
	searchedHeads     = 40
)

// whole returns the roles that a heading has as a word of the vocabulary, with or without what
// surrounds it.
func (h *headings) whole(heading string) []words.Role {
	if fold.Longer(heading, longestHeading) && (fold.Longer(heading, longestWithRemark) || !strings.ContainsAny(heading, "(（[【") || fold.Longer(bare(heading), longestHeading)) {
		return nil
	}
	return h.known(heading)
}

// headed reports whether a cell is a heading of the vocabulary that helps to know a table by.
// 联系电话 and 填报人 stand in info rows as often.
func (r *Reader) headed(cell grid.Cell) bool {
	if cell.Kind != grid.Text {
		return false
	}
	roles := r.headings.whole(cell.Text)
	if len(roles) == 0 {
		return false
	}
	for _, role := range roles {
		if role == words.Filler {
			return false
		}
	}
	return true
}

func (r *Reader) mayBeRequirement(cell grid.Cell) bool {
	return cell.Kind == grid.Text && (r.headings.of(cell.Text)[words.Requirement] >= knownFrom || r.headings.of(cell.Text)[words.Task] >= knownFrom)
}

// knownHeading returns the first line from..to in which at least two cells are headings of the
// vocabulary, 0 for none.
func (r *Reader) knownHeading(v View, from, to int) int {
	for line := from; line <= min(to, from+searchedRows); line++ {
		if r.headedCells(v, line) >= 2 {
			return line
		}
	}
	return 0
}

// headedCells counts the cells of a line that are headings of the vocabulary; a line that
// holds more than headings and short texts has none.
func (r *Reader) headedCells(v View, line int) int {
	n, sentences := 0, 0
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || v.Across(cell) {
			continue
		}
		if n+sentences == 0 && cell.Kind == grid.Number {
			return 0 // a row that counts itself
		}
		switch {
		case fold.Longer(cell.Text, 2*longestHeading):
			sentences++
		case r.headed(cell):
			n++
		}
	}
	if sentences > n {
		return 0
	}
	return n
}

// looksLikeHeading reports whether a line is made as a heading is, whatever it says: several
// short, different texts, none of them a value, about as wide as the lines below.
func (r *Reader) looksLikeHeading(v View, line, below int) bool {
	shown, own, known, values := 0, 0, 0, 0
	seen := map[string]bool{}
	statuses := map[status.Status]bool{}
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || v.Across(cell) || v.turned && v.isAlone(c) {
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
		if seen[text] && !r.headed(cell) {
			return false
		}
		seen[text] = true
		if q, _ := quarterOf(text); r.headed(cell) || q != 0 && !fold.Longer(text, longestBrief) {
			known++
			continue
		}
		if untilWhen.MatchString(text) {
			continue
		}
		if s := r.shortStatus(text); s != status.NoStatus && utf8.RuneCountInString(text) > 1 {
			statuses[s] = true
			if r.known.Status.Word(text) != status.NoStatus { // grammar alone finds statuses in headings too
				values++
			}
			continue
		}
		if r.names(text) && v.countsBelow(line) {
			continue // 对口科室 over names, in a line under which another column counts
		}
		if r.isValue(text) || counts(text) || strings.ContainsAny(text, "。；") || tellsDay.MatchString(text) || citesItem.MatchString(text) {
			return false // no heading is a sentence, or names one item
		}
		if fold.Longer(bracketed.ReplaceAllString(text, ""), longestHeading) {
			return false
		}
	}
	if values > 0 && len(statuses) < 2 && known == 0 {
		return false
	}
	width := 0
	if below <= v.bottom {
		_, width = v.Shown(below)
	}
	return own >= 2 && 2*shown >= width || known >= 2
}

// isAlone reports whether a row of the sheet that a turned view has as a column shows one cell only: a
// title above the table.
func (v View) isAlone(row int) bool {
	_, n := whole(v.sheet).Shown(row)
	return n == 1
}

// What tells of a day, or of one item of the list, and heads nothing: 3月29日发招标公告, 任务14 视频终端换代.
var (
	tellsDay  = regexp.MustCompile(`[0-9]{1,2}月[0-9]{1,2}日\p{Han}{2}`)
	citesItem = regexp.MustCompile(`^(?:(?:任务|事项|清单)\s*[0-9]{1,3}|第\s*[0-9]{1,3}\s*[项条号])[\s：:.．、]*\p{Han}`)
)

// counts reports a text that counts something, or is a sign: 盘点口罩46万只, ∞. No heading does.
func counts(text string) bool {
	if tallyWords.MatchString(text) && !strings.ContainsAny(text, "年月季") {
		return true
	}
	return utf8.RuneCountInString(text) == 1 && !strings.ContainsFunc(text, func(r rune) bool {
		return r >= '①' && r <= '⑳' || unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("#＃№", r)
	})
}

// shortStatus returns the status that a short text is, by a word of the vocabulary or by grammar.
func (r *Reader) shortStatus(text string) status.Status {
	if s := r.known.Status.Word(text); s != status.NoStatus || fold.Longer(text, 6) || !r.known.Status.Is(text) {
		return s
	}
	return r.known.Status.Cell(text).Status
}

// isValue reports whether a short text is an answer or names something, and is no heading.
func (r *Reader) isValue(text string) bool {
	if wholeLike.MatchString(text) || phoneLike.MatchString(text) || strings.Contains(text, "/") && isEvidence(text) && !strings.HasSuffix(text, "材料") {
		return true
	}
	if period.IsDate(text, r.known.Year) || r.names(text) {
		return true
	}
	if _, ok := status.Percent(text); ok {
		return true
	}
	no, how := r.requirement(text)
	return no != 0 && how != ByShort || r.known.Words.IsNothing(text)
}

// names reports whether a text is nothing but names of departments.
func (r *Reader) names(text string) bool { return r.known.Names != nil && r.known.Names(text) }

// countsBelow reports whether a column holds three different numbers right below a line in which it has a
// text: 1, 2, 3, 1.1, 1.2, （一）. No row of a table stands above its first, so the line heads it.
func (v View) countsBelow(line int) bool {
	for c := v.left; c <= v.right; c++ {
		if head := v.Cell(line, c); head.Kind != grid.Text || itemCount.MatchString(head.Text) {
			continue
		}
		seen := map[string]bool{}
		for below := line + 1; below <= v.bottom && len(seen) < 3; below++ {
			cell := v.Cell(below, c)
			if cell.IsEmpty() || v.Down(cell) {
				continue
			}
			text := strings.TrimSpace(cell.String())
			if seen[text] || !itemCount.MatchString(text) {
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

// itemCount is a number by which a table counts its rows.
var itemCount = regexp.MustCompile(`^\s*[（(]?(?:[0-9]{1,3}(?:[.．\-][0-9]{1,3}){0,2}|[一二三四五六七八九十]{1,3})[)）]?[.．、]?\s*$`)

// countsColumns reports whether a line counts the columns of the table, from the first one on:
// ① | ② | ③, 甲 | 1 | 2 | 3. Signs under some of them may as well be statuses.
func (v View) countsColumns(line int) bool {
	n := 0
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() && n == 0 {
			return false
		}
		if cell.IsEmpty() || v.Across(cell) {
			continue
		}
		if n++; !columnCount.MatchString(strings.TrimSpace(cell.Text)) {
			return false
		}
	}
	return n >= leastShaped && 2*n > v.right-v.left+1
}

// columnCount is what counts a column.
var columnCount = regexp.MustCompile(`^(?:[①-⑳]|[(（]?[0-9]{1,2}[)）]?|[甲乙丙丁戊]|[A-Z]|栏次)$`)

// isLabelLine reports whether a line states something of the table: 填报单位：办公室.
func (r *Reader) isLabelLine(v View, line int) bool {
	labels, n := 0, 0
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if v.Down(cell) && !cell.IsEmpty() && !v.Across(cell) {
			n++ // a heading beside the lowest row of a group: 结果 | 日期 below 销号
		}
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		n++
		head, _, colon := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
		if r.known.Words.Label(head) != "" && (colon || !r.headed(cell)) {
			labels++
		}
	}
	return labels > 0 && 2*labels >= n
}

// head is a heading of a table: its first line, and the first line below it.
type head struct{ first, body int }

// knownHead widens a known heading line to all rows of the heading: a cell that reaches down
// from above begins it, and rows of headings or under such cells go on with it.
func (r *Reader) knownHead(v View, line int, anchors map[int]int, below bool) head {
	h := head{line, line + 1}
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || !v.Down(cell) || fold.Longer(cell.Text, longestHeading) {
			continue
		}
		if first := v.anchorLine(cell); first < h.first && line-first < mostHeadRows {
			h.first = first
		}
	}
	for h.first > v.top && line-h.first < mostHeadRows-1 && r.groupsColumns(v, h.first-1, h.first, below) {
		h.first--
	}
	for h.body <= v.bottom && h.body-h.first < mostHeadRows && anchors[h.body] == 0 && r.continuesHeading(v, h.body) {
		h.body++
	}
	return h
}

// groupsColumns reports whether a line above a heading groups its columns: it has several
// cells, some of them merged over more than one column, none as wide as the table.
func (r *Reader) groupsColumns(v View, line, below int, inTable bool) bool {
	if r.isLabelLine(v, line) {
		return false
	}
	cells, wide := 0, false
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() {
			continue
		}
		if v.Across(cell) {
			wide = true
			continue
		}
		if cell.Kind != grid.Text || fold.Longer(cell.Text, longestHeading) || r.isValue(cell.Text) {
			return false
		}
		cells++
	}
	_, n := v.Shown(below)
	return wide && cells >= 2 || !inTable && cells >= 2 && 2*cells >= n && r.headedCells(v, line) >= 1
}

func (v View) anchorLine(cell grid.Cell) int {
	if v.turned {
		return cell.Anchor().Col()
	}
	return cell.Anchor().Row()
}

// continuesHeading reports whether a line still belongs to the heading above it: a heading cell
// reaches down into it, or it is made of headings itself.
func (r *Reader) continuesHeading(v View, line int) bool {
	reached, filled, known, plain, grouped, brief := false, 0, 0, 0, 0, 0
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		if cell.IsEmpty() || v.Across(cell) {
			continue
		}
		if v.Down(cell) {
			reached = true
			continue
		}
		filled++
		if cell.Kind != grid.Text || fold.Longer(cell.Text, longestHeading) {
			continue
		}
		if !fold.Longer(cell.Text, longestBrief) {
			brief++
		}
		if above := v.Cell(line-1, c); !above.IsEmpty() && (v.Across(above) || v.Across(v.Cell(line-1, c+1)) && v.Cell(line-1, c+1).Anchor() == above.Anchor()) {
			grouped++
		}
		switch {
		case len(r.headings.whole(cell.Text)) > 0 || r.known.Status.Word(cell.Text) != status.NoStatus:
			known++
		case !r.isValue(cell.Text):
			plain++
		}
	}
	if filled == 0 {
		return reached
	}
	if known+plain < filled {
		return false
	}
	return known == filled && (reached || known >= 2) || reached && (known > 0 || grouped == filled) || grouped >= 2 && brief == filled
}

// untilWhen heads a column that says how things stood at a time: 截至9月底.
var untilWhen = regexp.MustCompile(`^(?:截至|截止)\S{1,10}(?:底|末|止|日|前)?(?:情况|状态|进度)?$`)

// longestBrief is how many characters a piece of a heading has that parts a merged one.
const longestBrief = 6

// shapedHead looks upward from the first line that names a requirement for a heading that no
// vocabulary knows; ok is false where there is none. first is where the lines of the table
// begin without one.
func (r *Reader) shapedHead(v View, from, anchor int) (h head, first int, ok bool) {
	first = anchor
	counted := 0 // a line below the heading that counts its columns
	for line := anchor - 1; line >= max(from, anchor-searchedHeads); line-- {
		if v.Blank(line) {
			if line < anchor-1 && first == line+1 {
				break
			}
			continue
		}
		if r.isLabelLine(v, line) {
			break
		}
		if v.countsColumns(line) {
			first, counted = line, line
			continue
		}
		if r.looksLikeHeading(v, line, first) {
			h = r.knownHead(v, line, nil, false)
			h.body = max(line+1, counted+1, min(h.body, anchor))
			return h, max(first, h.body), true
		}
		if _, n := v.Shown(line); n < 2 {
			if first == anchor || line < first-2 {
				continue // a banner or a note between heading and rows
			}
			break
		}
		first = line
	}
	if counted != 0 {
		return head{counted, counted + 1}, counted + 1, true // nothing else heads the columns
	}
	return head{}, first, false
}
