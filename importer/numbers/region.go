package numbers

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table"
)

// How far around numbers their titles and notes reach.
const (
	linesAbove = 8
	linesBelow = 6
	mostAround = 6 // cells of a line around them
)

// region returns the rows that belong to the numbers: titles and info lines above, notes below.
func (sc *scan) region() (top, bottom int) {
	s := sc.view.Grid()
	if sc.turned {
		return 1, s.LastRow()
	}
	top, bottom = sc.first, sc.last
	for n := 0; n < linesAbove && top > 1; n++ {
		if sc.isRow(top - 1) {
			break
		}
		top--
	}
	for n := 0; n < linesBelow && bottom < s.LastRow(); n++ {
		if sc.isRow(bottom + 1) {
			break
		}
		bottom++
	}
	return top, bottom
}

// longestInfo is how many characters a cell of an info line has at the most where it is one of
// several.
const longestInfo = 24

// isRow reports whether a line is rather a row of another table than a title, an info line or a
// note.
func (sc *scan) isRow(line int) bool {
	cells := sc.view.Filled(line)
	if len(cells) > mostAround {
		return true
	}
	return len(cells) > 2 && slices.ContainsFunc(cells, func(c grid.Cell) bool { return utf8.RuneCountInString(c.Text) > longestInfo })
}

// readRegion reads the numbers of a sheet and returns what is left of it.
func (r *Reader) readRegion(book *grid.Book, s *grid.Sheet, sc *scan, top, bottom int, got *Reading) *grid.Sheet {
	part := s.Without([][2]int{{1, top - 1}, {bottom + 1, s.LastRow()}})
	var about []int
	if sc.turned {
		for line := 1; line <= s.LastRow(); line++ {
			if len(table.Whole(s).Filled(line)) <= 2 {
				about = append(about, line)
			}
		}
	}
	for line := top; !sc.turned && line < sc.first; line++ {
		about = append(about, line)
	}
	for line := sc.last + 1; !sc.turned && line <= bottom; line++ {
		about = append(about, line)
	}
	whose := Whose{}
	if r.known.Whose != nil {
		whose = r.known.Whose(book, s, about)
	}
	if whose.Department == "" && sc.ownDepartments() { // a line or a column a department
		whose.Findings = slices.DeleteFunc(whose.Findings, func(f finding.Finding) bool { return f.Code == finding.DepartmentUnknown })
		whose.Held = slices.ContainsFunc(whose.Findings, func(f finding.Finding) bool { return f.Severity() == finding.Error })
	}
	got.Findings = append(got.Findings, whose.Findings...)
	account := table.NewAccount(part)
	sc.mark(account, about)
	sc.footnotes(about)
	if year := sc.earlier(book, top); year > 0 {
		sc.giveUp(year, s, whose, got)
	} else {
		sc.values(whose, got)
	}
	left := s.Without([][2]int{{top, bottom}})
	out := Sheet{Sheet: s.Name, Whole: left.LastRow() == 0, Cells: account.Cells()}
	if cells := account.UnreadCells(); len(cells) > 0 {
		got.Findings = append(got.Findings, unread(cells).For(whose.Department, whose.Quarter.String()))
		for _, c := range cells[:min(len(cells), 20)] {
			out.Texts = append(out.Texts, brief(c.Text))
		}
	}
	got.Sheets = append(got.Sheets, out)
	return left
}

// ownDepartments reports whether each number says itself whose it is.
func (sc *scan) ownDepartments() bool {
	return len(sc.placed) > 0 && !slices.ContainsFunc(sc.placed, func(p placed) bool { return p.department == "" && !p.total })
}

// mark accounts for the cells of the region.
func (sc *scan) mark(a *table.Account, about []int) {
	for _, p := range sc.placed {
		a.Mark(p.cell, table.Used)
	}
	for _, s := range sc.strays {
		a.Mark(s.cell, table.Other)
	}
	for _, c := range sc.others {
		a.Mark(c, table.Other)
	}
	for _, c := range sc.labels {
		a.Mark(c, table.Heading)
	}
	left, right := sc.view.Bounds()
	for _, line := range sc.headings {
		for c := left; c <= right; c++ {
			a.Mark(sc.view.Cell(line, c), table.Heading)
		}
	}
	for _, line := range about {
		for _, c := range table.Whole(sc.view.Grid()).Filled(line) {
			a.Mark(c, table.Info)
		}
	}
	for line := 1; sc.turned && line < sc.first; line++ {
		for _, c := range sc.view.Filled(line) {
			a.Mark(c, table.Info)
		}
	}
	for line := sc.first; line <= sc.last; line++ {
		sc.markFurniture(a, line, left)
	}
}

// markFurniture accounts for what stands among numbers and is none: 第二十条第（一）项, group titles with
// or without dashes behind them, serial numbers.
func (sc *scan) markFurniture(a *table.Account, line, left int) {
	var texts, dashes []grid.Cell
	for _, c := range sc.view.Filled(line) {
		switch {
		case sc.view.ColumnOf(c) == left && looksNumeric(sc.form, c):
			a.Mark(c, table.Furniture)
		case sc.form.Absent[fold.Key(c.Text)]:
			dashes = append(dashes, c)
		default:
			texts = append(texts, c)
		}
	}
	if len(texts) != 1 || texts[0].Kind != grid.Text || looksNumeric(sc.form, texts[0]) {
		return
	}
	for _, c := range append(dashes, texts[0]) {
		a.Mark(c, table.Furniture)
	}
}

// besideCurrent reports whether a cumulative cell has a cell of the quarter alone in its line that
// is no open formula.
func (sc *scan) besideCurrent(p *placed) bool {
	return p.what == Cumulative && slices.ContainsFunc(sc.placed, func(o placed) bool {
		return o.what == Current && o.indicator == p.indicator && o.department == p.department && o.cell.At().Row() == p.cell.At().Row() && o.cell.Kind != grid.Failed
	})
}

// values makes values of the cells that were placed. A merge over cells of several numbers
// belongs to none of them.
func (sc *scan) values(whose Whose, got *Reading) {
	shared := map[finding.Place][]int{}
	for _, p := range sc.placed {
		at := p.cell.Anchor()
		if !slices.Contains(shared[at], p.indicator) {
			shared[at] = append(shared[at], p.indicator)
		}
	}
	if whose.Held {
		return // the findings say why, and the cells are accounted for
	}
	done := map[finding.Place]bool{}
	for _, p := range sc.placed {
		at := p.cell.Anchor()
		if done[at] && len(shared[at]) == 1 {
			continue
		}
		done[at] = true
		ind := &sc.form.Indicators()[p.indicator]
		unit := unitOf(sc.form, ind, p.unit, false)
		if unit == "" {
			all := p.above
			if all == "" {
				all = sc.unit // said below the table
			}
			unit = unitOf(sc.form, ind, all, true)
		}
		v := Value{Indicator: p.indicator, Department: whose.Department, Quarter: whose.Quarter, What: p.what, At: at, Note: p.note,
			StatedOn: whose.StatedOn, Version: whose.Version, Unit: unit}
		if p.department != "" {
			v.Department = p.department
		}
		if p.quarter > 0 {
			v.Quarter = period.Quarter{Year: sc.known.Year, N: p.quarter}
		}
		read := readCell(sc.form, ind, p.cell, unit)
		if p.cell.Kind == grid.Failed && p.cell.Formula != "" && sc.besideCurrent(&p) {
			read = reading{state: Blank} // a sum that was not worked out says no more than the number beside it
		}
		if len(shared[at]) > 1 && read.state != Blank {
			read = reading{state: Text, said: read.said, why: "一个合并单元格占了几项指标的位置"}
		}
		v.State, v.Amount, v.Said, v.Negative = read.state, read.amount, read.said, read.broken
		if read.unit != "" {
			v.Unit = read.unit
		}
		switch {
		case p.total:
			got.Totals = append(got.Totals, v)
			continue
		case read.state == Text:
			got.Findings = append(got.Findings, unreadable(sc.form, &v, read.why))
		case read.turned:
			got.Findings = append(got.Findings, doubtful(&v, fmt.Sprintf("%s：写的是“%s”，单位是%s，已换算成 %s%s", ind.Label, read.said, v.Unit, read.amount, ind.Unit)))
		}
		got.Values = append(got.Values, v)
	}
	for _, s := range sc.strays {
		got.Held = append(got.Held, Held{At: s.cell.Anchor(), Label: s.label, Said: strings.TrimSpace(s.cell.String()), Why: s.why, Candidates: s.candidates,
			Department: whose.Department, Quarter: whose.Quarter})
	}
	sc.reportStrays(whose, got)
}
