package importer

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer/finding"
)

const badInput = "testdata/badinput"

// TestBadInput reads what goes wrong with base data, a year folder a fault: each has its finding with the
// cell, and no number is made up.
func TestBadInput(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(badInput, "cases.txt"))
	if err != nil {
		t.Fatal(err)
	}
	list := "2022年政务公开工作任务分解表\n\n工作任务 | 具体要求 | 责任部门 |\n一、做好政策公开。 | 1.主动公开各项规划。 | 办公室 |\n"
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		part := strings.Split(line, "|")
		for i := range part {
			part[i] = strings.TrimSpace(part[i])
		}
		name, code, cell, says := part[0], finding.Code(part[1]), part[2], part[3]
		folder := filepath.Join(t.TempDir(), "2022")
		if err := os.CopyFS(folder, os.DirFS(filepath.Join(badInput, name))); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "任务清单.txt"), []byte(list), 0o644); err != nil {
			t.Fatal(err)
		}
		l, err := Load(context.Background(), Options{Folder: folder})
		if err != nil {
			t.Fatal(err)
		}
		named := false
		for _, f := range l.Findings {
			switch {
			case f.Code == code && strings.Contains(f.Message, says) && (cell == "" || f.Place.Cell() == cell || strings.Contains(f.Message, cell)):
				named = true
			case code == "" && strings.HasPrefix(string(f.Code), "number-"), code == "" && f.Code == finding.RuleBroken:
				t.Errorf("%s: named falsely: %s", name, f.Message)
			}
		}
		if code != "" && !named {
			t.Errorf("%s: no %s of %s says %q: %v", name, code, cell, says, l.Findings)
		}
		for _, pair := range strings.Fields(part[4]) {
			id, want, _ := strings.Cut(pair, "=")
			id, last := strings.CutPrefix(id, "last:")
			at := l.Numbers.Form.Find(id)
			d := l.Numbers.Figures[at].Datum
			if last {
				d = l.Numbers.Last(at)
			}
			have := string(d.State)
			if d.State.Counts() {
				have = d.Amount.String()
			}
			if have != want {
				t.Errorf("%s: %s is %s, want %s", name, id, have, want)
			}
		}
	}
}
