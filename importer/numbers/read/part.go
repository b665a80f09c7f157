package read

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/find"
	"taizhang/importer/numbers/written"
	"taizhang/importer/period"
	"taizhang/importer/table"
)

// How far around numbers their titles and notes reach.
const (
	linesAbove = 8
	linesBelow = 6
	mostAround = 6 // cells of a line around them
)

// part is the part of a sheet that numbers stand in.
type part struct {
	*find.Scan
	year int // of the report
}

// region returns the rows that belong to the numbers: titles and info lines above, notes below.
func (sc part) region() (top, bottom int) {
	s := sc.View.Grid()
	if sc.Turned {
		return 1, s.LastRow()
	}
	top, bottom = sc.First, sc.Last
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
func (sc part) isRow(line int) bool {
	cells := sc.View.Filled(line)
	if len(cells) > mostAround {
		return true
	}
	return len(cells) > 2 && slices.ContainsFunc(cells, func(c grid.Cell) bool { return utf8.RuneCountInString(c.Text) > longestInfo })
}

// readPart reads the numbers of a sheet and returns what is left of it.
func (r *Reader) readPart(book *grid.Book, s *grid.Sheet, sc part, got *Reading) *grid.Sheet {
	top, bottom := sc.region()
	own := s.Without([][2]int{{1, top - 1}, {bottom + 1, s.LastRow()}})
	var about []int
	if sc.Turned {
		for line := 1; line <= s.LastRow(); line++ {
			if len(table.Whole(s).Filled(line)) <= 2 {
				about = append(about, line)
			}
		}
	}
	for line := top; !sc.Turned && line < sc.First; line++ {
		about = append(about, line)
	}
	for line := sc.Last + 1; !sc.Turned && line <= bottom; line++ {
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
	account := table.NewAccount(own)
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
			out.Texts = append(out.Texts, finding.Brief(c.Text))
		}
	}
	got.Sheets = append(got.Sheets, out)
	return left
}

// ownDepartments reports whether each number says itself whose it is.
func (sc part) ownDepartments() bool {
	return len(sc.Placed) > 0 && !slices.ContainsFunc(sc.Placed, func(p find.Placed) bool { return p.Department == "" && !p.Total })
}

// mark accounts for the cells of the region.
func (sc part) mark(a *table.Account, about []int) {
	for _, p := range sc.Placed {
		a.Mark(p.Cell, table.Used)
	}
	for _, s := range sc.Strays {
		a.Mark(s.Cell, table.Other)
	}
	for _, c := range sc.Others {
		a.Mark(c, table.Other)
	}
	for _, c := range sc.Labels {
		a.Mark(c, table.Heading)
	}
	left, right := sc.View.Bounds()
	for _, line := range sc.Headings {
		for c := left; c <= right; c++ {
			a.Mark(sc.View.Cell(line, c), table.Heading)
		}
	}
	for _, line := range about {
		for _, c := range table.Whole(sc.View.Grid()).Filled(line) {
			a.Mark(c, table.Info)
		}
	}
	for line := 1; sc.Turned && line < sc.First; line++ {
		for _, c := range sc.View.Filled(line) {
			a.Mark(c, table.Info)
		}
	}
	for line := sc.First; line <= sc.Last; line++ {
		sc.markFurniture(a, line, left)
	}
}

// markFurniture accounts for what stands among numbers and is none: 第二十条第（一）项, group titles with
// or without dashes behind them, serial numbers.
func (sc part) markFurniture(a *table.Account, line, left int) {
	var texts, dashes []grid.Cell
	for _, c := range sc.View.Filled(line) {
		switch {
		case sc.View.ColumnOf(c) == left && written.LooksNumeric(sc.Form, c):
			a.Mark(c, table.Furniture)
		case sc.Form.Absent[fold.Key(c.Text)]:
			dashes = append(dashes, c)
		default:
			texts = append(texts, c)
		}
	}
	if len(texts) != 1 || texts[0].Kind != grid.Text || written.LooksNumeric(sc.Form, texts[0]) {
		return
	}
	for _, c := range append(dashes, texts[0]) {
		a.Mark(c, table.Furniture)
	}
}

// besideCurrent reports whether a cumulative cell has a cell of the quarter alone in its line that
// is no open formula.
func (sc part) besideCurrent(p *find.Placed) bool {
	return p.What == numbers.Cumulative && slices.ContainsFunc(sc.Placed, func(o find.Placed) bool {
		return o.What == numbers.Current && o.Indicator == p.Indicator && o.Department == p.Department && o.Cell.At().Row() == p.Cell.At().Row() && o.Cell.Kind != grid.Failed
	})
}

// values makes values of the cells that were placed. A merge over cells of several numbers
// belongs to none of them.
func (sc part) values(whose Whose, got *Reading) {
	shared := map[finding.Place][]int{}
	for _, p := range sc.Placed {
		at := p.Cell.Anchor()
		if !slices.Contains(shared[at], p.Indicator) {
			shared[at] = append(shared[at], p.Indicator)
		}
	}
	if whose.Held {
		return // the findings say why, and the cells are accounted for
	}
	done := map[finding.Place]bool{}
	for _, p := range sc.Placed {
		at := p.Cell.Anchor()
		if done[at] && len(shared[at]) == 1 {
			continue
		}
		done[at] = true
		ind := &sc.Form.Indicators()[p.Indicator]
		unit := written.UnitFor(sc.Form, ind, p.Unit, false)
		if unit == "" {
			all := p.Above
			if all == "" {
				all = sc.Unit // said below the table
			}
			unit = written.UnitFor(sc.Form, ind, all, true)
		}
		v := numbers.Value{Indicator: p.Indicator, Department: whose.Department, Quarter: whose.Quarter, What: p.What, At: at, Note: p.Note,
			StatedOn: whose.StatedOn, Version: whose.Version, Unit: unit}
		if p.Department != "" {
			v.Department = p.Department
		}
		if p.Quarter > 0 {
			v.Quarter = period.Quarter{Year: sc.year, N: p.Quarter}
		}
		read := written.Read(sc.Form, ind, p.Cell, unit)
		if p.Cell.Kind == grid.Failed && p.Cell.Formula != "" && sc.besideCurrent(&p) {
			read = written.Reading{State: numbers.Blank} // a sum that was not worked out says no more than the number beside it
		}
		if len(shared[at]) > 1 && read.State != numbers.Blank {
			read = written.Reading{State: numbers.Text, Said: read.Said, Why: "一个合并单元格占了几项指标的位置"}
		}
		v.State, v.Amount, v.Said, v.Negative = read.State, read.Amount, read.Said, read.Broken
		if read.Unit != "" {
			v.Unit = read.Unit
		}
		switch {
		case p.Total:
			got.Totals = append(got.Totals, v)
			continue
		case read.State == numbers.Text:
			got.Findings = append(got.Findings, unreadable(sc.Form, &v, read.Why))
		case read.Turned && read.Amount != 0:
			got.Findings = append(got.Findings, numbers.Doubtful(&v, fmt.Sprintf("%s：写的是“%s”，单位是%s，已换算成 %s%s", ind.Label, read.Said, v.Unit, read.Amount, ind.Unit)))
		}
		got.Values = append(got.Values, v)
	}
	for _, s := range sc.Strays {
		got.Held = append(got.Held, numbers.Held{At: s.Cell.Anchor(), Label: s.Label, Said: strings.TrimSpace(s.Cell.String()), Why: s.Why, Candidates: s.Candidates,
			Department: whose.Department, Quarter: whose.Quarter})
	}
	sc.reportStrays(whose, got)
}
