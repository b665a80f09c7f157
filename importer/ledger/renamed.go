package ledger

import (
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/lookback"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
)

// renamed takes over what requirements were called before their text was changed (rule 仍是同一
// 条): forms, rulings and the look back that go by the former key find them.
func (m *merge) renamed(last *lookback.Year) {
	m.same = map[string]int{}
	for i := range m.Rulings {
		r := &m.Rulings[i]
		if r.Act != ruling.Same || r.Why != "" || !m.findRequirement(r) {
			continue
		}
		keys, why := m.formerKeys(r, last)
		for _, key := range keys {
			switch no, known := m.same[key]; {
			case m.placer.byKey[key] != 0:
				why = "“" + r.Value + "”还在清单里，是第" + itoa(m.placer.byKey[key]) + "项"
			case known && no != r.Requirement:
				why = "“" + r.Value + "”已经核定为第" + itoa(no) + "项"
			default:
				m.same[key] = r.Requirement
			}
		}
		if r.Why = why; why == "" {
			r.State = ruling.Applied
		}
	}
	for key, no := range m.same {
		m.placer.byKey[key] = no
	}
}

// formerKeys returns the keys that a requirement may have had, or says why there are none.
func (m *merge) formerKeys(r *ruling.Ruling, last *lookback.Year) (keys []string, why string) {
	no, lastYear, numbered := r.FormerItem()
	switch {
	case lastYear && last == nil:
		return nil, "没有上年的台账"
	case lastYear && no > len(last.Requirements):
		return nil, "上年的台账里没有第" + itoa(no) + "项"
	case lastYear:
		return []string{last.Requirements[no-1].Key}, ""
	case numbered:
		for _, other := range m.Rulings {
			if other.Act != ruling.Same && other.Requirement == no && other.Key != "" && m.placer.byKey[other.Key] == 0 && !slices.Contains(keys, other.Key) {
				keys = append(keys, other.Key)
			}
		}
		switch len(keys) {
		case 0:
			return nil, "没有对原第" + itoa(no) + "项的核定要跟过来；要接上年的，请填“上年第" + itoa(no) + "项”"
		case 1:
			return keys, ""
		}
		return nil, "原第" + itoa(no) + "项先后有过几种文字，请填原来的文字"
	}
	task := m.Task(m.Requirement(r.Requirement).Task).Title.Value
	keys = []string{plan.Key(task, r.Value)}
	if last != nil {
		for _, req := range last.Requirements {
			if fold.Key(req.Text) == fold.Key(r.Value) && !slices.Contains(keys, req.Key) {
				keys = append(keys, req.Key)
			}
		}
	}
	return keys, ""
}

// called returns the requirement that had the key when it was called otherwise.
func (m *merge) called(key string) []int {
	if no := m.same[key]; no > 0 {
		return []int{no}
	}
	return nil
}

// perhaps proposes, for a ruling whose requirement is no longer on the list, the one that stands
// in its place: mostly its text was edited. The office decides.
func (m *merge) perhaps(r *ruling.Ruling) string {
	no := r.Requirement
	if no < 1 || no > len(m.Plan.Requirements) {
		return ""
	}
	return "；如果就是现在的第" + itoa(no) + "项，请在“总台账”那一行的“核定内容”里填“原第" + itoa(no) + "项”"
}
