package table

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// repeats reports whether a line prints the heading once more, as after a page break.
func (b *Block) repeats(line int) bool {
	same := 0
	for c := b.left; c <= b.right; c++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() || b.Across(cell) || b.Down(cell) {
			continue
		}
		joined, _ := b.headingText(c)
		if key := fold.Key(cell.Text); key == "" || !strings.Contains(fold.Key(joined), key) {
			return false
		}
		same++
	}
	return same >= 2
}

// IsHeading reports whether a line below the heading prints it once more.
func (b *Block) IsHeading(line int) bool {
	return slices.Contains(b.repeated, line) || b.Head < b.Body && b.repeats(line)
}

// preamble returns the first line of what belongs to the heading at line head: the titles and
// info lines right above it, but no line of the table before.
func (r *Reader) preamble(last *Block, head int) int {
	top := head
	for above := head - 1; above >= last.Body; above-- {
		first, n := last.Shown(above)
		switch {
		case n == 0:
		case n > 1 && !r.isLabelLine(last.View, above):
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
	return r.known.Words.IsNote(s)
}

// isSigned reports a line of signatures that says nothing of whose the table is.
func (r *Reader) isSigned(v View, line int) bool {
	if !r.isLabelLine(v, line) {
		return false
	}
	for _, cell := range v.Filled(line) {
		head, _, _ := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
		if l := r.known.Words.Label(head); l == words.Whose || l == words.When {
			return false
		}
	}
	return true
}

// speaks reports whether lines name whose a table is, or when.
func (r *Reader) speaks(v View, top, head int) bool {
	for line := top; line < head; line++ {
		for _, cell := range v.Filled(line) {
			if q, _ := quarterOf(cell.Text); q != 0 || r.known.Mentions != nil && r.known.Mentions(cell.Text) {
				return true
			}
			label, _, _ := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
			if l := r.known.Words.Label(label); l == words.Whose || l == words.When {
				return true
			}
		}
	}
	return false
}

// goesOn lets a table without a heading take those of the table before it, where it is as wide.
func (b *Block) goesOn(before *Block) {
	if before == nil || before.Shape != b.Shape || len(before.Columns) == 0 {
		return
	}
	if w := before.right - before.left; b.right-b.left > w+1 || b.right-b.left < w-3 {
		return
	}
	b.Continues = true
	for i := range b.Columns {
		col := &b.Columns[i]
		if other := before.Column(col.Col - b.left + before.left); other != nil {
			col.Heading, col.Upper, col.Quarter, col.Month, col.Tick = other.Heading, other.Upper, other.Quarter, other.Month, other.Tick
		}
	}
}

// continuation takes a sheet on which nothing names a requirement for the rest of the table
// before it, where widths and kinds of columns agree.
func (r *Reader) continuation(v View, before *Block) *Block {
	b := &Block{View: v, Shape: before.Shape, Top: v.top, Head: v.top, Body: v.top, End: v.bottom}
	b.columnsOf(r)
	b.goesOn(before)
	if !b.Continues {
		return nil
	}
	agree := 0
	for i := range b.Columns {
		col := &b.Columns[i]
		other := before.Column(col.Col - b.left + before.left)
		if other == nil {
			continue
		}
		k := r.contentOf(b, col.Col)
		switch other.Role {
		case words.Number, words.Requirement, words.Status, words.Percent, words.Completed, words.Department, words.Due:
			if k.n >= 1 && k.judge(other.Role, r.known.List == nil) >= 0.6 {
				agree++
			}
		}
	}
	if agree < 2 {
		return nil
	}
	return b
}

// byNumbers is numbered as a list of tables.
func (r *Reader) byNumbers(l layout) []*Block {
	if b := r.numbered(l); b != nil {
		return []*Block{b}
	}
	return nil
}

// numbered finds a table whose rows name requirements by the list's numbers only.
func (r *Reader) numbered(l layout) *Block {
	v := l.view
	for c := v.left; c <= v.right && r.known.List != nil; c++ {
		first, n, other, named := 0, 0, 0, 0
		for line := v.top; line <= min(v.bottom, v.top+mostLines); line++ {
			cell := v.Cell(line, c)
			if cell.IsEmpty() || cell.Covered() {
				continue
			}
			switch {
			case r.isNumber(cell):
				n += len(Cited(cell.Text))
				if first == 0 {
					first = line
				}
			case first != 0 && utf8.RuneCountInString(cell.Text) <= shortTo:
				named++ // perhaps by its name alone: 热线
			case first != 0:
				other++
			}
		}
		headed := r.numberAbove(v, first, c)
		if !headed {
			other += named
		}
		alone := n == 1 && headed && strings.TrimSpace(v.Cell(first, c).Text) != "1" // a single 1 counts the row
		if n < 2 && !alone || other > n/3 || named > n {
			continue
		}
		b := &Block{View: v, Shape: l.shape, Top: v.top, End: v.bottom}
		h, body, ok := r.shapedHead(v, v.top, first)
		if !ok {
			h = head{body, body}
		}
		b.Head, b.Body = h.first, h.body
		b.columnsOf(r)
		return b
	}
	return nil
}

// numberAbove reports whether a heading asks for a number right above a line, or above a sample.
func (r *Reader) numberAbove(v View, line, c int) bool {
	for up := line - 1; up >= max(v.top, line-2); up-- {
		if r.headings.of(v.Cell(up, c).Text).best(words.Number) >= neutral {
			return true
		}
	}
	return false
}

// numberNamed is a number with its name in a bracket: 3（毕业生台账）.
var numberNamed = regexp.MustCompile(`^第?([0-9]{1,3})[项条号]?\s*[（(]([^（()）]{2,40})[)）]$`)

// isNumber reports whether a cell holds a number of the list, or cites several: 7, 第7项, 10-11.
func (r *Reader) isNumber(cell grid.Cell) bool {
	if m := numberNamed.FindStringSubmatch(strings.TrimSpace(cell.Text)); m != nil && Cited(cell.Text) == nil {
		return r.known.List.Named(m[1], m[2]) != 0
	}
	for _, n := range Cited(cell.Text) {
		if !r.known.List.Has(n) {
			return false
		}
	}
	return len(Cited(cell.Text)) > 0
}
