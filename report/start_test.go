package report

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
	"taizhang/importer/plan"
)

// made lists what lies in a folder.
func made(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// started reads the year folder that Start made.
func started(t *testing.T, name string, year int) (*plan.Plan, []finding.Finding) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), name)
	if _, err := Start(folder, year, "示例局"); err != nil {
		t.Fatal(err)
	}
	if got := made(t, folder); !slices.Equal(got, []string{"任务清单.xlsx", "第一季度", "第三季度", "第二季度", "第四季度"}) {
		t.Errorf("made %v", got)
	}
	book, found, err := open.File(filepath.Join(folder, "任务清单.xlsx"), "任务清单.xlsx")
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	p, found, err := plan.Read(plan.Sources{List: book, Master: book})
	if err != nil {
		t.Fatal(err)
	}
	return p, found
}

// The list that a year starts from is understood as the embedded one is.
func TestStartGivesTheEmbeddedList(t *testing.T) {
	got, found := started(t, "新的一年", 2021)
	want, _, err := plan.Read(plan.Embedded(nil))
	if err != nil {
		t.Fatal(err)
	}
	if got.Year != 2021 || got.Unit != "示例局" || len(got.Requirements) != len(want.Requirements) || len(got.Tasks) != len(want.Tasks) {
		t.Fatalf("%d %s, %d requirements, %d tasks", got.Year, got.Unit, len(got.Requirements), len(got.Tasks))
	}
	for i := range want.Requirements {
		a, b := &got.Requirements[i], &want.Requirements[i]
		if a.Key != b.Key || a.Number != b.Number || a.Task != b.Task || a.Due.On != b.Due.On || a.Due.Recurring != b.Due.Recurring ||
			!reflect.DeepEqual([][]plan.Party{a.Duty.Lead, a.Duty.Support, a.Duty.Joint}, [][]plan.Party{b.Duty.Lead, b.Duty.Support, b.Duty.Joint}) {
			t.Errorf("requirement %d: %+v, want %+v", i+1, a, b)
		}
	}
	for i, d := range want.Roster.Departments {
		if g := got.Roster.Departments[i]; g.Name != d.Name || g.Kind != d.Kind || !slices.Equal(g.Aliases, d.Aliases) {
			t.Errorf("department %+v, want %+v", g, d)
		}
	}
	if len(got.Roster.Departments) != len(want.Roster.Departments) || len(got.Receipts) != 0 || len(got.Sensitive) != 0 || got.Settings.Deadline.Rule != "次月8日" || got.Settings.Fonts != "内置" {
		t.Errorf("%d departments, receipts %v, words %v, settings %+v", len(got.Roster.Departments), got.Receipts, got.Sensitive, got.Settings)
	}
	for _, f := range found {
		if f.Code != finding.ListInherited && f.Code != finding.SettingMissing {
			t.Errorf("%v", f)
		}
	}
}

func TestStartTakesTheYearFromTheFolder(t *testing.T) {
	for _, c := range []struct {
		name       string
		year, want int
	}{{"2023年政务公开", 0, 2023}, {"2023", 2024, 2024}, {"政务公开", 2025, 2025}} {
		if p, _ := started(t, c.name, c.year); p.Year != c.want {
			t.Errorf("%s: %d, want %d", c.name, p.Year, c.want)
		}
	}
}

func TestSampleIsCopied(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "年")
	paths, err := Sample(folder, fstest.MapFS{"任务清单.xlsx": {Data: []byte("a")}, "第一季度/办公室.xlsx": {Data: []byte("b")}})
	if err != nil || len(paths) != 2 {
		t.Fatal(paths, err)
	}
	if data, err := os.ReadFile(filepath.Join(folder, "第一季度", "办公室.xlsx")); err != nil || string(data) != "b" {
		t.Errorf("%q %v", data, err)
	}
}
