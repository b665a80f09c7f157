package pdf

import "math"

// flow fills pages with boxes from top to bottom.
type flow struct {
	pages   []page
	used    float64 // of the height of the last page
	closed  bool    // nothing more goes on the last page
	fresh   bool    // nothing is on the last page but what had waited for it
	waiting []box   // floating boxes for the next page
	foot    []mark  // of the last box on the page
}

// grain is a difference of lengths that nobody sees.
const grain = 1e-6

// paginate lays boxes on pages.
func paginate(boxes []box) []page {
	var f flow
	for at := 0; at < len(boxes); {
		end := at + 1
		for end < len(boxes) && boxes[end-1].keep && boxes[end].sheet == boxes[at].sheet {
			end++
		}
		f.group(boxes[at:end])
		at = end
	}
	f.squeeze()
	for len(f.waiting) > 0 {
		f.open(f.waiting[0].sheet)
	}
	for i := range f.pages {
		f.pages[i].boxes = wholeRows(f.pages[i].boxes)
	}
	return f.pages
}

// wholeRows joins the lines of a row that came to stand on one page, so that they are painted as they
// are read: cell by cell.
func wholeRows(boxes []placed) []placed {
	var list []placed
	for from := 0; from < len(boxes); {
		to := from + 1
		for to < len(boxes) && boxes[from].row != nil && boxes[to].row == boxes[from].row {
			to++
		}
		list = append(list, joined(boxes[from:to]))
		from = to
	}
	return list
}

// joined makes one of the lines of a row.
func joined(lines []placed) placed {
	one := placed{x: lines[0].x, y: lines[0].y}
	for _, l := range lines {
		for _, m := range l.marks {
			one.marks = append(one.marks, m.moved(l.x-one.x, l.y-one.y))
		}
	}
	for i := range lines[0].cells {
		for _, l := range lines {
			for _, m := range l.cells[i] {
				one.marks = append(one.marks, m.moved(l.x-one.x, l.y-one.y))
			}
		}
	}
	return one
}

// group places boxes that stand on one page together, where a page can hold them.
func (f *flow) group(boxes []box) {
	first := boxes[0]
	if first.barrier || len(f.pages) > 0 && f.sheet() != first.sheet {
		f.squeeze()
	}
	if first.barrier {
		for len(f.waiting) > 0 {
			f.open(f.waiting[0].sheet)
		}
	}
	if len(f.pages) == 0 || f.sheet() != first.sheet {
		f.turn(first.sheet)
	}
	if first.float && !f.closed && (len(f.waiting) > 0 || f.used > 0 && !f.fits(boxes)) { // floating boxes keep their order
		f.waiting = append(f.waiting, boxes...)
		return
	}
	for f.used > 0 && !f.fits(boxes) || f.closed {
		f.next(first)
	}
	for _, b := range boxes {
		if !f.fits([]box{b}) && f.used > 0 {
			f.next(b)
		}
		f.place(b)
	}
}

// squeeze puts what waits on the last page where its lower form fits: nothing else of the chapter fills that page.
func (f *flow) squeeze() {
	for len(f.waiting) > 0 && len(f.pages) > 0 && !f.closed && f.waiting[0].low != nil && f.waiting[0].sheet == f.sheet() && f.fits(f.waiting[0].low) {
		b := f.waiting[0].low[0]
		f.waiting = f.waiting[1:]
		f.put(b)
	}
}

// next begins a page for a box. Nothing that floats comes between the pages of a table: it
// waits for the table's end.
func (f *flow) next(b box) {
	if len(b.head) > 0 {
		f.blank(b.sheet)
		return
	}
	f.turn(b.sheet)
}

func (f *flow) sheet() sheet { return f.pages[len(f.pages)-1].sheet }

// fits reports whether the boxes go on the page as it is.
func (f *flow) fits(boxes []box) bool {
	_, _, _, height := boxes[0].sheet.area()
	used := f.used
	if f.fresh {
		used = after(boxes[0].head, used)
	}
	return after(boxes, used)-boxes[len(boxes)-1].tail <= height+grain
}

// after returns what is used with the boxes put below.
func after(boxes []box, used float64) float64 {
	for _, b := range boxes {
		used = start(b, used) + b.height
	}
	return used
}

// start returns where a box begins below what is used.
func start(b box, used float64) float64 {
	if !b.snap {
		return used
	}
	return math.Ceil(used/linePitch-grain) * linePitch
}

// turn begins a new page of a kind, after those for what still waits on the other kind.
func (f *flow) turn(s sheet) {
	for len(f.waiting) > 0 && f.waiting[0].sheet != s {
		f.open(f.waiting[0].sheet)
	}
	f.open(s)
}

// open adds a page and puts on it what waits for one.
func (f *flow) open(s sheet) {
	f.blank(s)
	for len(f.waiting) > 0 && f.waiting[0].sheet == s && (f.used == 0 || f.fits(f.waiting[:1])) {
		b := f.waiting[0]
		f.waiting = f.waiting[1:]
		f.put(b)
	}
}

// blank adds a page with nothing on it.
func (f *flow) blank(s sheet) {
	f.end()
	f.pages, f.used, f.fresh, f.closed = append(f.pages, page{sheet: s}), 0, true, false
}

// end closes the last page: what its last box draws where the page ends.
func (f *flow) end() {
	if len(f.pages) == 0 || len(f.foot) == 0 {
		return
	}
	boxes := f.pages[len(f.pages)-1].boxes
	last := &boxes[len(boxes)-1]
	last.marks = append(last.marks[:len(last.marks):len(last.marks)], f.foot...)
	f.foot = nil
}

// place puts a box on the last page, below the head that it repeats where it is the first.
func (f *flow) place(b box) {
	if f.fresh {
		for _, h := range b.head {
			f.put(h)
		}
	}
	f.fresh = false
	f.put(b)
}

func (f *flow) put(b box) {
	x, y, _, _ := b.sheet.area()
	p := &f.pages[len(f.pages)-1]
	f.used = start(b, f.used)
	p.boxes = append(p.boxes, placed{x, y + f.used, b.marks, b.row, b.cells})
	f.foot = b.foot
	f.used += b.height
	f.closed = f.closed || b.last
}
