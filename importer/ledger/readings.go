package ledger

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
)

// Met is a heading where it stands: a column of a return, with what the office may be asked of
// it.
type Met struct {
	table.Asked
	Sheet  string
	Column table.Column
	Twice  bool // another column of its table has the same heading
}

// readings takes over the office's answers on headings, and says of each whether a column was
// read by it.
func (m *merge) readings(rs []ruling.Ruling) {
	answers := ruling.NewReadings(m.Plan, rs)
	m.Readings = slices.Clone(answers.Answers())
	if len(m.Readings) == 0 {
		return
	}
	met := m.Met()
	for i := range m.Readings {
		m.Readings[i].State = ruling.Orphaned
	}
	for _, c := range met {
		if i := answers.Answer(c.Asked); i >= 0 && c.Column.By == table.ByOffice && c.Column.Role == m.Readings[i].Role {
			m.Readings[i].State = ruling.Applied
		}
	}
	for i := range m.Readings {
		r := &m.Readings[i]
		if name := r.Target.Department; r.Why == "" && r.State == ruling.Orphaned && name != "" && m.Plan.Roster.Known() && !m.Plan.Roster.Lists(name) {
			r.Why = "部门名录里已经没有“" + name + "”"
			continue
		}
		if r.Why == "" && r.State == ruling.Orphaned {
			r.Why = m.missed(r, i, answers, met)
		}
	}
	slices.SortStableFunc(m.Readings, func(a, b ruling.Ruling) int {
		x, y := a.Target, b.Target
		return cmp.Or(cmp.Compare(fold.Key(x.Heading), fold.Key(y.Heading)), cmp.Compare(m.order[x.Department], m.order[y.Department]),
			cmp.Compare(x.Department, y.Department), cmp.Compare(x.File, y.File), cmp.Compare(x.Beside[0], y.Beside[0]), cmp.Compare(x.Beside[1], y.Beside[1]),
			cmp.Compare(a.Role, b.Role), cmp.Compare(a.Typed.Choice, b.Typed.Choice), cmp.Compare(a.Typed.Item, b.Typed.Item),
			cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.By, b.By), cmp.Compare(a.On, b.On))
	})
}

// missed says why no column was read by an answer although its heading was met, "" where it was
// not met or a narrower answer speaks.
func (m *merge) missed(r *ruling.Ruling, i int, answers *ruling.Readings, met []Met) string {
	key, elsewhere := fold.Key(r.Target.Heading), false
	for _, c := range met {
		if answers.Answer(c.Asked) == i {
			if c.Column.By == table.ByKey {
				continue
			}
			return "读到这个表头的时候还不知道是哪个部门的，请在“适用”里改选“" + ruling.ForFile + "”或“" + ruling.ForAll + "”"
		}
		elsewhere = elsewhere || fold.Key(c.Heading) == key
	}
	if file := r.Target.File; elsewhere && file != "" && !slices.ContainsFunc(m.Inputs, func(in Input) bool { return in.File == file }) {
		return "现在没有“" + file + "”这个文件，别的文件里还有这个表头"
	}
	return ""
}

// Met lists the headings of all returns in their order, each column of a sheet once, although
// several departments may share it.
func (l *Ledger) Met() []Met {
	var all []Met
	seen := map[finding.Place]bool{}
	for i := range l.Returns {
		r := &l.Returns[i]
		for _, columns := range r.Tables() {
			all = append(all, ofTable(r, columns, seen)...)
		}
	}
	return all
}

// Tables returns the columns of a return table by table: in each they go from left to right.
func (r *Return) Tables() [][]table.Column {
	var tables [][]table.Column
	for from := 0; from < len(r.Columns); {
		to := from + 1
		for to < len(r.Columns) && r.Columns[to].Col > r.Columns[to-1].Col {
			to++
		}
		tables = append(tables, r.Columns[from:to])
		from = to
	}
	return tables
}

// ofTable lists the headings of the columns of one table.
func ofTable(r *Return, columns []table.Column, seen map[finding.Place]bool) []Met {
	count := map[string]int{}
	for _, c := range columns {
		count[fold.Key(c.Heading)]++
	}
	var list []Met
	for i, c := range columns {
		if c.Heading == "" || seen[c.At] {
			continue
		}
		seen[c.At] = true
		at := Met{Asked: table.Asked{Heading: c.Heading, File: r.File, Department: r.Department}, Sheet: r.Sheet, Column: c, Twice: count[fold.Key(c.Heading)] > 1}
		if i > 0 {
			at.Neighbours[0] = columns[i-1].Heading
		}
		if i+1 < len(columns) {
			at.Neighbours[1] = columns[i+1].Heading
		}
		list = append(list, at)
	}
	return list
}
