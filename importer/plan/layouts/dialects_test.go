package layouts

import (
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/plan/roster/rostertest"
	"taizhang/seeds"
	"taizhang/templates/words"
)

// The same list, issued in different ways, is the same list.
func TestDialectsAgree(t *testing.T) {
	want, _, err := plan.Read(plan.Embedded(words.Default()))
	if err != nil {
		t.Fatal(err)
	}
	var full, blank, padded, dropped [][]string
	var merges [][4]int
	heading := []string{"工作任务", "具体要求", "责任部门"}
	task, duty := 0, 0 // rows in which the cells in force begin
	for i, text := range strings.Split(string(seeds.List.Data), "\n") {
		cells := strings.Split(strings.TrimSuffix(strings.TrimSpace(text), "|"), "|")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		if i == 0 {
			full, blank, padded, dropped = append(full, heading), append(blank, heading), append(padded, heading), append(dropped, heading)
			continue
		}
		row := []string{"", "", ""}
		switch len(cells) {
		case 3:
			row = cells
			task, duty = i, i
		case 2:
			row[1], row[2] = cells[0], cells[1]
			duty = i
		case 1:
			row[1] = cells[0]
		}
		if row[0] == "" {
			merges = append(merges, [4]int{task + 1, 1, i + 1, 1})
		}
		if row[2] == "" {
			merges = append(merges, [4]int{duty + 1, 3, i + 1, 3})
		}
		blank = append(blank, row)
		dropped = append(dropped, cells)
		padded = append(padded, append(append([]string{}, cells...), make([]string, 3-len(cells))...))
		filled := append([]string{}, row...)
		for c := range filled {
			if filled[c] == "" {
				filled[c] = full[i-1][c]
			}
		}
		full = append(full, filled)
	}
	wide := [][]string{{"附件"}, {"2021年政务公开工作要点任务分解表"}, {"单位：某局", "", "2021年6月"}}
	for name, sheet := range map[string]*grid.Sheet{
		"merged":               grid.FromRows("a.xlsx", "任务清单", blank, merges...),
		"blank":                grid.FromRows("a.xlsx", "任务清单", blank),
		"repeated in each row": grid.FromRows("a.xlsx", "任务清单", full),
		"cells dropped":        grid.FromRows("a.txt", "表1", dropped),
		"padded at the end":    grid.FromRows("a.txt", "表1", padded),
		"under titles":         grid.FromRows("a.xlsx", "Sheet1", append(wide, blank...), [4]int{2, 1, 2, 3}),
		"full-width marks":     grid.FromRows("a.xlsx", "Sheet1", mapCells(blank, strings.NewReplacer(",", "，", "(", "（", ")", "）", ".", "．", ";", "；").Replace)),
		"a page break":         grid.FromRows("a.xlsx", "Sheet1", append(append(append([][]string{}, full[:9]...), heading), full[9:]...)),
	} {
		from := plan.Embedded(words.Default())
		from.List = &grid.Book{File: sheet.File, Sheets: []*grid.Sheet{sheet}}
		got, found, err := plan.Read(from)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a, b := identity(got), identity(want); a != b {
			t.Errorf("%s: got\n%s\nwant\n%s", name, a, b)
		}
		if rostertest.Codes(found) != "" {
			t.Errorf("%s: found %s", name, rostertest.Codes(found))
		}
	}
}

// identity is what does not depend on how a list was issued.
func identity(p *plan.Plan) string {
	var b strings.Builder
	for _, r := range p.Requirements {
		b.WriteString(strings.Join([]string{r.Number, r.Key, p.Tasks[r.Task-1].Title.Value[:9], rostertest.InWords(r.Duty.Lead, r.Duty.Support, r.Duty.Joint), r.Due.On.String(), r.Due.Recurring}, " ") + "\n")
	}
	return b.String()
}

func mapCells(rows [][]string, f func(string) string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		for _, cell := range row {
			out[i] = append(out[i], f(cell))
		}
	}
	return out
}
