package acceptance

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/cli"
)

// reached is what a year reads like now. The shares may only rise: rows placed of those that must
// be, statuses right of those placed, texts kept.
var reached = map[string]struct{ placed, statuses float64 }{
	"水利局2023":    {0.99, 0.99},
	"市场监管局2024":  {0.99, 0.97},
	"教育局2022":    {0.97, 0.99},
	"住建局2025":    {0.96, 0.98},
	"农业农村局2024":  {0.93, 0.95},
	"街道办2023":    {0.98, 0.97},
	"卫健局2022":    {0.97, 0.97},
	"司法局2025":    {0.98, 0.95},
	"交通局2023":    {0.97, 0.98},
	"生态环境分局2024": {0.97, 0.97},
	"民政局2024":    {0.96, 0.92},
	"文旅局2025":    {0.95, 0.96},
	"农业农村局2022":  {0.97, 0.99},
	"民政局2024乙":   {0.98, 0.99},
	"卫健局2021":    {0.98, 0.96},
	"自然资源局2023":  {0.97, 0.98},
	"人社局2022":    {0.97, 0.97},
	"生态环境局2025":  {0.96, 0.98},
	"应急管理局2023":  {0.93, 0.98},
	"司法局2024":    {0.98, 0.99},
	"民政局2023":    {0.94, 0.95},
	"自然资源局2024":  {0.97, 0.98},
	"退役军人局2024":  {0.96, 0.97},
	"财政局2024":    {0.98, 0.98},
	"城管局2024":    {0.99, 0.97},
	"水利局2024":    {0.92, 0.94},
	"教体局2024":    {0.99, 0.97},
	"医保局2022":    {0.95, 0.98},
	"住建局2024":    {0.97, 0.97},
	"文旅局2023":    {0.97, 0.94},
	"农业农村局2024乙": {0.99, 0.96},
	"教育局2023":    {1.00, 0.97},
	"交通局2025":    {0.98, 0.98},
	"水利局2024乙":   {0.96, 0.95},
	"人社局2022乙":   {0.97, 1.00},
	"林业局2024":    {0.98, 0.98},
	"市监局2025":    {0.98, 0.96},
	"水务局2023":    {0.99, 0.99},
	"文广旅体局2024":  {0.99, 0.97},
	"住建局2025乙":   {0.95, 0.96},
	"人社局2023":    {0.99, 0.98},
	"交通局2024":    {0.92, 0.93},
	"卫健局2023":    {0.93, 0.92},
	"水利局2022":    {0.94, 0.97},
	"卫健局2023乙":   {0.96, 0.98},
	"人社局2024":    {0.95, 0.99},
	"农业农村局2025":  {0.99, 0.96},
	"文旅局2023乙":   {0.96, 0.96},
	"交通局2022":    {0.97, 0.97},
	"林业局2023":    {0.97, 0.93},
	"民政局2024丙":   {0.95, 0.99},
	"城管局2022":    {0.99, 0.98},
	"生态环境局2025乙": {0.99, 0.93},
	"医保局2024":    {0.96, 0.95},
	"自然资源局2023乙": {0.95, 0.97},
	"文旅局2022":    {0.94, 0.88},
	"教育局2025":    {0.92, 0.95},
	"商务局2024":    {0.98, 0.96},
	"园林局2023":    {0.97, 0.89},
	"文旅局2024":    {0.98, 0.99},
	"交通局2023乙":   {0.99, 0.98},
	"市场监管局2022":  {0.98, 0.96},
	"农业农村局2025乙": {0.98, 0.96},
	"住建局2024乙":   {0.94, 0.97},
	"教育局2023乙":   {0.96, 0.99},
	"水利局2024丙":   {0.94, 0.90},
	"退役军人局2025":  {0.95, 0.95},
	"水利局2026":    {0.94, 0.96},
}

// truth is what a year says in truth, row by row.
type truth struct {
	Files []struct {
		File string
		Rows []struct {
			Requirement         int
			Department, Quarter string
			Status              any
			Held                bool `json:"held_ok"`
			Texts               []string
		}
		Unplaced []string `json:"unplaced_texts"`
	}
}

// told is what the program says of a year in 台账.json, as far as truth speaks of it.
type told struct {
	Entries []struct {
		Requirement                 int
		Department, Quarter, Status string
		Source                      struct{ File string }
	}
	Rows []struct {
		File, Fate, Reason string
		Requirement        int
	}
	Totals struct{ Cells map[string]int }
}

// TestYears builds years that people wrote who knew neither the code nor its vocabulary, a dozen
// clerks each, and holds the result against what they meant. Nothing may be placed wrongly, and
// no cell lost.
func TestYears(t *testing.T) {
	names, err := filepath.Glob("testdata/years/*.zip")
	if err != nil || len(names) != len(reached) {
		t.Fatalf("%d years, want %d: %v", len(names), len(reached), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".zip"), func(t *testing.T) {
			t.Parallel()
			readYear(t, name)
		})
	}
}

type rowKey struct {
	file                string
	requirement         int
	department, quarter string
}

func readYear(t *testing.T, name string) {
	dir := t.TempDir()
	folder, meant := unpack(t, name, dir)
	out := filepath.Join(dir, "out")
	var console bytes.Buffer
	if code := run(context.Background(), []string{"build", folder, "--out", out}, &console, &console); code != cli.ExitDone {
		t.Fatalf("exit %d: %s", code, console.String())
	}
	var got told
	data, err := os.ReadFile(filepath.Join(out, "台账.json"))
	if err == nil {
		err = json.Unmarshal(data, &got)
	}
	if err != nil {
		t.Fatal(err)
	}
	have := map[rowKey][]string{}
	for _, e := range got.Entries {
		k := rowKey{e.Source.File, e.Requirement, e.Department, e.Quarter}
		have[k] = append(have[k], e.Status)
	}
	replaced := map[rowKey]bool{} // by a later version
	for _, r := range got.Rows {
		if r.Fate == "ignored" && (r.Reason == "superseded" || r.Reason == "duplicate") {
			replaced[rowKey{file: r.File, requirement: r.Requirement}] = true
		}
	}
	want := map[rowKey]any{}
	must, placed, right, answered := 0, 0, 0, 0
	for _, f := range meant.Files {
		for _, r := range f.Rows {
			k := rowKey{f.File, r.Requirement, r.Department, r.Quarter}
			if _, again := want[k]; again {
				continue
			}
			want[k] = r.Status
			statuses, ok := have[k]
			if !r.Held {
				must++
				if ok || replaced[rowKey{file: k.file, requirement: k.requirement}] {
					placed++
				} else {
					t.Logf("%v is not placed", k)
				}
			}
			if ok {
				answered++
				if slices.ContainsFunc(statuses, func(s string) bool { return accepts(r.Status, s) }) {
					right++
				} else {
					t.Logf("%v reads %q, %v is meant", k, statuses, r.Status)
				}
			}
		}
	}
	for k := range have {
		if _, ok := want[k]; !ok {
			t.Errorf("placed wrongly: %v", k)
		}
	}
	read, ended := got.Totals.Cells["read"], 0
	for fate, n := range got.Totals.Cells {
		if fate != "read" {
			ended += n
		}
	}
	if read != ended {
		t.Errorf("%d cells read, %d accounted for", read, ended)
	}
	least := reached[strings.TrimSuffix(filepath.Base(name), ".zip")]
	p, s := float64(placed)/float64(must), float64(right)/float64(answered)
	t.Logf("%d of %d rows placed (%.3f), %d of %d statuses right (%.3f)", placed, must, p, right, answered, s)
	if p < least.placed || s < least.statuses {
		t.Errorf("placed %.3f, statuses %.3f; %.2f and %.2f were reached", p, s, least.placed, least.statuses)
	}
}

// accepts reports whether a status is what the truth says: one, one of several, or none.
func accepts(want any, got string) bool {
	switch want := want.(type) {
	case nil:
		return got == ""
	case string:
		return got == want
	case []any:
		return slices.ContainsFunc(want, func(w any) bool { return accepts(w, got) })
	}
	return false
}

// unpack writes a year's files to a folder and returns the year folder and its truth.
func unpack(t *testing.T, name, dir string) (folder string, meant truth) {
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
		if f.Name == "truth.json" {
			if err := json.Unmarshal(b.Bytes(), &meant); err != nil {
				t.Fatal(err)
			}
			continue
		}
		year, _, _ := strings.Cut(f.Name, "/")
		folder = filepath.Join(dir, year)
		to := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder, meant
}
