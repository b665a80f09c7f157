package decision

import (
	"cmp"
	"slices"

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
	if file := r.Target.File; elsewhere && file != "" && !slices.ContainsFunc(d.ledger.Inputs, func(in ledger.Input) bool { return in.File == file }) {
		return "现在没有“" + file + "”这个文件，别的文件里还有这个表头"
	}
	return ""
}
