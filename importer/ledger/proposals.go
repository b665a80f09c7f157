package ledger

// Proposal is a requirement of the list that may be one that was called otherwise before: its
// text was edited, or it moved to another task. Nothing follows from it until the office says
// so.
type Proposal struct {
	Requirement int     // no on the list
	Value       string  // what the office would say: 原第3项, 上年第3项, or the former text
	Text        string  // the former text
	Key         string  // that it had
	Likeness    float64 // 0 to 1
}

// ProposalsFor returns what a requirement of the list may have been called before.
func (l *Ledger) ProposalsFor(no int) (list []Proposal) {
	for _, p := range l.Proposals {
		if p.Requirement == no {
			list = append(list, p)
		}
	}
	return list
}

// TextOf returns the text of the requirement of the list with the key, "" for none.
func (l *Ledger) TextOf(key string) string {
	for i := range l.Plan.Requirements {
		if r := &l.Plan.Requirements[i]; r.Key == key {
			return r.Text.Value
		}
	}
	return ""
}
