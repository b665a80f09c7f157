package sheets

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/roster"
)

// Receipt is a line of 报送登记: when a department's return came in.
type Receipt struct {
	Department string
	Quarter    period.Quarter
	On         grid.Read[period.Date]
}

// What the columns of 报送登记 may be headed.
var (
	departmentColumns = []string{"部门", "部门名称", "单位", "报送部门", "填报单位"}
	quarterColumns    = []string{"季度", "所属季度", "报送季度"}
	dayColumns        = []string{"收到日期", "报送日期", "日期", "收到时间"}
)

// header finds a sheet's heading row by its first column's name and returns the column
// of each heading; a nil sheet has none.
type header struct {
	sheet   *grid.Sheet
	Row     int
	columns map[string]int // by folded heading
}

func FindHeader(s *grid.Sheet, firsts ...string) (header, bool) {
	if s == nil {
		return header{}, false
	}
	for row := 1; row <= min(s.LastRow(), draft.SearchedRows); row++ {
		h := header{s, row, map[string]int{}}
		for c := 1; c <= s.Width(); c++ {
			key := fold.Key(s.Cell(row, c).Text)
			if _, known := h.columns[key]; key != "" && !known {
				h.columns[key] = c
			}
		}
		if _, ok := h.Column(firsts...); ok {
			return h, true
		}
	}
	return header{}, false
}

func (h header) Column(names ...string) (int, bool) {
	for _, name := range names {
		if c, ok := h.columns[name]; ok {
			return c, true
		}
	}
	return 0, false
}

// cell returns the cell below a heading, an empty one where there is no such column.
func (h header) cell(row int, names ...string) grid.Cell {
	c, ok := h.Column(names...)
	if !ok {
		return grid.Cell{}
	}
	return h.sheet.Cell(row, c)
}

// ReadReceipts reads 报送登记.
func ReadReceipts(s *grid.Sheet, known *roster.Roster, year int) (receipts []Receipt, found []finding.Finding) {
	h, ok := FindHeader(s, departmentColumns...)
	if !ok {
		return nil, nil
	}
	for row := h.Row + 1; row <= s.LastRow(); row++ {
		who := draft.ReadCell(h.cell(row, departmentColumns...))
		when, day := draft.ReadCell(h.cell(row, quarterColumns...)), h.cell(row, dayColumns...)
		if !who.Given() || day.IsEmpty() {
			continue
		}
		q, ok := period.ParseQuarter(when.Said)
		if !ok {
			found = append(found, finding.New(finding.DateUnreadable, who.At, "报送登记的季度“"+when.Said+"”", ""))
			continue
		}
		if q.Year == 0 {
			q.Year = year
		}
		on, ok := receivedOn(day, q)
		if !ok {
			found = append(found, finding.New(finding.DateUnreadable, day.At(), day.String(), ""))
			continue
		}
		name := who.Value
		if d, ok := known.Find(name, q); ok {
			name = d.Name
		} else if known.Known() {
			found = append(found, finding.New(finding.ListUnknownDepartment, who.At, name, ""))
		}
		receipts = append(receipts, Receipt{Department: name, Quarter: q, On: grid.Read[period.Date]{Value: on, Said: day.String(), At: day.At()}})
	}
	return receipts, found
}

// Register is where 报送登记 tells of one return, or can: its line, and the columns of department, quarter and day.
type Register struct {
	Row                    int
	Department, When, Came int
	Fresh                  bool // the line is the first free one
}

// FindRegister finds the line of a return in 报送登记, else the first free one; ok is false where the sheet has no
// such headings.
func FindRegister(s *grid.Sheet, known *roster.Roster, year int, department string, q period.Quarter) (at Register, ok bool) {
	h, ok := FindHeader(s, departmentColumns...)
	if !ok {
		return at, false
	}
	at.Department, _ = h.Column(departmentColumns...)
	if at.When, ok = h.Column(quarterColumns...); !ok {
		return at, false
	}
	if at.Came, ok = h.Column(dayColumns...); !ok {
		return at, false
	}
	at.Row, at.Fresh = h.Row+1, true
	for row := h.Row + 1; row <= s.LastRow(); row++ {
		who, when := draft.ReadCell(s.Cell(row, at.Department)), draft.ReadCell(s.Cell(row, at.When))
		if who.Given() || when.Given() || !s.Cell(row, at.Came).IsEmpty() {
			at.Row = row + 1
		}
		of, named := period.ParseQuarter(when.Said)
		if of.Year == 0 {
			of.Year = year
		}
		d, listed := known.Find(who.Value, q)
		if named && of == q && (who.Value == department || listed && d.Name == department) {
			return Register{row, at.Department, at.When, at.Came, false}, true
		}
	}
	return at, true
}

// receivedOn reads the day of a receipt. One without a year that would lie before the
// quarter is the next year's: the fourth quarter is reported in January.
func receivedOn(cell grid.Cell, q period.Quarter) (period.Date, bool) {
	if on, ok := cell.Date(); ok {
		return on, true
	}
	words, ok := cell.DateWords()
	if !ok {
		return period.Date{}, false
	}
	on, ok := period.ParseDate(words, q.Year)
	if next, again := period.ParseDate(words, q.Year+1); ok && again && next != on && q.First().After(on) {
		return next, true
	}
	return on, ok
}

// ReadSensitive reads 敏感词: one word a row, in the first column.
func ReadSensitive(s *grid.Sheet) (sensitive []string) {
	if s == nil {
		return nil
	}
	for row := 1; row <= s.LastRow(); row++ {
		word := draft.ReadCell(s.Cell(row, 1)).Value
		if key := fold.Key(word); key == "" || row == 1 && (key == "敏感词" || key == "词语" || key == "词") || slices.Contains(sensitive, word) {
			continue
		}
		sensitive = append(sensitive, word)
	}
	return sensitive
}
