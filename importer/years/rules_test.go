package years

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

const rulesFolder = "testdata/rules"

// loadRules reads a year of testdata/rules, with a fixture's file in the place of the year's own.
func loadRules(t *testing.T, year, fixture string) *ledger.Ledger {
	t.Helper()
	folder := filepath.Join(t.TempDir(), year)
	for _, from := range []string{filepath.Join(rulesFolder, "year", year), filepath.Join(rulesFolder, "broken", year, fixture)} {
		if fixture == "" && strings.Contains(from, "broken") {
			continue
		}
		err := filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			name, _ := filepath.Rel(from, path)
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			to := filepath.Join(folder, name)
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				return err
			}
			return os.WriteFile(to, data, 0o644)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	l, err := importer.Load(context.Background(), importer.Options{Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// brokenRules returns the ids of the rules that a year breaks.
func brokenRules(l *ledger.Ledger) (ids []string) {
	for _, r := range l.Numbers.Results {
		if r.Verdict == numbers.Broken && !slices.Contains(ids, r.Rule.ID) {
			ids = append(ids, r.Rule.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// TestRulesByOneCell reads two years in which all rules hold, and each rule of their forms broken by one
// cell: exactly the rules are broken that counting says, and the finding names the cell.
func TestRulesByOneCell(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(rulesFolder, "cells.txt"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, year := range []string{"2022", "2020"} {
		l := loadRules(t, year, "")
		for _, f := range l.Findings {
			if f.Severity() != finding.Info {
				t.Errorf("%s holds, and yet: %s", year, f.Message)
			}
		}
		if ids := brokenRules(l); len(ids) > 0 {
			t.Errorf("%s holds, and yet breaks %v", year, ids)
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		part := strings.Split(line, "|")
		for i := range part {
			part[i] = strings.TrimSpace(part[i])
		}
		year, fixture, code, file, cell := part[0], part[1], finding.Code(part[2]), part[3], part[5]
		want := strings.Fields(part[6])
		slices.Sort(want)
		l := loadRules(t, year, fixture)
		if ids := brokenRules(l); !slices.Equal(ids, want) {
			t.Errorf("%s %s breaks %v, counting says %v", year, fixture, ids, want)
		}
		named := false
		for _, f := range l.Findings {
			switch {
			case f.Severity() == finding.Info:
			case f.Code == code && (f.Place.File() == file || strings.Contains(f.Message, file)) && (cell == "" || f.Place.Cell() == cell || strings.Contains(f.Message, cell)):
				named = true
			case !strings.Contains(part[6], strings.SplitN(f.Message, " ", 2)[0]) && f.Code != code:
				t.Errorf("%s %s: named falsely: %s", year, fixture, f.Message)
			}
		}
		if !named {
			t.Errorf("%s %s: no %s names %s of %s: %v", year, fixture, code, cell, file, l.Findings)
		}
		seen[year+strings.SplitN(fixture, "-", 2)[0]] = true
	}
	for year, form := range map[string]int{"2022": 2022, "2020": 2020} {
		f, err := tables.Of(form, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range f.Rules {
			if !seen[year+r.ID] {
				t.Errorf("%s: no fixture breaks %s", year, r.ID)
			}
		}
	}
}
