package ledger

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// discard sets aside the rows of what the office has voided (rule 核定): they stand in the
// account of rows, and count for nothing. What else was found in them is moot.
func discard(rs []returns.Return, files *ruling.Files) {
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

// afterClose holds the returns of a quarter that the office has closed which it did not have
// then (rule 定稿). One that the office itself put into the quarter is in.
func afterClose(rs []returns.Return, files *ruling.Files, closed ruling.Closed) (found []finding.Finding) {
	for i := range rs {
		ret := &rs[i]
		q := ret.Quarter.Value.String()
		if ret.Held != "" || ret.Quarter.Value.IsZero() || files.Void(ret.File, ret.Sheet) || files.Placed(ret.File, ret.Sheet) || closed.Admits(q, ret.Sum) {
			continue
		}
		ret.Held = finding.ReturnAfterClose
		found = append(found, finding.New(finding.ReturnAfterClose, sheetPlace(ret), ret.Quarter.Value.Short(), "").For(ret.Department.Value, q))
	}
	return found
}

// SumsOf returns the sums of the files that speak for a quarter.
func (l *Ledger) SumsOf(quarter string) (sums []string) {
	for i := range l.Returns {
		if r := &l.Returns[i]; r.Quarter.String() == quarter {
			sums = append(sums, r.Sum)
		}
	}
	return sums
}

// ruleFiles says of each decision on a file whether there is such a file, and forgets what was
// found in those that are void.
func (m *merge) ruleFiles() {
	for i := range m.Rulings {
		r := &m.Rulings[i]
		if r.Act == ruling.Close && r.Why == "" {
			if q, ok := period.ParseQuarter(r.Target.Quarter); ok && q.Year == m.Year {
				r.State = ruling.Applied
			} else {
				r.Why = "它是" + r.Target.Quarter + "的，不是本年度的"
			}
		}
		if !r.Act.OfFile() {
			continue
		}
		if at := slices.IndexFunc(m.files.Rulings, func(f ruling.Ruling) bool { return f.ID == r.ID && f.Target == r.Target }); at >= 0 {
			r.Value, r.Why = m.files.Rulings[at].Value, m.files.Rulings[at].Why
		}
		switch {
		case r.Why != "":
		case m.meets(r):
			r.State = ruling.Applied
		default:
			r.Why = "现在没有这个文件"
			if r.Target.Sheet != "" {
				r.Why = "现在没有这张工作表"
			}
		}
	}
	m.Findings = slices.DeleteFunc(m.Findings, func(f finding.Finding) bool {
		return f.Place.File() != "" && m.files.Void(f.Place.File(), f.Place.Sheet())
	})
	m.Inputs = slices.Clone(m.Inputs)
	for i := range m.Inputs {
		if in := &m.Inputs[i]; in.State == FileFailed && m.files.Void(in.File, "") {
			in.State, in.Reason, in.Department = FileSkipped, "办公室核定"+ruling.Discard.Label(), ""
		}
	}
}

// meets reports whether what a decision is about is there.
func (m *merge) meets(r *ruling.Ruling) bool {
	t := r.Target
	if slices.ContainsFunc(m.returns, func(ret returns.Return) bool {
		return ret.File == t.File && (t.Sheet == "" || ret.Sheet == t.Sheet)
	}) {
		return true
	}
	return r.Act == ruling.Discard && slices.ContainsFunc(m.Inputs, func(in Input) bool { return in.File == t.File })
}
