package place

import (
	"slices"

	"taizhang/importer/ledger/likeness"
)

// fewOwn is how many requirements of its own a department may have for an edited text to
// be told among them.
const fewOwn = 30

// mostlyWithin is how much of a text of a few words must stand in the requirement for it to
// be the same cut short: two words exchanged make another requirement of a short one.
const mostlyWithin = 0.85

// longEnough is how many characters a text must have for a few of them to be exchanged.
const longEnough = 20

// clearOfFew reports whether a row that is not very like its requirement is still like no
// other, of a department that has few.
func (a *alikes) clearOfFew(k int) bool {
	i, j, scores := a.open[k], a.taken[k], a.scores[k]
	if !a.few || scores[j] < sureOfFew || a.numberDenies(i, j+1) {
		return false
	}
	for other, score := range scores {
		if other != j && scores[j]-score < fewLead {
			return false
		}
	}
	for m := range a.scores {
		if m != k && a.scores[m][j] >= worthAsking {
			return false
		}
	}
	said, full := likeness.Of(a.asked[i].text), a.texts[j]
	if a.restIsAnothers(said, j) {
		return false
	}
	return min(said.Size, full.Size) >= longEnough || said.Size >= likeness.ShortestPart && said.Size < full.Size && said.Within(full.Shape) >= mostlyWithin
}

// anothersRest is how much of what a row says beside its requirement makes another one, and
// leastRest how many pairs of characters that must be.
const (
	anothersRest = 0.6
	leastRest    = 5
)

// restIsAnothers reports whether what the text says beside requirement j stands in another
// one: then two are run together.
func (pl *Placer) restIsAnothers(said likeness.Sized, j int) bool {
	rest := map[uint64]bool{}
	for pair := range said.Pairs() {
		rest[pair] = true
	}
	for pair := range pl.texts[j].Pairs() {
		delete(rest, pair)
	}
	if len(rest) < leastRest {
		return false
	}
	return slices.ContainsFunc(pl.texts, func(text likeness.Sized) bool {
		held := map[uint64]bool{}
		for pair := range text.Pairs() {
			if rest[pair] {
				held[pair] = true
			}
		}
		return len(held) >= leastRest && float64(len(held)) >= anothersRest*float64(len(rest))
	})
}
