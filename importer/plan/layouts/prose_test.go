package layouts

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/plan/roster/rostertest"
)

// Lists in paragraphs as offices publish them, each in its own way: testdata/prose holds the text, the
// plan that it makes, and the codes of what is to be said of it.
func TestProseLists(t *testing.T) {
	files, err := filepath.Glob("testdata/prose/*.txtar")
	if err != nil || len(files) < 51 {
		t.Fatalf("%d lists: %v", len(files), err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil || len(a.Files) != 3 {
			t.Fatalf("%s: %v", file, err)
		}
		var part [3]string
		for i, name := range []string{"text", "want", "found"} {
			if a.Files[i].Name != name {
				t.Fatalf("%s: %s where %s is wanted", file, a.Files[i].Name, name)
			}
			part[i] = strings.TrimSuffix(string(a.Files[i].Data), "\n")
		}
		t.Run(strings.TrimSpace(string(a.Comment)), func(t *testing.T) {
			var rows [][]string
			for line := range strings.SplitSeq(part[0], "\n") {
				rows = append(rows, []string{line})
			}
			p, found, err := plan.Read(plan.Sources{List: &grid.Book{File: "方案.docx", Sheets: []*grid.Sheet{grid.FromRows("方案.docx", "表1", rows)}}, Year: 2021})
			if err != nil {
				t.Fatal(err)
			}
			if got := brief(p); got != part[1] {
				t.Errorf("got\n%s\nwant\n%s", got, part[1])
			}
			if got := rostertest.Codes(found); got != part[2] {
				t.Errorf("found %q, want %q", got, part[2])
			}
		})
	}
}
