package grid

// Over returns the one cell that something lies over: where it covers no other, or none but those
// of the cell's merge. What lies over several cells of one row is the first one's. ok is false for
// what lies over several rows. Merges must be known.
func (d *Draft) Over(s Span) (row, col int, ok bool) {
	for _, m := range d.Merges {
		if m.Top <= s.Top && s.Top <= m.Bottom && m.Left <= s.Left && s.Left <= m.Right {
			return m.Top, m.Left, s.Bottom <= m.Bottom
		}
	}
	return s.Top, s.Left, s.Top == s.Bottom
}
