package flow

// Survey goes with a reader through a table and finds out whether it only arranges what stands in
// it: what Frame says of the table itself, and how large the tables are that stand in its cells.
type Survey struct {
	Frame
	inner []surveyed // tables that are open, the innermost last
}

// surveyed is a table inside the one that is surveyed.
type surveyed struct {
	depth            int // elements open at its own
	rows, cols, most int
	holds            bool // a table of rows and columns stands inside it
}

// isTable reports whether it is more than a way to set lines, or holds one that is.
func (s surveyed) isTable() bool { return s.rows >= 2 && s.most >= 2 || s.holds }

// Outside reports whether the reader stands in no inner table.
func (s *Survey) Outside() bool { return len(s.inner) == 0 }

// Open begins an inner table, whose element is the depth-th that is open.
func (s *Survey) Open(depth int) { s.inner = append(s.inner, surveyed{depth: depth}) }

// InnerRow begins a row of the innermost table.
func (s *Survey) InnerRow() {
	t := &s.inner[len(s.inner)-1]
	t.rows, t.cols = t.rows+1, 0
}

// InnerCell begins a cell of the innermost table.
func (s *Survey) InnerCell() {
	t := &s.inner[len(s.inner)-1]
	t.cols++
	t.most = max(t.most, t.cols)
}

// Close takes note that an element has ended, and depth elements are open. Where it was an inner
// table, the one around it learns what it was.
func (s *Survey) Close(depth int) {
	n := len(s.inner)
	if n == 0 || depth >= s.inner[n-1].depth {
		return
	}
	ended := s.inner[n-1]
	if s.inner = s.inner[:n-1]; n > 1 {
		s.inner[n-2].holds = s.inner[n-2].holds || ended.isTable()
	} else if ended.isTable() {
		s.Table()
	} else {
		s.Text()
	}
}
