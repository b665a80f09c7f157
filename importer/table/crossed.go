package table

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// A table may cross requirements with departments: one of them down the page, the other across it.
//
//	清单事项    人事股（牵头）        老龄股
//	公开招聘    推进中｜面试结束      —
//	适老化改造  —                  已完成
//
// It is read as one table a department: the columns that name what is asked, and the department's own.
// What stands in the other departments' columns is hidden from it.

// crossing is a part of a view in which departments stand in one line, each over columns of its own.
type crossing struct {
	view       View
	line       int // in which the departments stand
	head, body int // first line of the heading, first line below it
	end        int
	groups     []group // a department each, from left to right
}

// group is the columns of one department.
type group struct {
	name  grid.Cell   // as it stands first
	bare  string      // the name without what stands behind it
	names []grid.Cell // all cells that hold it: under each quarter, and where the heading is printed again
	cols  []int
}

// crossed lays out a sheet that crosses requirements with departments, as it lies or turned; nil for
// any other.
func (r *Reader) crossed(v View, in Context) (all []layout) {
	if r.known.List == nil || r.known.Names == nil || !r.severalDepartments(v) {
		return nil
	}
	lies, shape := v, Upright
	found := r.crossings(lies, in)
	if found == nil {
		lies, shape = v.turn(), Turned
		found = r.crossings(lies, in)
	}
	for _, c := range found {
		for _, b := range r.tablesOf(c, shape, in) {
			all = append(all, layout{view: b.View, shape: shape, block: b})
		}
	}
	return all
}

// severalDepartments reports whether two cells name two departments: most returns name their own alone.
func (r *Reader) severalDepartments(v View) bool {
	first := ""
	for line := v.top; line <= v.bottom; line++ {
		for c := v.left; c <= v.right; c++ {
			switch name := r.departmentIn(v.Cell(line, c)); {
			case name == "" || name == first:
			case first == "":
				first = name
			default:
				return true
			}
		}
	}
	return false
}

// crossings returns the parts of a view that cross requirements with departments, from top to bottom.
func (r *Reader) crossings(v View, in Context) (all []crossing) {
	for line := v.top; line <= min(v.bottom, v.top+searchedCrossing); line++ {
		c := crossing{view: v, line: line, end: v.bottom}
		if c.groups = r.departmentsAcross(v, line); r.knownOf(c.groups) < 2 || !c.widen(r) {
			continue
		}
		if c.closeAtNext(r); r.isCrossed(&c, in) {
			all = append(all, c)
			line = c.end
		}
	}
	return all
}

// searchedCrossing is within how many lines such a table begins.
const searchedCrossing = 20

// behindName is what stands behind a department's name where it heads a column: （牵头）, 进展情况.
var behindName = regexp.MustCompile(`(?:\s*[（(【\[][^（）()]{1,12}[)）】\]]|[:：]|[（(]?(?:牵头|主办|主责|负责|配合|协办|参与)[)）]?|(?:的|填)?(?:办理|推进|工作|完成|落实)?(?:进展|进度|情况|填报|反馈|答复))+$`)

// departmentIn returns the department that a heading names, without what stands behind its name; "" for
// none. Of a name that ends in a bracket the bracket may be a part.
func (r *Reader) departmentIn(cell grid.Cell) string {
	if cell.Kind != grid.Text || len(cell.Text) > longestDepartment*utf8.UTFMax {
		return ""
	}
	text := cell.Text
	if strings.ContainsAny(text, " \u3000\t\r\n") {
		text = strings.Join(strings.Fields(text), "")
	}
	switch {
	case text == "" || utf8.RuneCountInString(text) > longestDepartment || strings.ContainsAny(text, "、，,;；/"):
		return ""
	case r.known.Names(text):
		return text
	}
	if last, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(endsBehindName, last) {
		return ""
	}
	if name := behindName.ReplaceAllString(text, ""); name != "" && r.known.Names(name) {
		return name
	}
	return ""
}

// endsBehindName are the last characters of what behindName takes off: most cells end in none of them.
const endsBehindName = ")）】]:：头办责合与展度况报馈复"

// longestDepartment is how many characters a department's name has at the most, with what stands behind it.
const longestDepartment = 32

// departmentsAcross returns the departments that stand in a line, each with the columns up to the next
// cell of the line. Left of the first one a column must be left for what is asked.
func (r *Reader) departmentsAcross(v View, line int) (groups []group) {
	open := -1 // the group that goes on over empty cells
	for c := v.left; c <= v.right; c++ {
		cell := v.Cell(line, c)
		switch {
		case cell.IsEmpty() || v.Across(cell):
			if open >= 0 && !v.empty(line, c, c) {
				groups[open].cols = append(groups[open].cols, c)
			}
			continue
		case v.Down(cell):
			open = -1
			continue
		}
		open = -1
		name := r.departmentIn(cell)
		if name == "" && len(groups) > 0 && unitLike.MatchString(strings.TrimSpace(cell.Text)) {
			name = strings.TrimSpace(cell.Text) // a department that the roster lacks, among others
		}
		if name == "" {
			continue
		}
		if c == v.left {
			return nil
		}
		key := fold.Key(name)
		if open = slices.IndexFunc(groups, func(g group) bool { return fold.Key(g.bare) == key }); open < 0 {
			open = len(groups)
			groups = append(groups, group{name: cell, bare: name})
		}
		groups[open].names = append(groups[open].names, cell)
		groups[open].cols = append(groups[open].cols, c)
	}
	return groups
}

// unitLike is a short name that ends as those of departments do.
var unitLike = regexp.MustCompile(`^\p{Han}{1,12}(?:股|科|室|处|所|站|队|馆|院|中心|办|局|校)$`)

// knownOf counts the departments that the roster names.
func (r *Reader) knownOf(groups []group) (n int) {
	for _, g := range groups {
		if r.known.Names(g.bare) {
			n++
		}
	}
	return n
}

// left is the first column of the departments.
func (c *crossing) left() int { return c.groups[0].cols[0] }

// own reports whether a column is a department's.
func (c *crossing) own(col int) bool {
	return slices.ContainsFunc(c.groups, func(g group) bool { return slices.Contains(g.cols, col) })
}

// widen finds the other lines of the heading: one above that parts columns of the same department, and
// those below that label the columns of each. It reports false where columns of one department are
// told apart by nothing.
func (c *crossing) widen(r *Reader) bool {
	v := c.view
	c.head, c.body = c.line, c.line+1
	for col := v.left; col < c.left(); col++ {
		if cell := v.Cell(c.line, col); v.Down(cell) && v.anchorLine(cell) < c.head && c.line-v.anchorLine(cell) < mostHeadRows {
			c.head = v.anchorLine(cell)
		}
	}
	parted := slices.ContainsFunc(c.groups, func(g group) bool { return len(g.names) > 1 })
	if parted && c.head == c.line {
		c.head--
	}
	for c.body <= v.bottom && c.body-c.head < mostHeadRows && c.labels(r, c.body) {
		c.body++
	}
	if !parted {
		return true
	}
	for _, g := range c.groups {
		seen := map[string]bool{}
		for _, cell := range g.names {
			above := v.heads(c.head, v.column(cell))
			if above == "" || seen[above] {
				return false
			}
			seen[above] = true
		}
	}
	return true
}

// heads returns the text of a heading line over a column. A cell heads the empty ones behind it.
func (v View) heads(line, col int) string {
	if line < v.top {
		return ""
	}
	for ; col >= v.left; col-- {
		if cell := v.Cell(line, col); !cell.IsEmpty() {
			return strings.TrimSpace(cell.Text)
		}
	}
	return ""
}

// labels reports whether a line labels the columns of the departments: before them it holds nothing of
// its own, and in each of their columns a short text; the same texts come round.
func (c *crossing) labels(r *Reader, line int) bool {
	v := c.view
	for col := v.left; col < c.left(); col++ {
		if cell := v.Cell(line, col); !cell.IsEmpty() && !v.Down(cell) {
			return false
		}
	}
	seen := map[string]int{}
	wide := false
	for _, g := range c.groups {
		wide = wide || len(g.cols) > 1
		for _, col := range g.cols {
			cell := v.Cell(line, col)
			if cell.IsEmpty() || cell.Kind != grid.Text || fold.Longer(cell.Text, longestBrief+4) || !r.mayLabel(cell) && r.known.Status.Word(cell.Text) == status.NoStatus {
				return false
			}
			seen[fold.Key(cell.Text)]++
		}
	}
	if len(seen) == 1 && !wide {
		return len(r.headings.whole(v.Cell(line, c.left()).Text)) > 0 // 进展 under each
	}
	for _, n := range seen {
		if n < 2 {
			return false
		}
	}
	return wide
}

// closeAtNext ends the part above the next line of departments. One that holds the same names is the
// heading printed once more.
func (c *crossing) closeAtNext(r *Reader) {
	for line := c.body; line <= c.view.bottom; line++ {
		if r.departmentIn(c.view.Cell(line, c.left())) == "" {
			continue
		}
		next := r.departmentsAcross(c.view, line)
		if r.knownOf(next) < 2 {
			continue
		}
		if !slices.EqualFunc(c.groups, next, func(a, b group) bool { return a.bare == b.bare }) {
			c.end = line - 1
			return
		}
		for i := range next {
			c.groups[i].names = append(c.groups[i].names, next[i].names...)
		}
	}
}

// isCrossed reports whether requirements stand before the departments' columns, and answers within them.
func (r *Reader) isCrossed(c *crossing, in Context) bool {
	v := c.view
	items, named, firm := 0, 0, 0
	cells, answers, elsewhere := 0, 0, 0
	for line := c.body; line <= c.end; line++ {
		filled := 0
		for _, g := range c.groups {
			for _, col := range g.cols {
				cell := v.Cell(line, col)
				if cell.IsEmpty() || cell.Covered() || slices.ContainsFunc(g.names, func(name grid.Cell) bool { return name.At() == cell.At() }) {
					continue
				}
				filled++
				if r.known.Words.IsNothing(cell.Text) {
					continue
				}
				cells++
				if in.Legend[cell.Text] != "" || r.answersBriefly(cell) {
					answers++
				}
				if no, how := r.requirement(cell.Text); no != 0 && how != ByShort {
					elsewhere++
				}
			}
		}
		if filled == 0 {
			continue
		}
		asks, no, sure := r.asked(v, line, c.left())
		if !asks {
			continue
		}
		if items++; no {
			named++
		}
		if sure {
			firm++
		}
	}
	if v.turned && (firm == 0 || named < 2) {
		return false // a line of requirements tells such a table from a column of departments
	}
	return named > 0 && 2*named >= items && 2*answers >= cells && answers > 0 && 3*elsewhere <= cells
}

// asked reports whether a line holds anything of its own before the departments' columns, whether that
// names a requirement, and whether by more than a short name.
func (r *Reader) asked(v View, line, to int) (asks, named, firm bool) {
	for col := v.left; col < to; col++ {
		cell := v.Cell(line, col)
		if cell.IsEmpty() || v.Across(cell) || v.Down(cell) {
			continue
		}
		asks = true
		no, how := r.requirement(cell.Text)
		named = named || no != 0 || r.listNumber(cell) != ""
		firm = firm || no != 0 && how != ByShort || r.listNumber(cell) != "" && !wholeLike.MatchString(cell.Text)
	}
	return asks, named, firm
}

// answersBriefly reports whether a cell may be a department's answer: words, a share or a status that is
// more than a sign. A column of ticks may as well say who is responsible.
func (r *Reader) answersBriefly(cell grid.Cell) bool {
	text := strings.TrimSpace(cell.Text)
	if _, share := status.Percent(text); share && cell.Kind == grid.Text {
		return true
	}
	han := 0
	for _, c := range text {
		if isHan(c) {
			han++
		}
	}
	return han >= 2 && cell.Kind == grid.Text && !r.known.Names(text) && duties[text] == 0
}

// duties are what a table of who is responsible holds.
var duties = map[string]int{"牵头": 1, "配合": 1, "主办": 1, "协办": 1, "负责": 1, "主责": 1, "参与": 1, "责任": 1, "会办": 1}
