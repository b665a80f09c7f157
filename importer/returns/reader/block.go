package reader

import (
	"path"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/returns/origin"
	"taizhang/importer/returns/rows"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// part is a return, or what one of several tables holds of it.
type part struct {
	ret    returns.Return
	origin origin.Origin
}

// join adds the parts of a further table: what is of the same department and quarter on
// the same sheet is one return.
func join(parts, more []part) []part {
	for _, p := range more {
		i := slices.IndexFunc(parts, func(o part) bool {
			return o.ret.Department.Value == p.ret.Department.Value && o.ret.Quarter.Value == p.ret.Quarter.Value
		})
		if i < 0 {
			parts = append(parts, p)
			continue
		}
		parts[i].ret.Rows = append(parts[i].ret.Rows, p.ret.Rows...)
		parts[i].ret.Columns = append(parts[i].ret.Columns, p.ret.Columns...)
		if !parts[i].ret.StatedOn.Given() {
			parts[i].ret.StatedOn = p.ret.StatedOn // what stands under the table of a letter signs the letter
		}
		parts[i].ret.Evidence = parts[i].ret.Evidence || p.ret.Evidence
	}
	return parts
}

// furniture are the rows of which no cell is a sample of its column.
var furniture = []returns.Reason{returns.RepeatedHeading, returns.GroupTitle, returns.Total, returns.Note, returns.Signature, returns.EmptyNumbered}

// sampleAnswers shows of the columns of a table what stands in the rows that answer. A line may be a row in
// several of the parts.
func sampleAnswers(b *table.Block, parts []part) {
	if b.Shape != table.Upright {
		return
	}
	apart, answers := map[int]bool{}, map[int]bool{}
	for i := range parts {
		for k := range parts[i].ret.Rows {
			row := &parts[i].ret.Rows[k]
			if slices.Contains(furniture, row.Ignored) {
				apart[row.At.Row()] = true
			} else {
				answers[row.At.Row()] = true
			}
		}
	}
	if len(apart) > 0 {
		b.Sample(func(row int) bool { return answers[row] || !apart[row] })
	}
}

// readBlock reads one table: one return a department and quarter.
func (f *file) readBlock(u *sheet, b *table.Block) (parts []part, fs []finding.Finding) {
	o := f.Sources.Origin(u.page(), b)
	base := returns.Return{File: f.book.File, Sheet: u.Grid.Name, Sum: f.book.Sum, Version: origin.Version(path.Base(f.book.File)),
		Evidence: b.Has(words.Evidence), Quarter: o.Quarter, StatedOn: o.StatedOn, Columns: b.Columns}
	fs = hidden(b)
	t := f.answers.Taker(u.Sheet, b)
	quarters := quartersOf(b)
	t.AsOf = base.Quarter.Value.N
	switch {
	case len(quarters) == 1 && base.Quarter.Value.IsZero():
		base.Quarter = f.columnQuarter(b, quarters[0])
		quarters = nil
	case len(quarters) == 1 && !o.QuarterSpan && quarters[0] != base.Quarter.Value.N && o.QuarterClash == nil && base.Quarter.Value.Year == f.Plan.Year:
		base.Quarter, quarters = f.columnQuarter(b, quarters[0]), nil // the column is narrower than the title
	case len(quarters) == 1:
		quarters = nil
	case len(quarters) < 2:
		quarters = nil
	}
	periods := f.periodsOf(b)
	if len(quarters) == 0 && periods == nil {
		parts = f.perDepartment(t, base, o, &fs)
	}
	for _, s := range periods {
		some := *b
		some.Body, some.End = s.from, s.to
		if s == periods[0] {
			some.Body = b.Body // with the sample above it
		}
		one := t
		one.Block, one.AsOf = &some, s.quarter
		base.Quarter = grid.Read[period.Quarter]{Value: period.Quarter{Year: f.Plan.Year, N: s.quarter}, Said: b.Cell(s.from, b.Left()).String(), At: b.Place(s.from)}
		parts = append(parts, f.perDepartment(one, base, o, &fs)...)
	}
	quarters = slices.DeleteFunc(quarters, func(n int) bool { return (n != o.Quarter.Value.N || o.QuarterSpan) && !holdsQuarter(b, n) })
	last := lastFilled(b, quarters)
	for _, n := range quarters {
		one := t
		one.Quarter, one.PerQuarter, one.Latest = n, true, n == last
		named := o.Quarter.Value
		base.Quarter = f.columnQuarter(b, n)
		base.Restates = !named.IsZero() && !o.QuarterSpan && n < named.N
		parts = append(parts, f.perDepartment(one, base, o, &fs)...)
	}
	daysBeside(b, parts)
	fs = append(fs, f.columnFindings(b)...)
	for i := range fs {
		if fs[i].Department == "" && len(parts) > 0 {
			fs[i] = fs[i].For(parts[0].ret.Department.Value, parts[0].ret.Quarter.Value.String())
		}
	}
	for _, p := range parts {
		for _, found := range o.Findings {
			fs = append(fs, found.For(p.ret.Department.Value, p.ret.Quarter.Value.String()))
		}
	}
	return parts, fs
}

// columnQuarter is the quarter that a column is headed with.
func (f *file) columnQuarter(b *table.Block, n int) grid.Read[period.Quarter] {
	at := b.Place(b.Head)
	for i := range b.Columns {
		if b.Columns[i].Quarter == n {
			at = b.Columns[i].At
			break
		}
	}
	q := period.Quarter{Year: f.Plan.Year, N: n}
	return grid.Read[period.Quarter]{Value: q, Said: q.Short(), At: at}
}

// quartersOf returns the quarters that answer columns are headed with, in the order of the year.
func quartersOf(b *table.Block) []int {
	var qs []int
	for i := range b.Columns {
		if c := &b.Columns[i]; c.IsAnswer() && c.Quarter != 0 && !slices.Contains(qs, c.Quarter) {
			qs = append(qs, c.Quarter)
		}
	}
	slices.Sort(qs)
	return qs
}

// holdsQuarter reports whether an answer column of a quarter holds anything.
func holdsQuarter(b *table.Block, n int) bool { return lastFilled(b, []int{n}) == n }

// lastFilled returns the last of the quarters of which any answer column holds something.
func lastFilled(b *table.Block, quarters []int) int {
	for _, n := range slices.Backward(quarters) {
		for i := range b.Columns {
			if c := &b.Columns[i]; c.Quarter == n && c.Filled > 0 {
				return n
			}
		}
	}
	return 0
}

// perDepartment reads the rows of a table and splits them by department where rows say whose
// they are.
func (f *file) perDepartment(t answer.Taker, base returns.Return, o origin.Origin, fs *[]finding.Finding) []part {
	if _, name := t.Whose(); name != "" {
		return f.ofColumns(t, base, o)
	}
	inner := f.namesInner(t.Block, &o)
	rollUp := !inner && f.isRollUp(t.Block, &o)
	rows, sections := rows.Read(f.paragraphs, t, rollUp)
	for _, found := range misplacedKeys(rows) {
		*fs = append(*fs, found.For(o.Department.Value, base.Quarter.Value.String()))
	}
	base.Department = o.Department
	if rollUp || !o.DepartmentSpoken || sections {
		return f.byDepartment(base, rows, o, rollUp, inner)
	}
	base.Rows = rows
	if !o.DepartmentTold && !inner {
		*fs = append(*fs, f.compareColumn(rows, o)...)
	}
	return []part{{base, o}}
}
