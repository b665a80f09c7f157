package ledger

import (
	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/table"
)

// Met is a heading where it stands: a column of a return, with what the office may be asked of
// it.
type Met struct {
	table.Asked
	Sheet  string
	Column table.Column
	Twice  bool // another column of its table has the same heading
	Told   bool // another column of its table tells what was done
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

// toldBeside reports whether another column of a table than this one tells what was done.
func toldBeside(columns []table.Column, this int) bool {
	for i := range columns {
		if i != this && columns[i].Role.Code() == "progress" && columns[i].Filled > 0 {
			return true
		}
	}
	return false
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
		at := Met{Told: toldBeside(columns, i), Asked: table.Asked{Heading: c.Heading, File: r.File, Department: r.Department}, Sheet: r.Sheet, Column: c, Twice: count[fold.Key(c.Heading)] > 1}
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
