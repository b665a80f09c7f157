package opendata

import "taizhang/report/publish"

// base is what may be published of the numbers of the annual report.
type base struct {
	Form   string      `json:"form"`
	Tables []baseTable `json:"tables"`
}

type baseTable struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Cells []baseCell `json:"cells"`
}

type baseCell struct {
	Indicator string   `json:"indicator"`
	Value     *float64 `json:"value"`
	State     string   `json:"state"`
}

func baseOf(e publish.Edition) *base {
	if len(e.Numbers) == 0 {
		return nil
	}
	b := &base{Form: e.Form}
	for _, t := range e.Numbers {
		table := baseTable{ID: t.ID, Title: t.Title, Cells: []baseCell{}}
		for _, c := range t.Cells {
			if c.Number {
				table.Cells = append(table.Cells, baseCell{c.Indicator, c.Value, c.State})
			}
		}
		b.Tables = append(b.Tables, table)
	}
	return b
}
