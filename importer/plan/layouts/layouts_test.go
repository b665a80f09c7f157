package layouts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/roster/rostertest"
)

// layout is a list as some office issues it, and what is to be read in it.
type layout struct {
	name   string
	rows   [][]string
	merges [][4]int
	want   string // brief
	found  string // codes with their cells, list-inherited left out
}

// brief writes a plan in short: a line a requirement, number, task (group), text, duty, due.
func brief(p *plan.Plan) string {
	var lines []string
	for _, r := range p.Requirements {
		task := p.Tasks[r.Task-1]
		s := fmt.Sprintf("%s|%s|%s|%s", r.Number, task.Title.Value, r.Text.Value, rostertest.InWords(r.Duty.Lead, r.Duty.Support, r.Duty.Joint))
		if task.Group != "" {
			s = fmt.Sprintf("%s|%s<%s|%s|%s", r.Number, task.Title.Value, task.Group, r.Text.Value, rostertest.InWords(r.Duty.Lead, r.Duty.Support, r.Duty.Joint))
		}
		if due := strings.TrimSpace(r.Due.On.String() + " " + r.Due.Recurring); due != "" {
			s += "|" + due
		}
		if len(r.Inherited) > 0 {
			s += "|沿用" + strings.Join(r.Inherited, "、")
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func lines(s ...string) string { return strings.Join(s, "\n") }

var layouts = slices.Concat(tables, kinds, doubtful)

func TestLayouts(t *testing.T) {
	for _, l := range layouts {
		t.Run(l.name, func(t *testing.T) {
			p, found := readLayout(t, l)
			if got := brief(p); got != l.want {
				t.Errorf("got\n%s\nwant\n%s", got, l.want)
			}
			if got := rostertest.Codes(found); got != l.found {
				t.Errorf("found %q, want %q", got, l.found)
			}
		})
	}
}

func readLayout(t *testing.T, l layout) (*plan.Plan, []finding.Finding) {
	t.Helper()
	book := &grid.Book{File: "任务清单.xlsx", Sheets: []*grid.Sheet{
		grid.FromRows("任务清单.xlsx", "Sheet1", l.rows, l.merges...), rosterOf(rostertest.Bureau())}}
	p, found, err := plan.Read(plan.Sources{List: book, Year: 2021, Unit: rostertest.Bureau().Unit})
	if err != nil {
		t.Fatal(err)
	}
	return p, found
}

// rosterOf writes a roster as its sheet.
func rosterOf(r *roster.Roster) *grid.Sheet {
	rows := [][]string{{"部门名称", "类别", "别名", "启用", "停用"}}
	for _, d := range r.Departments {
		rows = append(rows, []string{d.Name, string(d.Kind), strings.Join(d.Aliases, "、"), d.Active.From.String(), d.Active.Until.String()})
	}
	return grid.FromRows("任务清单.xlsx", "部门名录", rows)
}

// A value keeps the cell that it stands in, a merged one its first cell.
func TestPlaces(t *testing.T) {
	p, found := readLayout(t, layouts[0])
	second := p.Requirements[1]
	if second.Text.At.Cell() != "B5" || second.Duty.Said.At.Cell() != "C4" || p.Tasks[second.Task-1].Title.At.Cell() != "A4" {
		t.Errorf("%s %s %s", second.Text.At, second.Duty.Said.At, p.Tasks[second.Task-1].Title.At)
	}
	for _, f := range found {
		if f.Code == finding.ListInherited { // merged cells are one
			t.Errorf("found %s at %s", f.Code, f.Place)
		}
	}
}
