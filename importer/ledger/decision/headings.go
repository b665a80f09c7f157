package decision

import (
	"cmp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
)

// OnHeadings takes over the office's answers on headings, and says of each whether a column was
// read by it.
func (d *Rulings) OnHeadings(rs []ruling.Ruling) {
	answers := ruling.NewReadings(d.ledger.Plan, rs)
	d.ledger.Readings = slices.Clone(answers.Answers())
	if len(d.ledger.Readings) == 0 {
		return
	}
	met := d.ledger.Met()
	for i := range d.ledger.Readings {
		d.ledger.Readings[i].State = ruling.Orphaned
	}
	for _, c := range met {
		if i := answers.Answer(c.Asked); i >= 0 && c.Column.By == table.ByOffice && c.Column.Role == d.ledger.Readings[i].Role {
			d.ledger.Readings[i].State = ruling.Applied
		}
	}
	for i := range d.ledger.Readings {
		r := &d.ledger.Readings[i]
		if name := r.Target.Department; r.Why == "" && r.State == ruling.Orphaned && name != "" && d.ledger.Plan.Roster.Known() && !d.ledger.Plan.Roster.Lists(name) {
			r.Why = "部门名录里已经没有“" + name + "”"
			continue
		}
		if r.Why == "" && r.State == ruling.Orphaned {
			r.Why = d.missed(r, i, answers, met)
		}
	}
	slices.SortStableFunc(d.ledger.Readings, func(a, b ruling.Ruling) int {
		x, y := a.Target, b.Target
		return cmp.Or(cmp.Compare(fold.Key(x.Heading), fold.Key(y.Heading)), cmp.Compare(d.order[x.Department], d.order[y.Department]),
			cmp.Compare(x.Department, y.Department), cmp.Compare(x.File, y.File), cmp.Compare(x.Beside[0], y.Beside[0]), cmp.Compare(x.Beside[1], y.Beside[1]),
			cmp.Compare(a.Role, b.Role), cmp.Compare(a.Typed.Choice, b.Typed.Choice), cmp.Compare(a.Typed.Item, b.Typed.Item),
			cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.By, b.By), cmp.Compare(a.On, b.On))
	})
}

// missed says why no column was read by an answer although its heading was met, "" where it was
// not met or a narrower answer speaks.
func (d *Rulings) missed(r *ruling.Ruling, i int, answers *ruling.Readings, met []ledger.Met) string {
	key, elsewhere, among := fold.Key(r.Target.Heading), false, ""
	for _, c := range met {
		if answers.Answer(c.Asked) == i {
			if c.Column.By == table.ByKey {
				continue
			}
			return "读到这个表头的时候还不知道是哪个部门的，请在“适用”里改选“" + ruling.ForFile + "”或“" + ruling.ForAll + "”"
		}
		if elsewhere = elsewhere || fold.Key(c.Heading) == key; fold.Key(c.Heading) == key && among == "" && d.amongOthers(c, r.Target.Department) {
			among = c.File
		}
	}
	if among != "" {
		return "“" + among + "”里不只" + r.Target.Department + "一家，一个表头在里面只能读成一样，请在“适用”里改选“" + ruling.ForFile + "”或“" + ruling.ForAll + "”"
	}
	if file := r.Target.File; elsewhere && file != "" && !slices.ContainsFunc(d.ledger.Inputs, func(in ledger.Input) bool { return in.File == file }) {
		return "现在没有“" + file + "”这个文件，别的文件里还有这个表头"
	}
	return ""
}

// amongOthers reports a column that no answer was read by, over rows of a department among those of others: one of
// several departments can't have it read in a way of its own.
func (d *Rulings) amongOthers(c ledger.Met, department string) bool {
	if department == "" || c.Department == department || c.Column.By == table.ByOffice {
		return false
	}
	return slices.ContainsFunc(d.ledger.Returns, func(r ledger.Return) bool {
		return r.File == c.File && r.Sheet == c.Sheet && r.Department == department
	})
}

// OnLessons says which words of 词表 for one department alone stand over columns that it shares with others, where
// they can't be followed.
func (d *Rulings) OnLessons() {
	var met []ledger.Met
	for _, lesson := range d.ledger.Plan.Taught {
		name := lesson.Scope.Department
		if lesson.Role == "" || name == "" { // only a word for a column has a role and a scope
			continue
		}
		if met == nil {
			met = d.ledger.Met()
		}
		i := slices.IndexFunc(met, func(c ledger.Met) bool {
			return fold.Key(c.Heading) == fold.Key(lesson.Word) && c.Column.Role != lesson.Role && d.amongOthers(c, name)
		})
		if i < 0 {
			continue
		}
		f := finding.New(finding.SettingUnreadable, finding.In(d.ledger.Plan.Source, "词表"), "“"+lesson.Word+"”只管"+name+"的读法没有用上", "")
		f.Message = "词表里“" + lesson.Word + "”只管" + name + "的读法没有用上：“" + met[i].File + "”里不只" + name + "一家，一个表头在里面只能读成一样。"
		f.Hint = "请在 任务清单.xlsx 的“词表”里把这一行的“适用”改成这个文件名，或者清空（对全部有效）。"
		d.ledger.Findings = append(d.ledger.Findings, f)
	}
}
