package ruling

import "strconv"

// ByPage is how a decision came in that was made on the page.
const ByPage = "page"

// Typed returns the line as it would be read from a copy of the ledger that printed there what
// the mark says. keys are the requirements of the list by their numbers.
func (l Line) Typed(keys map[int]string, printed Mark) Typing {
	return typing(LineTyped.Cells(l), l.empty(), printed, func() Ruling { return l.ruling(keys) })
}

// Typed returns the cells of 总台账 as they would be read.
func (w Whole) Typed(printed Mark) Typing {
	return typing(w.Said(), w.empty(), printed, func() Ruling { return w.line().ruling(nil) })
}

// Typed returns the line of 读法 as it would be read.
func (h Heading) Typed(printed Mark) Typing {
	return typing(h.Cells(), h.empty(), printed, h.ruling)
}

func typing(cells []string, empty bool, printed Mark, read func() Ruling) Typing {
	t := Typing{Empty: empty, Mark: printed}
	if empty {
		cells = nil
	} else {
		t.Ruling = read()
	}
	t.Changed = !printed.shows(cells)
	return t
}

// Shown returns the mark of a line that shows a decision of the journal in its cells, or nothing.
func Shown(base int, r *Ruling, cells []string) Mark {
	switch {
	case r == nil:
		return MarkOf(base, "", nil)
	case r.Filed == 0:
		return MarkOf(base, "", cells)
	}
	return MarkOf(base, r.ID, cells)
}

// TakePage takes in what was decided on the page, and returns the IDs of what it added.
func (j *Journal) TakePage(typed []Typing) (ids []string) {
	from := len(j.entries)
	j.take(typed, ByPage)
	for _, e := range j.entries[from:] {
		ids = append(ids, e.ruling.ID)
	}
	return ids
}

// LastOfPage returns the ID of the decision that came in last by the page and is in force, "" for
// none.
func (j *Journal) LastOfPage() string {
	for i := len(j.entries) - 1; i >= 0; i-- {
		e := j.entries[i]
		if _, held := j.holds(e.ruling.ID); held && e.via == ByPage {
			return e.ruling.ID
		}
	}
	return ""
}

// Withdraw takes back decisions that are in force, the last first. What one of them replaced holds
// again.
func (j *Journal) Withdraw(ids ...string) {
	for n := len(ids) - 1; n >= 0; n-- {
		id := ids[n]
		r, held := j.holds(id)
		if !held {
			continue
		}
		back := entry{ruling: Ruling{ID: Mark{Base: len(j.entries), ID: id}.withdrawal(), Target: r.Target}, via: ByPage, withdraws: id}
		if i, replaced := j.at[j.entries[j.at[id]].withdraws]; replaced && j.entries[i].decides {
			former := j.entries[i].ruling
			former.ID = hash(strconv.Itoa(len(j.entries)), id, "again", former.ID)
			back.ruling, back.decides = former, true
		}
		j.enter(back)
	}
}

// Says returns a decision by its ID, as far as it is in force.
func (j *Journal) Says(id string) (Ruling, bool) { return j.holds(id) }
