package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
)

// The list of requirements leaves out a column in which nothing stands, and says — for what is empty.
func TestRegister(t *testing.T) {
	for _, tc := range []struct {
		dated bool
		heads string
	}{
		{true, "序号 具体要求 责任部门 完成时限 进度 落实情况"},
		{false, "序号 具体要求 责任部门 进度 落实情况"},
	} {
		e := trial.Year(trial.Lines(9), 4, true)
		for i := range e.Requirements {
			e.Requirements[i].Due, e.Requirements[i].Recurring = period.Date{}, ""
		}
		if tc.dated {
			e.Requirements[3].Due = period.Date{Year: 2021, Month: 11, Day: 20}
		}
		d, err := Annex(e, "")
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(d.Blocks, func(b Block) bool { table, ok := b.(Table); return ok && table.Wide })
		if i < 0 {
			t.Fatal("there is no list")
		}
		table := d.Blocks[i].(Table)
		var heads []string
		for _, c := range table.Rows[0].Cells {
			heads = append(heads, c.Text.Plain)
		}
		if got := strings.Join(heads, " "); got != tc.heads {
			t.Errorf("the heads are %s, want %s", got, tc.heads)
		}
		sum, empty := 0.0, 0
		for _, c := range table.Columns {
			sum += c.Share
		}
		for _, r := range table.Rows[1:] {
			for _, c := range r.Cells {
				switch c.Text.Plain {
				case "":
					t.Errorf("a cell of %s is empty", r.Anchor)
				case nothing:
					empty++
				}
			}
		}
		if sum < 0.999 || sum > 1.001 || tc.dated && empty != 8 || !tc.dated && empty != 0 {
			t.Errorf("the columns take %v of the width, %d cells say nothing", sum, empty)
		}
	}
}

// Measures in the same words are told once, and no requirement is told of twice among what is open.
func TestMeasuresOnce(t *testing.T) {
	e := trial.Year(trial.Lines(60), 4, false)
	d, err := Annex(e, "")
	if err != nil {
		t.Fatal(err)
	}
	const measure = "倒排工期，明确专人负责，力争2022年第一季度完成。"
	if n := strings.Count(d.Solid(), measure); n != 1 {
		t.Errorf("the measure stands %d times", n)
	}
	if !strings.Contains(d.Solid(), "第7、20、33、46、59项，") {
		t.Error("those that it is of are not named together")
	}
}

// A figure stands where it says something: two kinds or more, a base of five or more (of four requirements ten departments make forty).
func TestFigures(t *testing.T) {
	for name, tc := range map[string]struct {
		requirements int
		calm         bool
		want         int
	}{"a year": {33, false, 4}, "all alike": {33, true, 1}, "four": {4, false, 2}} {
		d, err := Annex(trial.Year(trial.Lines(tc.requirements), 10, tc.calm), "")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, b := range d.Blocks {
			if f, ok := b.(Figure); ok {
				n++
				if f.Alt == "" || f.Caption == "" || len(f.Notes) == 0 {
					t.Errorf("%s: %s says nothing of itself", name, f.Label)
				}
			}
		}
		if n != tc.want {
			t.Errorf("%s: %d figures, want %d", name, n, tc.want)
		}
		for i := 1; i <= 5; i++ {
			if said := strings.Contains(strings.Join(d.Strings(), "\n"), fmt.Sprintf("见图%d", i)); said && i > n {
				t.Errorf("%s: it speaks of 图%d, which there is not", name, i)
			}
		}
	}
}

// The number of the annex and of its first page are the office's.
func TestNumberOfTheAnnex(t *testing.T) {
	e := trial.Year(trial.Lines(3), 2, true)
	e.Annex, e.FirstPage = "2-1", 7
	d, err := Annex(e, "")
	if err != nil {
		t.Fatal(err)
	}
	if p, ok := d.Blocks[0].(Paragraph); !ok || p.Style != Mark || p.Text.Plain != "附件2-1" || d.FirstPage != 7 {
		t.Errorf("%+v, first page %d", d.Blocks[0], d.FirstPage)
	}
}

// A requirement that is late by the words of an earlier quarter says both in two lines.
func TestStandingCell(t *testing.T) {
	third := period.Quarter{Year: 2021, N: 3}
	for want, r := range map[string]publish.Requirement{
		"推进中":                 {Label: "推进中"},
		"推进中\n（逾期）":           {Label: "推进中", Status: status.InProgress, Overdue: true},
		"推进中\n（据第三季度填报）":      {Label: "推进中", Carried: third},
		"推进中（逾期）\n（据第三季度填报）":  {Label: "推进中", Status: status.InProgress, Overdue: true, Carried: third},
		"待核实（已到期）\n（据第三季度填报）": {Label: "待核实", Unverified: true, Overdue: true, Carried: third},
	} {
		if got := standingCell(r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The list's own words stand where it gives no day: nobody reads 长期坚持 as nothing.
func TestTheRegisterPrintsWhatTheListSaysOfAnOpenEnd(t *testing.T) {
	const due = 3 // its column
	for _, c := range []struct {
		of   publish.Requirement
		want string
	}{
		{publish.Requirement{Due: period.Date{Year: 2024, Month: 6, Day: 30}, Lasting: "全年"}, "2024年\n6月30日"},
		{publish.Requirement{Recurring: "每季度末"}, "每季度末"},
		{publish.Requirement{Lasting: "长期坚持"}, "长期坚持"},
		{publish.Requirement{}, nothing},
	} {
		if got := requirementCells(c.of)[due]; got != c.want {
			t.Errorf("%+v: %q", c.of, got)
		}
	}
}
