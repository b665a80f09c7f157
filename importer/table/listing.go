package table

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// FindList finds the table of a task list on a sheet: under the first heading, known or not,
// below which some column holds requirements and another says who answers for them or by when.
// It returns nil where there is none.
func (r *Reader) FindList(s *grid.Sheet) *Block {
	v := whole(s)
	for line := v.top; line <= min(v.bottom-1, searchedRows); line++ {
		if r.isLabelLine(v, line) && r.headedCells(v, line) < 2 {
			continue
		}
		if r.headedCells(v, line) < 2 && !r.looksLikeHeading(v, line, line+1) {
			continue
		}
		h := r.knownHead(v, line, nil, false)
		b := &Block{View: v, Shape: Upright, Top: v.top, Head: h.first, Body: h.body, End: v.bottom}
		b.columnsOf(r)
		r.classify(b, Context{File: s.File})
		r.askByContent(b)
		if b.isList() {
			return b
		}
	}
	return r.bareList(v)
}

// askByContent gives a list that says who answers the columns that its headings do not name: the texts
// of which each is its own are the requirements (建设内容 and 实事 say nothing by themselves), what
// groups them on their left are tasks, and what counts there are numbers.
func (r *Reader) askByContent(b *Block) {
	tasks, owners, headed := 0, 0, false
	asks := 0
	for i := range b.Columns {
		switch col := &b.Columns[i]; col.Role {
		case words.Requirement:
			asks = max(asks, col.Col)
		case words.Task:
			tasks = max(tasks, col.Filled)
		case words.Department, words.Lead:
			owners = max(owners, col.Filled)
			headed = headed || col.By != ByContent
		}
	}
	if owners == 0 {
		return
	}
	for i := range b.Columns {
		col := &b.Columns[i]
		open := col.Role == words.OtherText || col.Role == words.Department && col.By == ByContent && headed // 修缮展厅两处 ends as a name does
		if asks != 0 || !open || col.Filled < owners || col.Filled <= tasks {
			continue
		}
		if k := r.contentOf(b, col.Col); k.n > 1 && k.distinct >= 0.99 && k.length >= shortFrom && k.person+k.evidence+k.phone+k.date+k.due < 0.5 {
			col.Role, col.By, col.Next = words.Requirement, ByContent, words.OtherText
			asks = col.Col
		}
	}
	for i := range b.Columns {
		if b.Columns[i].Role == words.Task && asks == 0 {
			asks = b.Columns[i].Col
		}
	}
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Role != words.OtherText || col.Col >= asks {
			continue
		}
		switch k := r.contentOf(b, col.Col); {
		case col.Next == words.Requirement || col.Next == words.Task:
			col.Role, col.By = words.Task, ByContent
		case k.n > 1 && k.distinct >= 0.99 && !b.Has(words.Number) && b.countsIn(col.Col):
			col.Role, col.By = words.Number, ByContent
		}
	}
}

// countsIn reports whether the cells of a column are numbers by which a table counts its rows.
func (b *Block) countsIn(c int) bool {
	for line := b.Body; line <= b.End; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !itemCount.MatchString(cell.String()) {
			return false
		}
	}
	return true
}

// isList reports whether the columns are those of a list: what is to be done, and who does it,
// by when, or at least a number or task beside it.
func (b *Block) isList() bool {
	asks, beside := 0, 0
	for i := range b.Columns {
		switch col := &b.Columns[i]; col.Role {
		case words.Requirement, words.Task:
			if col.Filled > 0 {
				asks++
			}
		case words.Department, words.Lead, words.Support, words.Due, words.Number, words.Person:
			beside++
		}
	}
	return asks > 0 && (beside > 0 || asks > 1)
}

// bareList finds a list without a heading: lines of which one column holds different sentences
// and another nothing but names.
func (r *Reader) bareList(v View) *Block {
	for line := v.top; line <= min(v.bottom, searchedHeads); line++ {
		if _, n := v.Shown(line); n < 2 {
			continue
		}
		b := &Block{View: v, Shape: Upright, Top: v.top, Head: line, Body: line, End: v.bottom}
		b.columnsOf(r)
		r.classify(b, Context{File: v.sheet.File})
		if b.Has(words.Requirement) && (b.Has(words.Department) || b.Has(words.Lead)) {
			return b
		}
		return nil
	}
	return nil
}

// Titles returns the texts of lines above the heading that hold one cell.
func (b *Block) Titles() []string {
	var titles []string
	for line := b.top; line < b.Head; line++ {
		if cells := b.Filled(line); len(cells) == 1 {
			titles = append(titles, cells[0].Text)
		}
	}
	return titles
}

// IsHeadingOf reports whether a line prints the heading of a list once more, in part or whole.
func (r *Reader) IsHeadingOf(b *Block, line int) bool {
	if b.IsHeading(line) {
		return true
	}
	n, asks := r.headedCells(b.View, line), false
	for c := b.left; c <= b.right && n >= 2; c++ {
		asks = asks || r.mayBeRequirement(b.Cell(line, c))
	}
	return n >= 2 && asks && !strings.ContainsAny(b.Cell(line, b.left).Text, "0123456789")
}
