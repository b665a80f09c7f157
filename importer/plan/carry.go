package plan

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
)

// Carried is what a new year takes over from the 任务清单.xlsx of the one before.
type Carried struct {
	Year        int // that it is taken from
	Unit        string
	Departments []roster.Department // those that go on
	Settings    [][2]string         // item and value, without 年度 and 截至季度
	Taught      [][]string          // lines of 词表, in the order of TaughtColumns
	Sensitive   []string
}

// Carry reads a year's list for the year that follows it. The errors are those of Read.
func Carry(s Sources) (*Carried, error) {
	p, _, err := Read(s)
	if err != nil {
		return nil, err
	}
	c := &Carried{Year: p.Year, Unit: p.Unit, Sensitive: p.Sensitive}
	for _, d := range p.Roster.Departments {
		if !d.Active.Until.IsZero() && d.Active.Until.Year <= p.Year {
			continue // it ended; who carries it on says so
		}
		if d.Active.From.Year <= p.Year {
			d.Active.From = period.Quarter{}
		}
		c.Departments = append(c.Departments, d)
	}
	if sheet := s.sheet(settingsSheet, s.settings); sheet != nil {
		for row := 1; row <= sheet.LastRow(); row++ {
			item, value := readCell(sheet.Cell(row, 1)), readCell(sheet.Cell(row, 2))
			switch key := fold.Key(item.Value); {
			case !item.Given() || !value.Given() || sheet.Cell(row, 2).Covered(), key == "项目", key == "年度", key == "截至季度":
			default:
				c.Settings = append(c.Settings, [2]string{item.Value, value.Said})
			}
		}
	}
	if h, ok := findHeader(s.sheet(TaughtSheet, nil), "写法"); ok {
		for row := h.row + 1; row <= h.sheet.LastRow(); row++ {
			var line []string
			for _, heading := range TaughtColumns {
				line = append(line, strings.TrimSpace(h.cell(row, heading).String()))
			}
			if at := slices.Index(TaughtColumns, "写法"); at >= 0 && line[at] != "" {
				c.Taught = append(c.Taught, line)
			}
		}
	}
	return c, nil
}
