package find

import (
	"strings"

	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// preamble returns the first line of what belongs to the heading at line head: the titles and
// info lines right above it, but no line of the table before.
func (r *Reader) preamble(last *block.Block, head int) int {
	top := head
	for above := head - 1; above >= last.Body; above-- {
		first, n := last.Shown(above)
		switch {
		case n == 0:
		case n > 1 && !r.heads.IsLabelLine(last.View, above):
			return top
		case n == 1 && r.isNote(first.Text):
			return top
		case n == 1 && r.isSigned(last.View, above):
			return top
		}
		top = above
	}
	return top
}

// isNote reports whether a text opens like a note: 注：, 填表说明:.
func (r *Reader) isNote(s string) bool {
	return r.Words.IsNote(s)
}

// isSigned reports a line of signatures that says nothing of whose the table is.
func (r *Reader) isSigned(v block.View, line int) bool {
	if !r.heads.IsLabelLine(v, line) {
		return false
	}
	for _, cell := range v.Filled(line) {
		head, _, _ := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
		if l := r.Words.Label(head); l == words.Whose || l == words.When {
			return false
		}
	}
	return true
}

// speaks reports whether lines name whose a table is, or when.
func (r *Reader) speaks(v block.View, top, head int) bool {
	for line := top; line < head; line++ {
		for _, cell := range v.Filled(line) {
			if q, _ := heading.Quarter(cell.Text); q != 0 || r.Mentions != nil && r.Mentions(cell.Text) {
				return true
			}
			label, _, _ := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
			if l := r.Words.Label(label); l == words.Whose || l == words.When {
				return true
			}
		}
	}
	return false
}

// goesOn lets a table without a heading take those of the table before it, where it is as wide.
func goesOn(b *block.Block, before *block.Block) {
	if before == nil || before.Shape != b.Shape || len(before.Columns) == 0 {
		return
	}
	if w := before.Right() - before.Left(); b.Right()-b.Left() > w+1 || b.Right()-b.Left() < w-3 {
		return
	}
	b.Continues = true
	for i := range b.Columns {
		col := &b.Columns[i]
		if other := before.Column(col.Col - b.Left() + before.Left()); other != nil {
			col.Heading, col.Upper, col.Quarter, col.Month, col.Tick = other.Heading, other.Upper, other.Quarter, other.Month, other.Tick
		}
	}
}

// continuation takes a sheet on which nothing names a requirement for the rest of the table
// before it, where widths and kinds of columns agree.
func (r *Reader) continuation(v block.View, before *block.Block) *block.Block {
	b := &block.Block{View: v, Shape: before.Shape, Top: v.First(), Head: v.First(), Body: v.First(), End: v.Last()}
	r.heads.ColumnsOf(b)
	goesOn(b, before)
	if !b.Continues {
		return nil
	}
	agree := 0
	for i := range b.Columns {
		col := &b.Columns[i]
		other := before.Column(col.Col - b.Left() + before.Left())
		if other == nil {
			continue
		}
		k := r.content.Of(b, col.Col)
		switch other.Role {
		case words.Number, words.Requirement, words.Status, words.Percent, words.Completed, words.Department, words.Due:
			if k.N >= 1 && k.Judge(other.Role, r.List == nil) >= 0.6 {
				agree++
			}
		}
	}
	if agree < 2 {
		return nil
	}
	return b
}
