package chart

import "strings"

const (
	tallestRow  = 5.2 // mm
	shortestRow = 3.8
	rowNameGap  = 2.0
	heads       = 7.0  // mm for the heads of columns and the space under the rows
	nameLine    = 1.15 // of a name's size: from line to line
)

// rows is a block of rows, each with a name at its left.
type rows struct {
	from, to  int     // of all rows
	pitch     float64 // mm from row to row
	size      float64 // points of its text
	nameWidth float64
}

// blocks divides the rows into as few blocks as keep each readable: full pages of the tallest
// rows and what is left, where those are no more and what is left is no splinter, so that text
// follows on the last page; else blocks equally long but for one row. Names take at most share of the width, over as many lines as the longest needs;
// keys and heads stand around each block.
func (p Page) blocks(names []string, share float64, keys []key) []rows {
	around := &pen{Page: p}
	around.legend(keys)
	n := len(names)
	room := max(p.MaxHeight-around.y-heads, shortestRow)
	shortest := shortestRow
	for _, name := range names {
		shortest = max(shortest, float64(len(around.nameLines(name, p.Width*share, smallest)))*smallest*MM*nameLine+0.2)
	}
	shortest = min(shortest, room) // what is higher than a page is not to be helped
	perBlock := int(room / shortest)
	parts := max(1, (n+perBlock-1)/perBlock)
	longest := (n + parts - 1) / parts
	if full := int(room / max(tallestRow, shortest)); full > 0 && (n+full-1)/full == parts && n-(parts-1)*full >= full/3 {
		longest = full
	}
	var list []rows
	for i := range parts {
		r := rows{from: n * i / parts, to: n * (i + 1) / parts}
		if longest*parts-n >= parts { // no equal blocks
			r.from, r.to = longest*i, min(longest*(i+1), n)
		}
		r.pitch = max(tallestRow, shortest)
		if longest > 0 {
			r.pitch = min(r.pitch, room/float64(longest))
		}
		r.size = max(smallest, min(9, r.pitch*0.76/MM))
		widest := 0.0
		for _, name := range names {
			widest = max(widest, p.Measure(name, r.size, Plain))
		}
		r.nameWidth = min(widest, p.Width*share)
		list = append(list, r)
	}
	return list
}

// name writes the whole name of a row, right-aligned before the row's content, its middle
// at y; the block starts at left.
func (p *pen) name(r rows, left, y float64, name string) {
	lines, size := p.wholeName(name, r)
	top := y - float64(len(lines)-1)*size*MM*nameLine/2
	for i, line := range lines {
		p.text(left+r.nameWidth, top+float64(i)*size*MM*nameLine, Right, line, size, Plain, black)
	}
}

// wholeName finds the largest size in which a name goes into its row: in one line if it is
// not much smaller, else in several.
func (p *pen) wholeName(name string, r rows) (lines []string, size float64) {
	for size = r.size; size >= max(smallest, r.size-1); size -= 0.5 {
		if p.width(name, size, Plain) <= r.nameWidth {
			return []string{name}, size
		}
	}
	for size = r.size; size > smallest; size -= 0.5 {
		if lines = p.nameLines(name, r.nameWidth, size); float64(len(lines))*size*MM*nameLine <= r.pitch {
			return lines, size
		}
	}
	return p.nameLines(name, r.nameWidth, smallest), smallest
}

// nameLines breaks a name into lines, before its bracket where that does.
func (p *pen) nameLines(name string, width, size float64) []string {
	if i := strings.IndexAny(name, "（("); i > 0 && p.width(name, size, Plain) > width &&
		p.width(name[:i], size, Plain) <= width && p.width(name[i:], size, Plain) <= width {
		return []string{name[:i], name[i:]}
	}
	return p.wrap(name, width, size)
}
