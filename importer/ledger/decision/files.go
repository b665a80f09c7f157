package decision

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// Discard sets aside the rows of what the office has voided (rule 核定): they stand in the
// account of rows, and count for nothing. What else was found in them is moot.
func Discard(rs []returns.Return, files *ruling.Files) {
	for i := range rs {
		if ret := &rs[i]; files.Void(ret.File, ret.Sheet) {
			ret.Held = ""
			ret.Rows = slices.Clone(ret.Rows)
			for k := range ret.Rows {
				if row := &ret.Rows[k]; row.Ignored == "" {
					row.Ignored = returns.RuledOut
				}
			}
		}
	}
}

// AfterClose holds the returns of a quarter that the office has closed which it did not have
// then (rule 定稿). One that the office itself put into the quarter is in.
func AfterClose(rs []returns.Return, files *ruling.Files, closed ruling.Closed) (found []finding.Finding) {
	for i := range rs {
		ret := &rs[i]
		q := ret.Quarter.Value.String()
		if ret.Held != "" || ret.Quarter.Value.IsZero() || files.Void(ret.File, ret.Sheet) || files.Placed(ret.File, ret.Sheet) || closed.Admits(q, ret.Sum) {
			continue
		}
		ret.Held = finding.ReturnAfterClose
		found = append(found, finding.New(finding.ReturnAfterClose, ledger.SheetPlace(ret), ret.Quarter.Value.Short(), "").For(ret.Department.Value, q))
	}
	return found
}

// OnFiles says of each decision on a file whether there is such a file, and forgets what was
// found in those that are void.
func (d *Rulings) OnFiles(rs []returns.Return, files *ruling.Files) {
	for i := range d.ledger.Rulings {
		r := &d.ledger.Rulings[i]
		if r.Act == ruling.Close && r.Why == "" {
			if q, ok := period.ParseQuarter(r.Target.Quarter); ok && q.Year == d.ledger.Year {
				r.State = ruling.Applied
			} else {
				r.Why = "它是" + r.Target.Quarter + "的，不是本年度的"
			}
		}
		if !r.Act.OfFile() {
			continue
		}
		if at := slices.IndexFunc(files.Rulings, func(f ruling.Ruling) bool { return f.ID == r.ID && f.Target == r.Target }); at >= 0 {
			r.Value, r.Why = files.Rulings[at].Value, files.Rulings[at].Why
		}
		switch {
		case r.Why != "":
		case d.meets(r, rs):
			r.State = ruling.Applied
		default:
			r.Why = "现在没有这个文件"
			if r.Target.Sheet != "" {
				r.Why = "现在没有这张工作表"
			}
		}
	}
	d.ledger.Findings = slices.DeleteFunc(d.ledger.Findings, func(f finding.Finding) bool {
		return f.Place.File() != "" && files.Void(f.Place.File(), f.Place.Sheet())
	})
	d.ledger.Inputs = slices.Clone(d.ledger.Inputs)
	for i := range d.ledger.Inputs {
		if in := &d.ledger.Inputs[i]; (in.State == ledger.FileFailed || in.State == ledger.FileAttachment) && files.Void(in.File, "") {
			in.State, in.Reason, in.Department = ledger.FileSkipped, "办公室核定"+ruling.Discard.Label(), ""
		}
	}
}

// meets reports whether what a decision is about is there.
func (d *Rulings) meets(r *ruling.Ruling, rs []returns.Return) bool {
	t := r.Target
	if slices.ContainsFunc(rs, func(ret returns.Return) bool {
		return ret.File == t.File && (t.Sheet == "" || ret.Sheet == t.Sheet)
	}) {
		return true
	}
	return r.Act == ruling.Discard && slices.ContainsFunc(d.ledger.Inputs, func(in ledger.Input) bool { return in.File == t.File })
}
