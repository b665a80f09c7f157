package plan

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/plan/roster"
)

// header finds a sheet's heading row by its first column's name and returns the column
// of each heading; a nil sheet has none.
type header struct {
	sheet   *grid.Sheet
	row     int
	columns map[string]int // by folded heading
}

func findHeader(s *grid.Sheet, firsts ...string) (header, bool) {
	if s == nil {
		return header{}, false
	}
	for row := 1; row <= min(s.LastRow(), searchedRows); row++ {
		h := header{s, row, map[string]int{}}
		for c := 1; c <= s.Width(); c++ {
			key := fold.Key(s.Cell(row, c).Text)
			if _, known := h.columns[key]; key != "" && !known {
				h.columns[key] = c
			}
		}
		if _, ok := h.column(firsts...); ok {
			return h, true
		}
	}
	return header{}, false
}

func (h header) column(names ...string) (int, bool) {
	for _, name := range names {
		if c, ok := h.columns[name]; ok {
			return c, true
		}
	}
	return 0, false
}

// cell returns the cell below a heading, an empty one where there is no such column.
func (h header) cell(row int, names ...string) grid.Cell {
	c, ok := h.column(names...)
	if !ok {
		return grid.Cell{}
	}
	return h.sheet.Cell(row, c)
}

// readRoster reads 部门名录.
func (p *Plan) readRoster(s *grid.Sheet) []finding.Finding {
	var found []finding.Finding
	h, ok := findHeader(s, "部门名称", "部门", "名称", "全称")
	if !ok {
		return nil
	}
	for row := h.row + 1; row <= s.LastRow(); row++ {
		cell := h.cell(row, "部门名称", "部门", "名称", "全称")
		name := readCell(cell)
		if !name.Given() || cell.Covered() {
			continue
		}
		name.Value = strings.Join(strings.Fields(name.Value), "")
		if _, twice := p.Roster.Named(name.Value); twice {
			continue
		}
		d := roster.Department{Name: name.Value, Kind: kindOf(h.cell(row, "类别", "类型", "性质").String(), name.Value), At: name.At}
		for _, alias := range strings.FieldsFunc(h.cell(row, "别名", "简称").String(), func(r rune) bool { return roster.IsComma(r) || r == '\n' || r == '/' }) {
			if alias = strings.TrimFunc(alias, numbering.IsBlank); alias != "" && !slices.Contains(d.Aliases, alias) {
				d.Aliases = append(d.Aliases, alias)
			}
		}
		for _, past := range strings.FieldsFunc(h.cell(row, "承接").String(), func(r rune) bool { return roster.IsComma(r) || r == '\n' }) {
			if past = strings.TrimFunc(past, numbering.IsBlank); past != "" && !slices.Contains(d.Past, past) {
				d.Past = append(d.Past, past)
			}
		}
		for _, end := range []struct {
			name string
			q    *period.Quarter
		}{{"启用", &d.Active.From}, {"停用", &d.Active.Until}} {
			said := readCell(h.cell(row, end.name, end.name+"季度"))
			q, ok := period.ParseQuarter(said.Said)
			if said.Given() && !ok {
				found = append(found, finding.New(finding.ListDueUnreadable, said.At, end.name+"“"+said.Said+"”", ""))
			}
			if ok && q.Year == 0 {
				q.Year = p.Year
			}
			*end.q = q
		}
		p.Roster.Departments = append(p.Roster.Departments, d)
	}
	p.Roster.SettlePast()
	p.Roster.Index()
	return found
}

var (
	sectionEnd   = regexp.MustCompile(`(?:股|科|处|室)\)?$`)
	affiliateEnd = regexp.MustCompile(`(?:馆|站|所|中心|队|院|校|团|台)\)?$`)
)

// kindOf reads 类别; where it is not filled in, the end of the name decides.
func kindOf(said, name string) roster.Kind {
	switch key := fold.Key(said); {
	case strings.HasPrefix(key, "外"):
		return roster.Outside
	case strings.ContainsAny(key, "股科处") || strings.Contains(key, "内设") || strings.Contains(key, "机关"):
		return roster.Section
	case strings.Contains(key, "属") || strings.Contains(key, "事业") || strings.Contains(key, "二级"):
		return roster.Affiliate
	}
	end := roster.Squeezed(name)
	switch {
	case sectionEnd.MatchString(end):
		return roster.Section
	case affiliateEnd.MatchString(end):
		return roster.Affiliate
	}
	return roster.Outside
}

// readReceipts reads 报送登记.
func (p *Plan) readReceipts(s *grid.Sheet) []finding.Finding {
	var found []finding.Finding
	h, ok := findHeader(s, "部门", "部门名称", "单位", "报送部门", "填报单位")
	if !ok {
		return nil
	}
	for row := h.row + 1; row <= s.LastRow(); row++ {
		who := readCell(h.cell(row, "部门", "部门名称", "单位", "报送部门", "填报单位"))
		when, day := readCell(h.cell(row, "季度", "所属季度", "报送季度")), h.cell(row, "收到日期", "报送日期", "日期", "收到时间")
		if !who.Given() || day.IsEmpty() {
			continue
		}
		q, ok := period.ParseQuarter(when.Said)
		if !ok {
			found = append(found, finding.New(finding.DateUnreadable, who.At, "报送登记的季度“"+when.Said+"”", ""))
			continue
		}
		if q.Year == 0 {
			q.Year = p.Year
		}
		on, ok := receivedOn(day, q)
		if !ok {
			found = append(found, finding.New(finding.DateUnreadable, day.At(), day.String(), ""))
			continue
		}
		name := who.Value
		if d, ok := p.Roster.Find(name, q); ok {
			name = d.Name
		} else if p.Roster.Known() {
			found = append(found, finding.New(finding.ListUnknownDepartment, who.At, name, ""))
		}
		p.Receipts = append(p.Receipts, Receipt{Department: name, Quarter: q, On: grid.Read[period.Date]{Value: on, Said: day.String(), At: day.At()}})
	}
	return found
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

// readSensitive reads 敏感词: one word a row, in the first column.
func (p *Plan) readSensitive(s *grid.Sheet) {
	if s == nil {
		return
	}
	for row := 1; row <= s.LastRow(); row++ {
		word := readCell(s.Cell(row, 1)).Value
		if key := fold.Key(word); key == "" || row == 1 && (key == "敏感词" || key == "词语" || key == "词") || slices.Contains(p.Sensitive, word) {
			continue
		}
		p.Sensitive = append(p.Sensitive, word)
	}
}
