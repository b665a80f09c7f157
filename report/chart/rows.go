package chart

const (
	tallestRow  = 7.5 // mm
	shortestRow = 3.3
	rowNameGap  = 2.0
	heads       = 7.0 // mm for the heads of columns and the space under the rows
)

// rows is a block of rows, each with a name at its left.
type rows struct {
	from, to  int     // of all rows
	pitch     float64 // mm from row to row
	size      float64 // points of its text
	nameWidth float64
}

// blocks divides the rows into as few blocks as keep each readable, equally long but for
// one row. Names take at most share of the width; keys, heads and the remark stand
// around each block.
func (p Page) blocks(names []string, share float64, keys []key, remark string) []rows {
	around := &pen{Page: p}
	around.legend(keys)
	around.note(remark)
	n := len(names)
	room := max(p.MaxHeight-around.y-heads, shortestRow)
	parts := max(1, (n+int(room/shortestRow)-1)/int(room/shortestRow))
	var list []rows
	for i := range parts {
		r := rows{from: n * i / parts, to: n * (i + 1) / parts}
		r.pitch = tallestRow
		if longest := (n + parts - 1) / parts; longest > 0 {
			r.pitch = min(tallestRow, room/float64(longest))
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

// title names one of several parts of a figure.
func (r rows) title(title string, i, parts int) string {
	if parts == 1 {
		return title
	}
	return title + "（" + ordinal(i+1) + "）"
}

// name writes the name of a row, right-aligned before the row's content; the block starts
// at left.
func (p *pen) name(r rows, left, y float64, name string) {
	text, size := p.fit(name, r.nameWidth, r.size, Plain)
	p.text(left+r.nameWidth, y, Right, text, size, Plain, black)
}

// ordinal returns 一, 十二, 三十; beyond 99 it returns digits.
func ordinal(n int) string {
	digits := []rune("零一二三四五六七八九")
	switch {
	case n < 0 || n > 99:
		return itoa(n)
	case n < 10:
		return string(digits[n])
	}
	s := "十"
	if n >= 20 {
		s = string(digits[n/10]) + s
	}
	if n%10 > 0 {
		s += string(digits[n%10])
	}
	return s
}
