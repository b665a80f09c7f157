package roster

import (
	"cmp"
	"slices"
	"strings"

	"taizhang/importer/fold"

	"github.com/agext/levenshtein"
)

// Suggest returns the roster names nearest to one that it lacks, for a hint, at most
// three, nearest first and joined to be put between “ and ”; "" where none is near.
func (r *Roster) Suggest(said string) string {
	type near struct {
		name  string
		score float64
	}
	var names []near
	key := fold.Key(said)
	shape := fold.Of(said)
	for _, d := range r.Departments {
		best := 0.0
		for _, known := range d.called().keys {
			best = max(best, shape.Likeness(fold.Of(known)), levenshtein.Similarity(key, known, nil))
		}
		if best >= nearEnough {
			names = append(names, near{d.Name, best})
		}
	}
	slices.SortStableFunc(names, func(a, b near) int { return cmp.Compare(b.score, a.score) })
	var out []string
	for _, n := range names[:min(len(names), 3)] {
		out = append(out, n.name)
	}
	return strings.Join(out, "”或“")
}

// nearEnough is the likeness from which a name is worth suggesting: one character of two.
const nearEnough = 0.5
