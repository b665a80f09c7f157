package decision

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/lookback"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
)

// renamed takes over what requirements were called before their text was changed (rule 仍是同一
// 条): forms, rulings and the look back that go by the former key find them. A text that was
// edited twice is followed through both decisions.
func (d *Rulings) renamed(last *lookback.Year) {
	told := map[int]bool{} // by index: carried out, or refused for good
	for more := true; more; {
		more = false
		for i := range d.ledger.Rulings {
			r := &d.ledger.Rulings[i]
			if r.Act != ruling.Same || r.Why != "" || told[i] || !d.findRequirement(r) {
				continue
			}
			told[i], more = true, true
			d.rename(r, last)
		}
	}
	for key, no := range d.same {
		d.Keys[key] = no
	}
}

// rename carries one of them out, or says why it can't be.
func (d *Rulings) rename(r *ruling.Ruling, last *lookback.Year) {
	keys, why := strings.Fields(r.Was), ""
	if len(keys) == 0 {
		keys, why = d.formerKeys(r, last)
	}
	for _, key := range keys {
		switch no, known := d.same[key]; {
		case d.Keys[key] != 0:
			why = "“" + r.Value + "”还在清单里，是第" + strconv.Itoa(d.Keys[key]) + "项"
		case known && no != r.Requirement:
			why = "“" + r.Value + "”已经核定为第" + strconv.Itoa(no) + "项"
		}
	}
	if r.Why = why; why != "" {
		return
	}
	for _, key := range keys {
		d.same[key] = r.Requirement
	}
	r.State, r.Was = ruling.Applied, strings.Join(keys, " ")
}

// formerKeys returns the keys that a requirement may have had, or says why there are none.
func (d *Rulings) formerKeys(r *ruling.Ruling, last *lookback.Year) (keys []string, why string) {
	no, lastYear, numbered := r.FormerItem()
	switch {
	case lastYear && last == nil:
		return nil, "没有上年的台账"
	case lastYear && no > len(last.Requirements):
		return nil, "上年的台账里没有第" + strconv.Itoa(no) + "项"
	case lastYear:
		return []string{last.Requirements[no-1].Key}, ""
	case numbered:
		switch keys = d.numbered(no); len(keys) {
		case 0:
			return nil, "没有对原第" + strconv.Itoa(no) + "项的核定要跟过来；要接上年的，请填“上年第" + strconv.Itoa(no) + "项”"
		case 1:
			return keys, ""
		}
		return nil, "原第" + strconv.Itoa(no) + "项先后有过几种文字，请填原来的文字"
	}
	task := d.ledger.Task(d.ledger.Requirement(r.Requirement).Task).Title.Value
	said := fold.Key(r.Value)
	keys = []string{plan.Key(task, r.Value)}
	add := func(key, text string) {
		if key != "" && fold.Key(text) == said && !slices.Contains(keys, key) && d.Keys[key] == 0 {
			keys = append(keys, key)
		}
	}
	for _, other := range d.ledger.Rulings {
		add(other.Key, other.Called) // the title of its task may have been changed too
	}
	if last != nil {
		for _, req := range last.Requirements {
			add(req.Key, req.Text)
		}
	}
	return keys, ""
}

// numbered returns the keys of decisions on a requirement that had the number and is on the
// list no longer. A text that was found to be the same as an earlier one leads to that: of
// the two only the later one is returned.
func (d *Rulings) numbered(no int) (keys []string) {
	var earlier []string
	for _, r := range d.ledger.Rulings {
		if r.Requirement != no || r.Key == "" || d.Keys[r.Key] != 0 {
			continue
		}
		if !slices.Contains(keys, r.Key) {
			keys = append(keys, r.Key)
		}
		earlier = append(earlier, strings.Fields(r.Was)...)
	}
	return slices.DeleteFunc(keys, func(key string) bool { return slices.Contains(earlier, key) })
}

// Called returns the requirement that had the key when it was called otherwise.
func (d *Rulings) Called(key string) []int {
	if no := d.same[key]; no > 0 {
		return []int{no}
	}
	return nil
}
