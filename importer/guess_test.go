package importer

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
)

func TestGuess(t *testing.T) {
	p := &plan.Plan{Year: 2031, Roster: plan.Roster{Departments: []plan.Department{
		{Name: "水文勘测队"}, {Name: "灌区管理所", Aliases: []string{"灌区所"}}, {Name: "防汛办公室"}}}}
	for _, c := range []struct {
		file, department string
		n                int
	}{
		{"三季度/水文勘测队.xlsx", "水文勘测队", 3},
		{"灌区所/2031年第二季度进展.docx", "灌区管理所", 2},
		{"二季度/防汛办公室第四季度.xls", "防汛办公室", 4}, // the narrower name decides
		{"三季度/水文勘测队、灌区管理所.xlsx", "", 3},
		{"水文勘测队/上半年.xlsx", "水文勘测队", 0},
		{"水文勘测队/2030年第三季度.xlsx", "水文勘测队", 0},
		{"水文勘测队/一季度和二季度.xlsx", "水文勘测队", 0},
		{"新建文件夹/未命名.xlsx", "", 0},
	} {
		r := result{inputs: []ledger.Input{{File: c.file, State: ledger.FileFailed}, {File: c.file, State: ledger.FileRead}}}
		r.guess(p)
		want := period.Quarter{}
		if c.n > 0 {
			want = period.Quarter{Year: 2031, N: c.n}
		}
		if in := r.inputs[0]; in.Department != c.department || in.Quarter != want {
			t.Errorf("%s: %q %v, want %q %v", c.file, in.Department, in.Quarter, c.department, want)
		}
		if in := r.inputs[1]; in.Department != "" || !in.Quarter.IsZero() {
			t.Errorf("%s: a file that was read is guessed at", c.file)
		}
	}
}

// TestGuessWithoutRoster: where the office keeps none, whoever the list gives a task to is
// known by name.
func TestGuessWithoutRoster(t *testing.T) {
	p := &plan.Plan{Year: 2031, Requirements: []plan.Requirement{
		{Duty: plan.Duty{Lead: []plan.Party{{Name: "水文勘测队"}}, Support: []plan.Party{{Name: "各股室", Collective: plan.AllSections}}}}}}
	r := result{inputs: []ledger.Input{{File: "一季度/水文勘测队.doc", State: ledger.FileFailed}, {File: "一季度/各股室.doc", State: ledger.FileFailed}}}
	r.guess(p)
	if a, b := r.inputs[0].Department, r.inputs[1].Department; a != "水文勘测队" || b != "" {
		t.Errorf("%q, %q", a, b)
	}
}
