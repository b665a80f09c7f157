package gate

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/report/publish/gate/details"
	"taizhang/report/publish/gate/house"
	"taizhang/report/publish/gate/names"
	"taizhang/report/publish/gate/view"
)

// look asks the finders for their hits.
func (g *Gate) look(text string, asked finders) []Hit {
	v := view.Of(text)
	var hits []Hit
	for _, f := range []struct {
		is   finders
		find func(view.View) []Hit
	}{
		{ofNumbers, g.numbers}, {ofAddresses, details.Addresses}, {ofNames, names.Labelled}, {ofCitizens, names.Citizens}, {ofFreeNames, names.Free},
		{ofAnonymous, names.Anonymous}, {ofHomes, details.Homes}, {ofMarkings, house.Markings}, {ofMatters, house.Matters}, {ofWords, g.words},
	} {
		if asked&f.is != 0 {
			hits = append(hits, f.find(v)...)
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return a.From - b.From })
	return settled(hits)
}

// settled leaves out a doubtful hit where a sure one stands, and what two finders found alike.
func settled(hits []Hit) []Hit {
	var kept []Hit
	for _, h := range hits {
		covered := false
		for _, o := range hits {
			if o != h && o.From < h.To && h.From < o.To && o.Kind == h.Kind && h.Code == finding.PersonDoubtful && o.Code != finding.PersonDoubtful {
				covered = true
			}
		}
		for _, o := range kept {
			covered = covered || o.Kind == h.Kind && o.From < h.To && h.From < o.To
		}
		if !covered {
			kept = append(kept, h)
		}
	}
	return kept
}

// finders is a set of the finders of a gate.
type finders uint16

const (
	ofNumbers finders = 1 << iota
	ofAddresses
	ofNames
	ofCitizens
	ofFreeNames
	ofAnonymous
	ofHomes
	ofMarkings
	ofMatters
	ofWords
)
