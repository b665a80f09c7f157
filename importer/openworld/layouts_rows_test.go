package openworld

import (
	"fmt"
)

// The layouts here are tables with a row for each requirement.

func plain(j *job) *book {
	b, s := j.open()
	j.table(s, j.columns(j.usual("problems", "next_steps", "evidence", "remarks")...), j.mine())
	return b
}

func anyOrder(j *job) *book {
	b, s := j.open()
	cols := j.columns(j.usual("task", "problems", "next_steps", "evidence", "remarks", "due")...)
	j.rng.Shuffle(len(cols), func(a, b int) { cols[a], cols[b] = cols[b], cols[a] })
	j.table(s, cols, j.mine())
	return b
}

func noHeadings(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	if j.chance(0.5) {
		cols = j.columns("requirement", "status", "progress")
	}
	j.body(s, cols, j.mine())
	return b
}

func letterHeadings(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "status", "completed_on", "progress")
	for i := range cols {
		cols[i].heading = []string{"甲", "乙", "丙", "丁", "戊"}[i]
	}
	j.table(s, cols, j.mine())
	return b
}

// upright merges the heading of the columns over the rows.
func upright(s *sheet, top, bottom int, cols ...int) {
	for _, c := range cols {
		s.merge(top, c, bottom, c)
	}
}

func twoHeadingRows(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "status", "completed_on", "progress", "problems")
	group := "完成情况"
	if !j.known {
		group = pick(j.rng, []string{"落实结果", "本季办理", "执行层面"})
	}
	top := s.add(cols[0].heading, cols[1].heading, group, "", "", cols[5].heading)
	s.add("", "", cols[2].heading, cols[3].heading, cols[4].heading)
	upright(s, top, top+1, 1, 2, 6)
	s.merge(top, 3, top, 5)
	j.body(s, cols, j.mine())
	return b
}

func threeHeadingRows(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "completed_on", "next_steps", "remarks")
	top := s.add("任务", "", "执行", "", "", "", cols[6].heading)
	s.add(cols[0].heading, cols[1].heading, "本季度", "", "", cols[5].heading)
	s.add("", "", cols[2].heading, cols[3].heading, cols[4].heading)
	s.merge(top, 1, top, 2)
	s.merge(top, 3, top, 6)
	s.merge(top+1, 3, top+1, 5)
	upright(s, top, top+2, 7)
	upright(s, top+1, top+2, 1, 2, 6)
	j.body(s, cols, j.mine())
	return b
}

func titleInfoNotes(j *job) *book {
	b := &book{kind: "xlsx", path: fmt.Sprintf("收到/表%d", 10+j.rng.IntN(90))}
	s := &sheet{name: "Sheet1"}
	b.sheets = append(b.sheets, s)
	s.add("附件2")
	s.merge(2, 1, 2, 6)
	s.add(j.titled(true))
	s.add(j.info()...)
	j.table(s, j.columns(j.usual("problems", "evidence")...), j.mine())
	j.foot(s)
	return b
}

func planBeside(j *job) *book {
	b, s := j.open()
	j.table(s, j.columns("number", "requirement", "plan", "progress", "status"), j.mine())
	return b
}

func earlierBeside(j *job) *book {
	b, s := j.open()
	j.table(s, j.columns("number", "requirement", "earlier", "progress", "status", "completed_on"), j.mine())
	return b
}

func numberOnly(j *job) *book {
	b, s := j.open()
	j.table(s, j.columns("number", "progress", "status", "completed_on"), j.mine())
	return b
}

func numberShort(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status")
	cols[1].role = "short"
	j.table(s, cols, j.mine())
	return b
}

func extraColumns(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "extra", "status", "extra2", "completed_on", "problems")
	if j.chance(0.5) {
		cols = j.columns("requirement", "extra", "status", "progress", "evidence")
	}
	j.table(s, cols, j.mine())
	return b
}

func blankHeading(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	cols[1+j.rng.IntN(3)].heading = ""
	j.table(s, cols, j.mine())
	return b
}

func repeatedHeadings(j *job) *book {
	b, s := j.open()
	cols := j.columns(j.usual("problems", "remarks")...)
	for i, f := range j.mine() {
		if i%3 == 0 {
			s.add(headings(cols)...)
		}
		s.add(f.row(cols)...)
	}
	return b
}

func ownNumbers(j *job) *book {
	b, s := j.open()
	cols := j.columns(j.usual("evidence", "remarks")...)
	s.add(headings(cols)...)
	for i, f := range j.mine() {
		row := f.row(cols)
		row[0] = fmt.Sprint(i + 1)
		s.add(row...)
	}
	return b
}

func inventedRows(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status")
	s.add(headings(cols)...)
	for i, f := range j.mine() {
		s.add(f.row(cols)...)
		if i%3 == 1 {
			row := j.fact(f.department, j.quarter, nil).row(cols)
			row[1] = pick(j.rng, []string{"机关工会活动", "退休干部慰问", "办公区绿化养护", "文体比赛组织"})
			s.add(row...)
		}
	}
	return b
}

func asCSV(j *job) *book {
	b, s := j.open()
	b.kind, s.left = "csv", 0
	j.table(s, j.columns(j.usual("problems", "evidence")...), j.mine())
	return b
}

func asPage(j *job) *book {
	b, s := j.open()
	b.kind = "html"
	j.table(s, j.columns(j.usual("next_steps", "evidence")...), j.mine())
	return b
}
