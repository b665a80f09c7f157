package layouts

import (
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/plan/roster/rostertest"
)

func FuzzRead(f *testing.F) {
	for _, l := range layouts {
		var rows []string
		for _, row := range l.rows {
			rows = append(rows, strings.Join(row, "|"))
		}
		merge := 0
		if len(l.merges) > 0 {
			m := l.merges[0]
			merge = m[0]<<12 | m[1]<<8 | m[2]<<4 | m[3]
		}
		f.Add(strings.Join(rows, "\n"), merge)
	}
	f.Fuzz(func(t *testing.T, text string, merge int) {
		var rows [][]string
		for _, row := range strings.Split(text, "\n") {
			rows = append(rows, strings.Split(row, "|"))
		}
		var merges [][4]int
		if m := [4]int{merge >> 12 & 15, merge >> 8 & 15, merge >> 4 & 15, merge & 15}; m[0] > 0 && m[1] > 0 && m[2] >= m[0] && m[3] >= m[1] {
			merges = append(merges, m)
		}
		list := grid.FromRows("f.xlsx", "Sheet1", rows, merges...)
		p, found, err := plan.Read(plan.Sources{List: &grid.Book{File: "f.xlsx", Sheets: []*grid.Sheet{list, rosterOf(rostertest.Bureau())}}, Year: 2021})
		if err != nil {
			return
		}
		n := 0
		for i, task := range p.Tasks {
			if task.No != i+1 || len(task.Requirements) == 0 {
				t.Fatalf("task %+v", task)
			}
			n += len(task.Requirements)
		}
		if n != len(p.Requirements) {
			t.Fatalf("%d requirements in tasks, %d in all", n, len(p.Requirements))
		}
		for i, r := range p.Requirements {
			if r.No != i+1 || len(r.Key) != 12 || r.Text.Value == "" || r.Text.At.Row() == 0 {
				t.Fatalf("requirement %+v", r)
			}
			for q := range 4 {
				p.Assigned(&r, period.Quarter{Year: 2021, N: q + 1})
			}
		}
		for _, fd := range found {
			if fd.Code.Entry().Text == "{found}" {
				t.Fatalf("code %s is not in the catalogue", fd.Code)
			}
		}
	})
}
