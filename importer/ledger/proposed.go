package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/lookback"
	"taizhang/importer/ruling"
)

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

const (
	likelySame = 0.5  // likeness from which an edited text is proposed
	nearlyBest = 0.05 // what lies no further behind the best is proposed too: a text may have been split
)

// propose looks on the list for what an earlier text may have become, the likeliest first.
// open says which requirements may be it.
func (m *merge) propose(value, text, key string, open func(no int) bool) (list []Proposal) {
	was := sizedOf(text)
	if was.size == 0 {
		return nil
	}
	for i, now := range m.placer.texts {
		if !open(i + 1) {
			continue
		}
		if x := max(alike(was, now), alike(now, was)); x >= likelySame {
			list = append(list, Proposal{i + 1, value, text, key, x})
		}
	}
	slices.SortStableFunc(list, func(a, b Proposal) int { return cmp.Compare(b.Likeness, a.Likeness) })
	for i, p := range list {
		if p.Likeness < list[0].Likeness-nearlyBest {
			return list[:i]
		}
	}
	return list
}

// proposeFor proposes, for a decision whose requirement is no longer on the list, what it may
// be called now, and says so in the office's words; "" for nothing.
func (m *merge) proposeFor(r *ruling.Ruling) string {
	value := "原第" + itoa(r.Requirement) + "项"
	if keys := m.numbered(r.Requirement); len(keys) != 1 || keys[0] != r.Key {
		value = r.Called
	}
	list := m.propose(value, r.Called, r.Key, func(no int) bool { return !m.decidedBefore(no) })
	if len(list) == 0 {
		return m.sameNumber(r)
	}
	said := ""
	for _, p := range list {
		if !slices.Contains(m.Proposals, p) {
			m.Proposals = append(m.Proposals, p)
		}
		if said != "" {
			said += "，或"
		}
		said += "第" + itoa(p.Requirement) + "项“" + m.placer.plan.Requirements[p.Requirement-1].Text.Value + "”"
	}
	return "；它的文字像是现在的" + said + "，确是同一条的，请在“总台账”那一行的“核定内容”里填“" + value + "”"
}

// decidedBefore reports whether the office decided on a requirement under its present text: it
// stood beside the former one, and is another.
func (m *merge) decidedBefore(no int) bool {
	key := m.Plan.Requirements[no-1].Key
	return slices.ContainsFunc(m.Rulings, func(r ruling.Ruling) bool { return r.Key == key && r.Act != ruling.Same })
}

// sameNumber proposes the requirement that stands in the place of one that no text is like:
// mostly it was written anew.
func (m *merge) sameNumber(r *ruling.Ruling) string {
	no := r.Requirement
	if no < 1 || no > len(m.Plan.Requirements) || m.decidedBefore(no) {
		return ""
	}
	return "；如果就是现在的第" + itoa(no) + "项，请在“总台账”那一行的“核定内容”里填“原第" + itoa(no) + "项”"
}

// proposeLast proposes, for what an earlier year's list had and this one's has no more, what
// it may be called now. counterpart is what was found of it without likeness.
func (m *merge) proposeLast(from *lookback.Year, counterpart []int) {
	found := map[int]bool{}
	for _, no := range counterpart {
		found[no] = true
	}
	for i, r := range from.Requirements {
		if counterpart[i] > 0 || !r.At(from.AsOf.N).Active {
			continue
		}
		for _, p := range m.propose("上年第"+itoa(r.No)+"项", moveYears(r.Text, from.Year, m.Year-from.Year), r.Key, func(no int) bool { return !found[no] }) {
			p.Text = r.Text
			m.Proposals = append(m.Proposals, p)
		}
	}
}

// proposeKeyed proposes, for a row of a form whose key is of a requirement that the list no longer
// has, that the one on which its text was placed was called so: the form is older than the list's
// wording, and likeness alone does not settle it.
func (m *merge) proposeKeyed() {
	seen := map[Proposal]bool{}
	for _, a := range m.merged {
		key, text := a.row.Key.Value, a.row.Text.Value
		if key == "" || text == "" || m.placer.byKey[key] != 0 || a.placed.no == 0 || len(a.placed.also) > 0 {
			continue
		}
		p := Proposal{Requirement: a.no, Value: text, Text: text, Key: key, Likeness: sizedOf(text).Likeness(m.placer.texts[a.no-1].Shape)}
		if proposed := slices.ContainsFunc(m.Proposals, func(o Proposal) bool { return o.Requirement == p.Requirement && o.Key == p.Key }); !proposed && !seen[p] {
			seen[p] = true
			m.Proposals = append(m.Proposals, p)
		}
	}
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
