package openworld

import "fmt"

// The layouts here differ in how they say a status.

var three = []string{"completed", "in_progress", "not_started"}

// stages are words for three statuses that stand as headings, sheets or banners.
func (j *job) stages() []string {
	if j.known {
		return []string{"已完成", "推进中", "未启动"}
	}
	return pick(j.rng, [][]string{{"已办结", "正在办", "尚未办"}, {"办结", "在办", "没有动工"}, {"全部落实", "正在落实", "还没开展"}})
}

// inColumns puts a column for each of three statuses below a group heading, and what mark
// says in them.
func (j *job) inColumns(s *sheet, mark func(f *fact, of int) string) {
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	stage := j.stages()
	top := s.add(cols[0].heading, cols[1].heading, cols[2].heading, cols[3].heading, "", "", cols[4].heading)
	s.add("", "", "", stage[0], stage[1], stage[2])
	s.merge(top, 4, top, 6)
	upright(s, top, top+1, 1, 2, 3, 7)
	for _, f := range j.mine() {
		f.among(three...)
		f.sayStatus()
		row := []string{f.cell("number"), f.cell("requirement"), f.text("progress")}
		for i := range three {
			row = append(row, mark(f, i))
		}
		s.add(append(row, f.sayDate())...)
	}
}

func ticks(j *job) *book {
	b, s := j.open()
	tick := pick(j.rng, []string{"√", "✓", "是"})
	j.inColumns(s, func(f *fact, i int) string {
		if f.status == three[i] {
			return tick
		}
		return ""
	})
	return b
}

func trueFalse(j *job) *book {
	b, s := j.open()
	s.bools = true
	j.inColumns(s, func(f *fact, i int) string {
		if f.status == three[i] {
			return "TRUE"
		}
		return "FALSE"
	})
	return b
}

func symbols(j *job) *book {
	b, s := j.open()
	stage := j.stages()
	sign := pick(j.rng, [][]string{{"●", "◐", "○"}, {"★", "☆", "△"}, {"√", "△", "×"}})
	legend := fmt.Sprintf("说明：%s表示%s，%s表示%s，%s表示%s。", sign[0], stage[0], sign[1], stage[1], sign[2], stage[2])
	above := j.chance(0.5)
	if above {
		s.add(legend)
	}
	cols := j.columns("number", "requirement", "status", "progress")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		f.among(three...)
		row := f.row(cols)
		for i := range three {
			if f.status == three[i] {
				row[2] = sign[i]
			}
		}
		s.add(row...)
	}
	if !above {
		s.add(legend)
	}
	return b
}

func boxes(j *job) *book {
	b, s := j.open()
	stage := j.stages()
	box := pick(j.rng, [][2]string{{"☑", "□"}, {"■", "□"}, {"☑", "☐"}})
	cols := j.columns("number", "requirement", "progress", "status", "completed_on")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		f.among(three...)
		row := f.row(cols)
		row[3] = ""
		for i := range three {
			mark := box[1]
			if f.status == three[i] {
				mark = box[0]
			}
			if i > 0 {
				row[3] += " "
			}
			row[3] += mark + stage[i]
		}
		s.add(row...)
	}
	return b
}

func yesNo(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status", "remarks")
	cols[3].heading = pick(j.rng, []string{"是否完成", "是否办结"})
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		f.among("completed", "behind")
		row := f.row(cols)
		row[3] = "是"
		if f.status != "completed" {
			row[3], f.accepted = "否", []string{"behind", "in_progress"}
		}
		s.add(row...)
	}
	return b
}

func statusAndDate(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress", "status")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		row := f.row(cols)
		if f.date != "" {
			f.mean("completed")
			row[3] = fmt.Sprintf(pick(j.rng, []string{"%[1]s（%[2]s）", "%[1]s，%[2]s", "%[2]s%[1]s", "%[1]s\n%[2]s"}), pick(j.rng, []string{"已完成", "已办结", "完成"}), f.sayDate())
		}
		s.add(row...)
	}
	return b
}

func statusLeads(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "progress")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		row := f.row(cols)
		row[2] = f.sayStatus() + "。" + row[2]
		s.add(row...)
	}
	return b
}

func percentRemarks(j *job) *book {
	b, s := j.open()
	cols := j.columns("number", "requirement", "percent", "remarks")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		f.among(three...)
		f.sayStatus()
		share := map[string]string{"completed": "100%", "not_started": "0%", "in_progress": fmt.Sprintf("%d%%", 5*(2+j.rng.IntN(17)))}[f.status]
		s.add(f.cell("number"), f.cell("requirement"), share, f.text("remarks"))
	}
	return b
}

func statusSheets(j *job) *book {
	b, s := j.open()
	above, stage := s.rows, j.stages()
	b.sheets = nil
	facts := j.mine()
	cols := j.columns("number", "requirement", "progress", "evidence")
	for i := range three {
		part := &sheet{name: stage[i], left: s.left, rows: append([][]string(nil), above...)}
		part.add(headings(cols)...)
		for k, f := range facts {
			if k%3 == i {
				f.mean(three[i]).sayStatus()
				part.add(f.row(cols)...)
			}
		}
		b.sheets = append(b.sheets, part)
	}
	return b
}

func statusBanner(j *job) *book {
	b, s := j.open()
	stage := j.stages()
	facts := j.mine()
	cols := j.columns("number", "requirement", "progress", "evidence")
	s.add(headings(cols)...)
	for i := range three {
		r := s.add(fmt.Sprintf("%s、%s的事项", numeral(i+1), stage[i]), "", "", "")
		s.merge(r, 1, r, 4)
		for k, f := range facts {
			if k%3 == i {
				f.mean(three[i]).sayStatus()
				s.add(f.row(cols)...)
			}
		}
	}
	return b
}

func colourLegend(j *job) *book {
	b, s := j.open()
	stage := j.stages()
	s.add(fmt.Sprintf("绿色为%s，黄色为%s，红色为%s", stage[0], stage[1], stage[2]))
	cols := j.columns("number", "requirement", "progress")
	s.add(headings(cols)...)
	for _, f := range j.mine() {
		f.among(three...)
		f.sayStatus()
		r := s.add(f.row(cols)...)
		for i, colour := range []string{"00B050", "FFFF00", "FF0000"} {
			for c := 1; f.status == three[i] && c <= 3; c++ {
				s.fill(r, c, colour)
			}
		}
	}
	return b
}
