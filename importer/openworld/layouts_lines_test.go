package openworld

import (
	"fmt"
	"strings"
)

// The layouts here are tables in which a row is not one requirement of one department:
// several lines answer one, one answers several, several departments share the sheet, or a
// line groups those below it.

func continuationLines(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		row := f.row(cols)
		more := j.chance(0.5)
		if more {
			row[2] = "（1）" + row[2]
		}
		s.add(row...)
		for n := 2; more && n <= 2+j.rng.IntN(2); n++ {
			s.add("", "", fmt.Sprintf("（%d）%s", n, f.text(fmt.Sprint("progress", n))))
		}
	}
	return b
}

func rollup(j *job) *book {
	b, s := j.gathered()
	cols := j.columns("number", "requirement", "department", "progress", "status")
	if j.chance(0.4) {
		cols = j.columns("department", "number", "requirement", "status", "progress", "completed_on")
	}
	j.table(s, cols, j.all())
	return b
}

// all returns the facts of all departments of the job.
func (j *job) all() []*fact {
	var facts []*fact
	for _, d := range j.departments {
		facts = append(facts, j.own(d, j.quarter)...)
	}
	return facts
}

func rollupMerged(j *job) *book {
	b, s := j.gathered()
	cols := j.columns("department", "number", "requirement", "progress", "status", "completed_on")
	s.add(headings(cols)...)
	for _, d := range j.departments {
		first, last := j.body(s, cols, j.own(d, j.quarter))
		for r := first; r < last; r++ {
			s.rows[r][0] = ""
		}
		s.merge(first, 1, last, 1)
	}
	return b
}

func rollupByRequirement(j *job) *book {
	b, s := j.gathered()
	cols := j.columns("number", "requirement", "department", "progress", "status")
	s.add(headings(cols)...)
	facts := j.all()
	for _, r := range j.list.requirements {
		var of []*fact
		for _, f := range facts {
			if f.requirement == r {
				of = append(of, f)
			}
		}
		if len(of) == 0 {
			continue
		}
		first, last := j.body(s, cols, of)
		for i := first; i < last; i++ {
			s.rows[i][0], s.rows[i][1] = "", ""
		}
		upright(s, first, last, 1, 2)
	}
	return b
}

func requirementOverLines(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		first := s.add(f.row(cols)...)
		if j.chance(0.5) {
			last := s.add("", "", f.text("progress2"), "")
			upright(s, first, last, 1, 2, 4)
		}
	}
	return b
}

func taskBanner(j *job) *book {
	b, s := j.open()
	cols := j.columns(j.usual("problems", "next_steps")...)
	s.add(headings(cols)...)
	task := -1
	for _, f := range j.mine() {
		if f.requirement.task != task {
			task = f.requirement.task
			r := s.add(append([]string{j.list.tasks[task]}, make([]string, len(cols)-1)...)...)
			s.merge(r, 1, r, len(cols))
		}
		s.add(f.row(cols)...)
	}
	return b
}

func severalAnswered(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	s.add(headings(cols)...)
	cites := j.chance(0.5)
	facts := j.mine()
	for len(facts) > 0 {
		n := 1
		if len(facts) > 1 && j.chance(0.4) {
			n = 2
			facts[0].share(facts[1])
			facts[1].sayStatus()
			facts[1].dateWritten = facts[1].date != ""
		}
		row := facts[0].row(cols)
		if n == 2 {
			a, c := facts[0].requirement, facts[1].requirement
			row[0] = a.number + "、" + c.number
			row[1] = strings.TrimSuffix(a.text, "。") + "；" + c.text
			if cites {
				row[0], row[1] = "", fmt.Sprintf("第%s、%s项", a.number, c.number)
			}
			j.join(facts[0], facts[1])
		}
		s.add(row...)
		facts = facts[n:]
	}
	return b
}

// join makes the tokens of the first fact the second one's too.
func (f *folder) join(first, second *fact) {
	for token, owned := range f.owner {
		for _, o := range owned {
			if o.fact == first {
				f.owner[token] = append(owned, owner{second, o.role})
				break
			}
		}
	}
}
