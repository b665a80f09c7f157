package table

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// find finds the tables that stand under each other in a view.
func (r *Reader) find(l layout, in Context) []*Block {
	if l.block != nil {
		return []*Block{l.block}
	}
	v := l.view
	var blocks []*Block
	for from := v.top; from <= v.bottom; {
		if len(blocks) == 0 && len(l.anchors) == 0 && from > searchedRows {
			break
		}
		b := r.next(l, from, len(blocks) > 0)
		if b == nil {
			break
		}
		if n := len(blocks); n > 0 {
			last := blocks[n-1]
			if b.Head == b.Body {
				break // what follows belongs to the table above
			}
			b.Top = r.preamble(last, b.Head)
			if last.repeats(b.Head) && !r.speaks(v, b.Top, b.Head) {
				last.repeated = append(last.repeated, b.Head)
				from = b.Body
				continue
			}
			last.End = b.Top - 1
			last.columnsOf(r)
		}
		blocks = append(blocks, b)
		from = b.Body
	}
	for _, b := range blocks {
		b.columnsOf(r)
		for _, cell := range l.topics {
			if line := v.line(cell); line >= b.Top && line < b.Body {
				b.Topic = cell
			}
		}
	}
	if len(blocks) > 0 && blocks[0].Head == blocks[0].Body {
		blocks[0].goesOn(in.Before)
	}
	if len(blocks) == 0 && in.Before != nil {
		if b := r.continuation(v, in.Before); b != nil {
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == 0 {
		if b := r.numbered(l); b != nil {
			blocks = append(blocks, b)
		} else if b := r.shaped(l); b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// next returns the first table from a line on, nil for none: under a known heading, or above
// and around the lines that name requirements. below reports that tables were found above.
func (r *Reader) next(l layout, from int, below bool) *Block {
	v := l.view
	anchor := 0
	for line := from; line <= v.bottom; line++ {
		if l.anchors[line] != 0 {
			anchor = line
			break
		}
	}
	b := &Block{View: v, Shape: l.shape, Top: from, End: v.bottom}
	for line := from; line <= v.bottom && (anchor == 0 || line < anchor); line++ {
		if anchor == 0 && !below && line > searchedRows {
			break
		}
		if r.headedCells(v, line) < 2 || r.isLabelLine(v, line) && r.headedCells(v, line) < 3 {
			continue
		}
		h := r.knownHead(v, line, l.anchors, below)
		b.Head, b.Body = h.first, h.body
		if anchor == 0 && !r.headsTable(b) && !l.topicAbove(line) {
			continue
		}
		if anchor > h.body { // a closer heading may stand between
			if lower := r.knownHeading(v, h.body, anchor-1); lower > 0 && r.closer(v, line, lower) {
				continue
			}
		}
		return b
	}
	if anchor == 0 {
		return nil
	}
	if below {
		return r.nextShaped(l, b, from)
	}
	h, first, ok := r.shapedHead(v, from, anchor)
	if !ok {
		h = head{first, first}
	}
	b.Head, b.Body = h.first, h.body
	return b
}

// topicAbove reports whether a line above names a requirement by itself, which the table below
// it then answers.
func (l layout) topicAbove(line int) bool {
	return slices.ContainsFunc(l.topics, func(cell grid.Cell) bool { return l.view.line(cell) < line })
}

// nextShaped finds a further table under a heading that no vocabulary knows: a line made like
// one, under a title of its own and above a line that names a requirement.
func (r *Reader) nextShaped(l layout, b *Block, from int) *Block {
	v := l.view
	for line := from + 1; line < v.bottom; line++ {
		if l.anchors[line] != 0 || l.anchors[line+1] == 0 || !r.looksLikeHeading(v, line, line+1) {
			continue
		}
		if _, above := v.Shown(line - 1); above <= 1 || r.isLabelLine(v, line-1) {
			b.Head, b.Body = line, line+1
			return b
		}
	}
	return nil
}

// closer reports whether the lower of two heading lines is a heading of its own and not the
// second row of the upper one.
func (r *Reader) closer(v View, upper, lower int) bool { return lower-upper >= mostHeadRows }

// headsTable reports whether under a known heading both what is asked and an answer have a
// column, by the heading alone.
func (r *Reader) headsTable(b *Block) bool {
	asks, answers := false, false
	for c := b.left; c <= b.right; c++ {
		joined, _ := b.headingText(c)
		for role, fit := range r.headings.of(joined) {
			if fit < partFromFit {
				continue
			}
			switch role {
			case words.Requirement, words.Task, words.Number:
				asks = true
			case words.Progress, words.Status, words.Percent, words.Completed, words.Evidence, words.Problems:
				answers = true
			case words.Department, words.Lead, words.Support, words.Due:
				answers = answers || r.known.List == nil
			}
		}
	}
	return asks && answers
}

// headingText returns the heading of a column: the texts of its heading lines, joined from top
// to bottom, each once, and those above the lowest one.
func (b *Block) headingText(col int) (joined, upper string) {
	var parts []string
	for line := b.Head; line < b.Body; line++ {
		cell := b.Cell(line, col)
		if cell.IsEmpty() || b.Down(cell) {
			continue
		}
		text := strings.TrimSpace(cell.Text)
		if len(parts) > 0 && parts[len(parts)-1] == text {
			continue
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return "", ""
	}
	return strings.Join(parts, ""), strings.Join(parts[:len(parts)-1], "")
}

// columnsOf lists the columns that hold anything, with their headings.
func (b *Block) columnsOf(r *Reader) {
	b.Columns, b.titles = b.Columns[:0], nil
	for c := b.left; c <= b.right; c++ {
		col := Column{Col: c}
		col.Heading, col.Upper = b.headingText(c)
		for line := b.Body - 1; line >= b.Head; line-- {
			if cell := b.Cell(line, c); !cell.IsEmpty() {
				col.At = cell.Anchor()
				break
			}
		}
		for line := b.Body; line <= b.End; line++ {
			cell := b.Cell(line, c)
			if cell.IsEmpty() || cell.Covered() {
				continue
			}
			if col.Filled++; col.Filled == 1 && col.At == (finding.Place{}) {
				col.At = cell.At()
			}
			if len(col.Samples) < mostSamples {
				col.Samples = append(col.Samples, cell.Text)
			}
		}
		if b.sheet != nil && b.sheet.HasBeside() {
			col.Notes = b.notes(c)
		}
		if col.Heading == "" && col.Filled == 0 {
			continue
		}
		if b.Shape == Turned && (col.Filled == 0 && b.isTitle(c) || r.isLabelLine(whole(b.sheet), c)) {
			b.titles = append(b.titles, b.rowCells(c)...)
			continue
		}
		col.Quarter, col.Month = quarterOf(col.Heading)
		b.Columns = append(b.Columns, col)
	}
	b.spanQuarters()
	b.index()
}

// notes returns comments on the heading and on the cells of a column.
func (b *Block) notes(c int) (notes []string) {
	for line := b.Head; line <= b.End && len(notes) < mostSamples; line++ {
		if cell := b.Cell(line, c); !cell.Covered() && cell.Beside().Comment != "" {
			notes = append(notes, cell.Beside().Comment)
		}
	}
	return notes
}

// spanQuarters gives a column that is headed with a span the quarter that the span ends with, where
// others are headed with quarters: 截至9月底状态.
func (b *Block) spanQuarters() {
	if !slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Quarter != 0 }) {
		return
	}
	for i := range b.Columns {
		if col := &b.Columns[i]; col.Quarter == 0 && col.Heading != "" {
			if ms := period.Mentions(col.Heading); len(ms) == 1 && ms[0].Span {
				col.Quarter = ms[0].Quarter.N
			}
		}
	}
}

// isTitle reports whether a column of a turned block is a row of the sheet that holds nothing but
// one cell: a title, a note.
func (b *Block) isTitle(c int) bool {
	n := 0
	for line := b.top; line <= b.bottom; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			n++
		}
	}
	return n == 1
}

// rowCells returns the cells of a row of the sheet that a turned block stands on.
func (b *Block) rowCells(row int) []grid.Cell { return whole(b.sheet).Filled(row) }

const mostSamples = 3

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
		if headed := first > v.top && r.headings.of(v.Cell(first-1, c).Text).best(words.Number) >= neutral; !headed {
			other += named
		}
		if n < 2 || other > n/3 || named > n {
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

// numberNamed is a number with its name in a bracket: 3（毕业生台账）.
var numberNamed = regexp.MustCompile(`^第?([0-9]{1,3})[项条号]?\s*[（(]([^（()）]{2,40})[)）]$`)

// isNumber reports whether a cell holds a number of the list, or cites several: 7, 第7项, 10-11.
func (r *Reader) isNumber(cell grid.Cell) bool {
	if m := numberNamed.FindStringSubmatch(strings.TrimSpace(cell.Text)); m != nil {
		return r.known.List.Named(m[1], m[2]) != 0
	}
	for _, n := range Cited(cell.Text) {
		if !r.known.List.Has(n) {
			return false
		}
	}
	return len(Cited(cell.Text)) > 0
}
