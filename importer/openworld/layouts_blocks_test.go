package openworld

import (
	"fmt"
	"slices"
	"strings"
)

// The layouts here are no single table: blocks, cards, sheets, quarters side by side, prose.

func sideBySide(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status")
	facts := j.mine()
	half := (len(facts) + 1) / 2
	gap := make([]string, j.rng.IntN(2))
	s.add(slices.Concat(headings(cols), gap, headings(cols))...)
	for i := range half {
		row := facts[i].row(cols)
		if half+i < len(facts) {
			row = slices.Concat(row, gap, facts[half+i].row(cols))
		}
		s.add(row...)
	}
	return b
}

// byTask calls do with the facts of each task, in list order.
func (j *job) byTask(facts []*fact, do func(task string, facts []*fact)) {
	for t, task := range j.list.tasks {
		var of []*fact
		for _, f := range facts {
			if f.requirement.task == t {
				of = append(of, f)
			}
		}
		if len(of) > 0 {
			do(task, of)
		}
	}
}

func tablesBelow(j *job) *book {
	b, s := j.open()
	cols := j.columns(j.usual("problems", "evidence")...)
	j.byTask(j.mine(), func(task string, facts []*fact) {
		s.add(task)
		j.table(s, cols, facts)
		s.add("")
	})
	return b
}

func sheetATask(j *job) *book {
	b, s := j.open()
	above := s.rows
	b.sheets = nil
	cols := j.columns(j.usual("problems", "next_steps")...)
	j.byTask(j.mine(), func(task string, facts []*fact) {
		_, name, _ := strings.Cut(task, "、")
		part := &sheet{name: name, left: s.left, rows: slices.Clone(above)}
		j.table(part, cols, facts)
		b.sheets = append(b.sheets, part)
	})
	return b
}

// card puts one requirement as pairs of label and value.
func (j *job) card(s *sheet, cols []column, f *fact) {
	s.add(cols[0].heading, f.cell("number"), cols[1].heading, f.cell("task"))
	r := s.add(cols[2].heading, f.cell("requirement"), "", "")
	s.merge(r, 2, r, 4)
	r = s.add(cols[3].heading, f.cell("progress"), "", "")
	s.merge(r, 2, r, 4)
	s.add(cols[4].heading, f.cell("status"), cols[5].heading, f.cell("completed_on"))
	r = s.add(cols[6].heading, f.cell("problems"), "", "")
	s.merge(r, 2, r, 4)
}

func (j *job) cardLabels() []column {
	cols := j.columns("number", "task", "requirement", "progress", "status", "completed_on", "problems")
	if !j.known {
		cols[1].heading = pick(j.rng, j.world.headings["task"])
	}
	return cols
}

func cardsStacked(j *job) *book {
	b, s := j.open()
	cols := j.cardLabels()
	for _, f := range j.mine() {
		j.card(s, cols, f)
		s.add("")
	}
	return b
}

func cardSheets(j *job) *book {
	b, s := j.open()
	above := s.rows
	b.sheets = nil
	cols := j.cardLabels()
	for i, f := range j.mine() {
		name := fmt.Sprintf("事项%d", i+1)
		if j.chance(0.5) {
			name = fmt.Sprintf("%d.%s", i+1, f.requirement.short)
		}
		part := &sheet{name: name, left: s.left, rows: slices.Clone(above)}
		j.card(part, cols, f)
		b.sheets = append(b.sheets, part)
	}
	return b
}

func transposed(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	facts := j.mine()
	for _, c := range cols {
		row := []string{c.heading}
		for _, f := range facts {
			row = append(row, f.cell(c.role))
		}
		s.add(row...)
	}
	return b
}

// history returns the facts of the department for each quarter up to the job's.
func (j *job) history() [][]*fact {
	last := j.mine()
	all := make([][]*fact, j.quarter)
	for q := 1; q < j.quarter; q++ {
		for _, f := range last {
			all[q-1] = append(all[q-1], j.fact(f.department, q, f.requirement))
		}
	}
	all[j.quarter-1] = last
	return all
}

func (j *job) whole() (*book, *sheet) {
	b := &book{kind: "xlsx", path: fmt.Sprintf("全年/%s%d年台账", j.departments[0], j.list.year)}
	s := &sheet{name: "Sheet1"}
	s.add(fmt.Sprintf("%s%d年%s落实情况", j.departments[0], j.list.year, j.list.topic))
	b.sheets = append(b.sheets, s)
	return b, s
}

func quarterPairs(j *job) *book {
	b, s := j.whole()
	cols := j.columns("number", "requirement", "progress", "status")
	top, below := headings(cols[:2]), []string{"", ""}
	for q := 1; q <= j.quarter; q++ {
		top = append(top, fmt.Sprintf("第%s季度", numeral(q)), "")
		below = append(below, cols[2].heading, cols[3].heading)
	}
	r := s.add(top...)
	s.add(below...)
	upright(s, r, r+1, 1, 2)
	for q := range j.quarter {
		s.merge(r, 3+2*q, r, 4+2*q)
	}
	j.across(s, cols[:2], func(f *fact) []string { return f.row(cols[2:]) })
	return b
}

func quarterColumns(j *job) *book {
	b, s := j.whole()
	cols := j.columns("number", "requirement", "progress")
	top := headings(cols[:2])
	for q := 1; q <= j.quarter; q++ {
		top = append(top, fmt.Sprintf("%s季度%s", numeral(q), cols[2].heading))
	}
	s.add(top...)
	j.across(s, cols[:2], func(f *fact) []string { return []string{f.text("progress")} })
	return b
}

// across puts what is said in each quarter side by side.
func (j *job) across(s *sheet, cols []column, says func(*fact) []string) {
	all := j.history()
	for i, f := range all[j.quarter-1] {
		row := f.row(cols)
		for q := range all {
			row = append(row, says(all[q][i])...)
		}
		s.add(row...)
	}
}

func coverFirst(j *job) *book {
	b := &book{kind: "xlsx", path: fmt.Sprintf("收件/%d号", 10+j.rng.IntN(90))}
	cover := &sheet{name: pick(j.rng, []string{"封面", "Sheet1", "首页"})}
	cover.add("", j.titled(false))
	cover.add("")
	cover.add(pick(j.rng, []string{"填报单位", "报送单位"}), j.departments[0])
	cover.add("填报季度", fmt.Sprintf("%d年%s", j.list.year, j.season()))
	cover.add("联系人", "周敏")
	s := &sheet{name: "明细"}
	j.table(s, j.columns(j.usual("problems", "evidence")...), j.mine())
	b.sheets = []*sheet{cover, s}
	return b
}

func sampleFirst(j *job) *book {
	b, s := j.open()
	cols := j.columns(j.usual("problems", "evidence")...)
	facts := j.mine()
	sample := &sheet{name: pick(j.rng, []string{"样表", "填写示例", "示范"})}
	sample.add("（样表，仅供参考，请在下一张表填写）")
	f := j.fact(facts[0].department, j.quarter, facts[0].requirement)
	f.sample = true
	j.table(sample, cols, []*fact{f})
	s.name = "填报表"
	j.table(s, cols, facts)
	b.sheets = []*sheet{sample, s}
	return b
}

func goesOn(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	facts := j.mine()
	half := (len(facts) + 1) / 2
	j.table(s, cols, facts[:half])
	next := &sheet{name: pick(j.rng, []string{"续表", "Sheet2", "续"}), left: s.left}
	j.body(next, cols, facts[half:])
	b.sheets = append(b.sheets, next)
	return b
}

func nilReturn(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status")
	s.add(headings(cols)...)
	s.add("", pick(j.rng, []string{"本季度我单位无相关工作。", "无（本季度没有需要上报的内容）", "本单位本季度零报告。"}), "", "")
	b.covers = append(b.covers, voice{j.departments[0], j.quarter})
	return b
}

func prose(j *job) *book {
	b, s := j.open()
	b.kind, s.left = "txt", 0
	cols := j.columns("progress", "status", "completed_on", "problems")
	if len(s.rows) > 0 && len(s.rows[len(s.rows)-1]) > 1 {
		s.rows[len(s.rows)-1] = []string{strings.Join(s.rows[len(s.rows)-1], " ")}
	}
	for _, f := range j.mine() {
		s.add(fmt.Sprintf("第%s项 %s", f.requirement.number, f.requirement.text))
		for _, c := range cols {
			if said := f.cell(c.role); said != "" {
				s.add(c.heading + "：" + said)
			}
		}
	}
	return b
}
