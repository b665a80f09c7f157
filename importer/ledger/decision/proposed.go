package decision

import (
	"cmp"
	"slices"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/lookback"
	"taizhang/importer/ruling"
)

const (
	likelySame = 0.5  // likeness from which an edited text is proposed
	nearlyBest = 0.05 // what lies no further behind the best is proposed too: a text may have been split
)

// propose looks on the list for what an earlier text may have become, the likeliest first.
// open says which requirements may be it.
func (d *Rulings) propose(value, text, key string, open func(no int) bool) (list []ledger.Proposal) {
	was := likeness.Of(text)
	if was.Size == 0 {
		return nil
	}
	for i, now := range d.texts {
		if !open(i + 1) {
			continue
		}
		if x := max(likeness.Alike(was, now), likeness.Alike(now, was)); x >= likelySame {
			list = append(list, ledger.Proposal{Requirement: i + 1, Value: value, Text: text, Key: key, Likeness: x})
		}
	}
	slices.SortStableFunc(list, func(a, b ledger.Proposal) int { return cmp.Compare(b.Likeness, a.Likeness) })
	for i, p := range list {
		if p.Likeness < list[0].Likeness-nearlyBest {
			return list[:i]
		}
	}
	return list
}

// proposeFor proposes, for a decision whose requirement is no longer on the list, what it may
// be called now, and says so in the office's words; "" for nothing.
func (d *Rulings) proposeFor(r *ruling.Ruling) string {
	value := "原第" + strconv.Itoa(r.Requirement) + "项"
	if keys := d.numbered(r.Requirement); len(keys) != 1 || keys[0] != r.Key {
		value = r.Called
	}
	list := d.propose(value, r.Called, r.Key, func(no int) bool { return !d.decidedBefore(no) })
	if len(list) == 0 {
		return d.sameNumber(r)
	}
	said := ""
	for _, p := range list {
		if !slices.Contains(d.ledger.Proposals, p) {
			d.ledger.Proposals = append(d.ledger.Proposals, p)
		}
		if said != "" {
			said += "，或"
		}
		said += "第" + strconv.Itoa(p.Requirement) + "项“" + d.ledger.Plan.Requirements[p.Requirement-1].Text.Value + "”"
	}
	return "；它的文字像是现在的" + said + "，确是同一条的，请在“总台账”那一行的“核定内容”里填“" + value + "”"
}

// decidedBefore reports whether the office decided on a requirement under its present text: it
// stood beside the former one, and is another.
func (d *Rulings) decidedBefore(no int) bool {
	key := d.ledger.Plan.Requirements[no-1].Key
	return slices.ContainsFunc(d.ledger.Rulings, func(r ruling.Ruling) bool { return r.Key == key && r.Act != ruling.Same })
}

// sameNumber proposes the requirement that stands in the place of one that no text is like:
// mostly it was written anew.
func (d *Rulings) sameNumber(r *ruling.Ruling) string {
	no := r.Requirement
	if no < 1 || no > len(d.ledger.Plan.Requirements) || d.decidedBefore(no) {
		return ""
	}
	return "；如果就是现在的第" + strconv.Itoa(no) + "项，请在“总台账”那一行的“核定内容”里填“原第" + strconv.Itoa(no) + "项”"
}

// ProposeLast proposes, for what an earlier year's list had and this one's has no more, what
// it may be called now. counterpart is what was found of it without likeness.
func (d *Rulings) ProposeLast(from *lookback.Year, counterpart []int) {
	found := map[int]bool{}
	for _, no := range counterpart {
		found[no] = true
	}
	for i, r := range from.Requirements {
		if counterpart[i] > 0 || !r.At(from.AsOf.N).Active {
			continue
		}
		for _, p := range d.propose("上年第"+strconv.Itoa(r.No)+"项", lookback.MoveYears(r.Text, from.Year, d.ledger.Year-from.Year), r.Key, func(no int) bool { return !found[no] }) {
			p.Text = r.Text
			d.ledger.Proposals = append(d.ledger.Proposals, p)
		}
	}
}

// ProposeKeyed proposes, for a row of a form whose key is of a requirement that the list no longer
// has, that the one on which its text was placed was called so: the form is older than the list's
// wording, and likeness alone does not settle it.
func (d *Rulings) ProposeKeyed(merged []rows.Answer) {
	seen := map[ledger.Proposal]bool{}
	for _, a := range merged {
		key, text := a.Row.Key.Value, a.Row.Text.Value
		if key == "" || text == "" || d.Keys[key] != 0 || a.Placed.No == 0 || len(a.Placed.Also) > 0 {
			continue
		}
		p := ledger.Proposal{Requirement: a.No, Value: text, Text: text, Key: key, Likeness: likeness.Of(text).Likeness(d.texts[a.No-1].Shape)}
		if proposed := slices.ContainsFunc(d.ledger.Proposals, func(o ledger.Proposal) bool { return o.Requirement == p.Requirement && o.Key == p.Key }); !proposed && !seen[p] {
			seen[p] = true
			d.ledger.Proposals = append(d.ledger.Proposals, p)
		}
	}
}
