package lookback

import "taizhang/importer/numbers"

// told returns the numbers by their ids, and the form that they are of.
func (b *base) told() (form string, by map[string]numbers.Told) {
	for _, t := range b.Tables {
		for _, c := range t.Cells {
			if by == nil {
				by = map[string]numbers.Told{}
			}
			n := numbers.Told{State: numbers.State(c.State)}
			if c.Value != nil {
				n.Value = c.Value.String()
			}
			by[c.Indicator] = n
		}
	}
	return b.Form, by
}
