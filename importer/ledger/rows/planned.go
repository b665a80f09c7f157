package rows

// SetPlansApart takes the days after the quarter from rows that state that a matter is not completed, see
// returns.Row.PlanApart. The quarter may be the office's word, so this comes after its decisions.
func (r *Rows) SetPlansApart() {
	for _, l := range r.Lines {
		if l.Ret.Quarter.Value.IsZero() {
			continue
		}
		if kept, planned := l.Row.PlanApart(l.Ret.Quarter.Value.Last()); planned {
			own := kept  // rows without such a day take no memory
			l.Row = &own // the row is shared with its return
		}
	}
}
