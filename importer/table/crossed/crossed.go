// Package crossed reads tables that cross requirements with departments, one of them down the page and
// the other across it, as one table a department.
package crossed

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/memo"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/cards"
	"taizhang/importer/table/columns"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heads"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
	"taizhang/importer/table/values"
)

// Reader finds such tables. It is safe for use by several goroutines.
type Reader struct {
	*known.Facts
	heads   *heads.Reader
	cards   *cards.Reader
	content *content.Reader
	columns *columns.Reader
	named   memo.Texts[string] // the departments that short cells name
}

// New returns a reader that finds such tables by what is known.
func New(k *known.Facts) *Reader {
	return &Reader{Facts: k, heads: heads.New(k), cards: cards.New(k), content: content.New(k), columns: columns.New(k)}
}

// A table may cross requirements with departments: one of them down the page, the other across it.
//
//	清单事项    人事股（牵头）        老龄股
//	公开招聘    推进中｜面试结束      —
//	适老化改造  —                  已完成
//
// It is read as one table a department: the columns that name what is asked, and the department's own.
// What stands in the other departments' columns is hidden from it.

// Page is what is known of a sheet beside itself: whose it is, and what its signs mean.
type Page struct {
	File, Department string
	Legend           map[string]status.Status
}

// crossing is a part of a view in which departments stand in one line, each over columns of its own.
type crossing struct {
	view       block.View
	line       int // in which the departments stand
	head, body int // first line of the heading, first line below it
	end        int
	groups     []group // a department each, from left to right
}

// Tables returns the tables of a sheet that crosses requirements with departments, as it lies or turned;
// nil for any other.
func (r *Reader) Tables(v block.View, in Page) (all []*block.Block) {
	if r.List == nil || r.Names == nil || !r.severalDepartments(v) {
		return nil
	}
	lies, shape := v, block.Upright
	found := r.crossings(lies, in)
	if found == nil {
		lies, shape = v.Turn(), block.Turned
		found = r.crossings(lies, in)
	}
	for _, c := range found {
		all = append(all, r.tablesOf(c, shape, in)...)
	}
	return all
}

// crossings returns the parts of a view that cross requirements with departments, from top to bottom.
func (r *Reader) crossings(v block.View, in Page) (all []crossing) {
	for line := v.First(); line <= min(v.Last(), v.First()+searchedCrossing); line++ {
		c := crossing{view: v, line: line, end: v.Last()}
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

// isCrossed reports whether requirements stand before the departments' columns, and answers within them.
func (r *Reader) isCrossed(c *crossing, in Page) bool {
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
				if r.Words.IsNothing(cell.Text) {
					continue
				}
				cells++
				if in.Legend[cell.Text] != "" || r.answersBriefly(cell) {
					answers++
				}
				if no, how := r.Requirement(cell.Text); no != 0 && how != list.ByShort {
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
	if v.IsTurned() && (firm == 0 || named < 2) {
		return false // a line of requirements tells such a table from a column of departments
	}
	return named > 0 && 2*named >= items && 2*answers >= cells && answers > 0 && 3*elsewhere <= cells
}

// asked reports whether a line holds anything of its own before the departments' columns, whether that
// names a requirement, and whether by more than a short name.
func (r *Reader) asked(v block.View, line, to int) (asks, named, firm bool) {
	for col := v.Left(); col < to; col++ {
		cell := v.Cell(line, col)
		if cell.IsEmpty() || v.Across(cell) || v.Down(cell) {
			continue
		}
		asks = true
		no, how := r.Requirement(cell.Text)
		named = named || no != 0 || r.ListNumber(cell) != ""
		firm = firm || no != 0 && how != list.ByShort || r.ListNumber(cell) != "" && !values.Number.MatchString(cell.Text)
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
		if values.IsHan(c) {
			han++
		}
	}
	return han >= 2 && cell.Kind == grid.Text && !r.Names(text) && duties[text] == 0
}

// duties are what a table of who is responsible holds.
var duties = map[string]int{"牵头": 1, "配合": 1, "主办": 1, "协办": 1, "负责": 1, "主责": 1, "参与": 1, "责任": 1, "会办": 1}
