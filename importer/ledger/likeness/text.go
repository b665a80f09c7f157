// Package likeness says how like what a row writes is to a requirement of the list. It compares texts
// alone, and knows neither rows nor departments.
package likeness

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/plan"
)

// ShortestPart is how many characters a shortened requirement must keep to be compared
// with the beginning of the full one: below that any text begins like some other.
const ShortestPart = 8

// shortestMiddle is how many it must keep where it is no beginning: fewer are a name.
const shortestMiddle = 10

// WholePart is the likeness of a text that stands in another as it is.
const WholePart = 0.95

// headWithin is how much of a shortened text must be found in the full one before the two
// beginnings are compared at all.
const headWithin = 0.6

// Sized is the shape of a text that knows how many characters its key has.
type Sized struct {
	fold.Shape
	Size int
}

// Of returns the shape of a text.
func Of(text string) Sized {
	shape := fold.Of(text)
	return Sized{shape, utf8.RuneCountInString(shape.Key)}
}

// Texts returns what the requirements of a list say, in its order.
func Texts(p *plan.Plan) []Sized {
	texts := make([]Sized, 0, len(p.Requirements))
	for i := range p.Requirements {
		texts = append(texts, Of(p.Requirements[i].Text.Value))
	}
	return texts
}

// Alike compares two texts. A text that is cut short is compared with the beginning of the
// full one too, and one that stands in it as it is counts nearly as the whole.
func Alike(row, requirement Sized) float64 {
	score := row.Likeness(requirement.Shape)
	if row.Size >= requirement.Size || row.Size < ShortestPart || !row.mayBegin(requirement, score) {
		return score
	}
	switch within := row.Within(requirement.Shape); {
	case within == 1 && (row.Size >= shortestMiddle || strings.HasPrefix(requirement.Key, row.Key)):
		return max(score, WholePart)
	case within < headWithin:
		return score
	}
	return max(score, 0.95*row.Likeness(fold.Of(string([]rune(requirement.Key)[:row.Size]))))
}

// mayBegin is false where the likeness of a text with a longer one says already that too
// little of it is found there: as nearly always, and counting pairs once is enough.
func (s Sized) mayBegin(longer Sized, likeness float64) bool {
	shared := likeness * float64(s.Size-1+longer.Size-1) / 2
	return shared > 0.9*headWithin*float64(s.Size-1)
}
