package ruling

// Untaken returns, of what stands in another copy of the ledger, what the office typed there and
// the journal has never heard of: neither typed into this copy before nor said elsewhere.
func (j *Journal) Untaken(typed []Typing) (list []Typing) {
	for _, t := range typed {
		if t.Changed && !j.heard(t) {
			list = append(list, t)
		}
	}
	return list
}

func (j *Journal) heard(t Typing) bool {
	if t.Empty { // a decision was cleared: it may be over already
		_, held := j.holds(t.Mark.ID)
		return !held
	}
	if _, known := j.at[t.Mark.decision(t.Ruling)]; known {
		return true
	}
	for i := range j.entries {
		if r := &j.entries[i].ruling; r.about() == t.Ruling.about() && r.says() == t.Ruling.says() {
			return true
		}
	}
	return false
}
