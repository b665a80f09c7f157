package table

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// knownWrong is how many columns of the forms are read otherwise than they should be, each of
// them named under known. The number may only fall.
const knownWrong = 4

// TestForms reads forms as offices publish them. Each file holds a list, its tasks, a roster, the
// form and, for each table of it, what its columns are: letter, heading, role and what that is
// to be known by (words for a heading or a part of it, content, other).
func TestForms(t *testing.T) {
	wrong := 0
	for _, file := range formFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			wrong += readForm(t, file)
		})
	}
	if wrong != knownWrong {
		t.Errorf("%d columns are read wrong, the number to beat is %d", wrong, knownWrong)
	}
}

func formFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/headings/*.txtar")
	if err != nil || len(files) < 24 {
		t.Fatalf("%d forms, %v", len(files), err)
	}
	return files
}

// form is a form of testdata/headings.
type form struct {
	archive *txtar.Archive
	reader  *Reader
	items   []Item
	text    string
}

func loadForm(t testing.TB, file string) form {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f := form{archive: txtar.Parse(data)}
	for i, line := range section(f.archive, "list") {
		number, text, _ := strings.Cut(line, " ")
		f.items = append(f.items, Item{No: i + 1, Number: number, Text: text})
	}
	for _, part := range f.archive.Files {
		if part.Name == "form" {
			f.text = string(part.Data)
		}
	}
	f.reader = New(knownOf(words.Default(), f.items, section(f.archive, "tasks"), section(f.archive, "roster")))
	return f
}

// understand reads the form, or what became of it.
func (f form) understand(t testing.TB, text string) *Sheet {
	t.Helper()
	return f.reader.Understand(textTable(t, "Sheet1", text, f.items), Context{File: "表.xlsx"})
}

// section returns the lines of a part of a form's file.
func section(a *txtar.Archive, name string) []string {
	for _, f := range a.Files {
		if f.Name == name {
			var lines []string
			for line := range strings.SplitSeq(string(f.Data), "\n") {
				if strings.TrimSpace(line) != "" {
					lines = append(lines, strings.TrimSpace(line))
				}
			}
			return lines
		}
	}
	return nil
}

// readForm compares a form with what its columns are. It returns how many are wrong that are
// known to be.
func readForm(t *testing.T, file string) (wrong int) {
	f := loadForm(t, file)
	a, u := f.archive, f.understand(t, f.text)
	if c := u.Account.Cells(); !c.Balances() {
		t.Errorf("the account does not balance: %+v", c)
	}
	marked(t, u)
	knownLines := map[string]bool{}
	for _, line := range section(a, "known") {
		knownLines[line] = true
	}
	blocks := 0
	for n := 1; ; n++ {
		name := "columns"
		if n > 1 {
			name = fmt.Sprintf("columns %d", n)
		}
		want := section(a, name)
		if want == nil {
			break
		}
		blocks++
		var got []string
		if n <= len(u.Blocks) {
			got = columnLines(u.Blocks[n-1])
		}
		for _, line := range want {
			key := fmt.Sprintf("%d %s", n, line)
			right := containsFolded(got, line)
			switch {
			case !right && knownLines[key]:
				wrong++
			case !right:
				t.Errorf("table %d: want %s, the table reads\n  %s", n, line, strings.Join(got, "\n  "))
			case knownLines[key]:
				t.Errorf("table %d: %s is right now, take it off the known ones", n, line)
			}
		}
		if len(got) > len(want) && !knownLines[fmt.Sprintf("%d columns", n)] {
			t.Errorf("table %d has %d columns, want %d:\n  %s", n, len(got), len(want), strings.Join(got, "\n  "))
		}
	}
	if len(u.Blocks) != blocks && !knownLines["tables"] {
		t.Errorf("%d tables, want %d (%s)", len(u.Blocks), blocks, u.State)
	}
	return wrong
}

func containsFolded(lines []string, want string) bool {
	for _, line := range lines {
		if fold.Text(line) == fold.Text(want) {
			return true
		}
	}
	return false
}

// columnLines are the columns of a block as a form's file writes them.
func columnLines(b *Block) (lines []string) {
	for _, col := range b.Columns {
		by := string(col.By)
		switch {
		case col.Role == words.OtherText:
			by = ""
		case col.By == ByHeading || col.By == ByPart:
			by = "words"
		}
		letter := fmt.Sprint(col.Col)
		if b.Shape == Upright {
			letter = strings.TrimRight(gridName(col.Col), "1")
		}
		heading := strings.Join(strings.Fields(col.Heading), "")
		if heading == "" {
			heading = "-"
		}
		lines = append(lines, strings.TrimSpace(strings.Join([]string{letter, heading, col.Role.Code(), by}, " ")))
	}
	return lines
}

// gridName is the name of the first cell of a column.
func gridName(c int) string {
	return grid.FromRows("", "", [][]string{make([]string, c)}).Place().At(1, c).Cell()
}
