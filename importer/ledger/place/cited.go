package place

import (
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
)

// mostApart is the least of a text's pairs of characters that must stand in the
// requirements that its row cites.
const mostApart = 0.5

// placeCited places the rows that cite several requirements.
func (p *placing) placeCited() {
	denied := p.numbering().denied
	for i, a := range p.asked {
		if a.cites == nil || p.out[i].No != 0 || p.out[i].Held != "" {
			continue
		}
		nos, all := p.cited(a)
		switch {
		case len(nos) == 0:
			p.out[i] = p.unmatched(p.rows[i], nil)
		case !all || denied || !p.textFits(a.text, nos):
			p.out[i] = p.ambiguous(p.rows[i], nos)
		default:
			p.out[i] = p.several(i, nos, "number", byNumberScore)
		}
	}
}

// cited returns the requirements that a row cites, as far as the list has them; all says
// whether it has each of them once.
func (p *placing) cited(a asked) (nos []int, all bool) {
	all = true
	for _, n := range a.cites {
		found := p.narrow(p.byNum[n], asked{inTask: a.inTask})
		all = all && len(found) == 1
		for _, no := range found {
			if !slices.Contains(nos, no) {
				nos = append(nos, no)
			}
		}
	}
	return nos, all
}

// textFits reports whether a text beside several numbers may speak of all that they name: it
// is none that names one requirement alone, and has something of theirs. Where it is made of
// requirements, they are just these.
func (p *placing) textFits(text string, nos []int) bool {
	if text == "" {
		return true
	}
	if groups, _ := p.wholes(text); groups != nil {
		return len(groups) == len(nos) && !slices.ContainsFunc(groups, func(g []int) bool {
			return !slices.ContainsFunc(g, func(no int) bool { return slices.Contains(nos, no) })
		})
	}
	said := likeness.Of(text)
	cited := ""
	for _, no := range nos {
		cited += p.texts[no-1].Key
	}
	for j, full := range p.texts {
		if score := likeness.Alike(said, full); score == 1 || score >= sureAlone && !slices.Contains(nos, j+1) {
			return false
		}
	}
	return said.Within(fold.Of(cited)) >= mostApart
}

// several places a row on each of several requirements of which one at least is the
// department's own, and of the task that the row names.
func (p *placing) several(i int, nos []int, by string, score float64) Outcome {
	nos = slices.Sorted(slices.Values(nos))
	isOwn := func(no int) bool { return p.own[no-1] }
	a := p.asked[i]
	if !slices.ContainsFunc(nos, isOwn) ||
		a.inTask != nil && !slices.ContainsFunc(nos, func(no int) bool { return slices.Contains(a.inTask, no) }) {
		return p.ambiguous(p.rows[i], nos)
	}
	return Outcome{No: nos[0], Also: nos[1:], Match: ledger.Match{By: by, Score: score}}
}
