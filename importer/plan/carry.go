package plan

import (
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/sheets"
)

// Carried is what a new year takes over from the 任务清单.xlsx of the one before.
type Carried struct {
	Year        int // that it is taken from
	Unit        string
	Departments []roster.Department // those that go on
	Settings    [][2]string         // item and value, without 年度 and 截至季度
	Taught      [][]string          // lines of 词表, in the order of TaughtColumns
	Sensitive   []string
	Receipts    []sheets.Receipt // 报送登记, of the same year alone
}

// Carry reads a year's list for the year that follows it. The errors are those of Read.
func Carry(s Sources) (*Carried, error) {
	p, _, err := Read(s)
	if err != nil {
		return nil, err
	}
	c := &Carried{Year: p.Year, Unit: p.Unit, Settings: sheets.WrittenSettings(s.sheet(settingsSheet, s.settings), "年度", "截至季度"), Taught: sheets.WrittenLessons(s.sheet(TaughtSheet, nil)), Sensitive: p.Sensitive}
	for _, d := range p.Roster.Departments {
		if !d.Active.Until.IsZero() && d.Active.Until.Year <= p.Year {
			continue // it ended; who carries it on says so
		}
		if d.Active.From.Year <= p.Year {
			d.Active.From = period.Quarter{}
		}
		c.Departments = append(c.Departments, d)
	}
	return c, nil
}
