package grid

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
)

// mustRead parses a fixture and fails on any finding of severity error.
func mustRead(t *testing.T, name string) (*Book, []finding.Finding) {
	t.Helper()
	book, findings := Parse(filepath.Base(name), fixture(t, name))
	if book == nil {
		t.Fatalf("%s is not read: %+v", name, findings)
	}
	return book, findings
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// dump writes a sheet cell by cell: address, kind, what a person would read, link, and
// the anchor of a covered cell. With words only, kinds and links are left out, as text
// formats have none.
func dump(s *Sheet, wordsOnly bool) []string {
	var out []string
	for row := 1; row <= s.LastRow(); row++ {
		for col := 1; col <= s.Width(); col++ {
			c := s.Cell(row, col)
			if c.IsEmpty() && !c.Covered() {
				continue
			}
			var b strings.Builder
			fmt.Fprintf(&b, "%s %q", c.At().Cell(), c)
			if wordsOnly {
				if !c.Covered() {
					out = append(out, b.String())
				}
				continue
			}
			fmt.Fprintf(&b, " kind %d", c.Kind)
			if day, ok := c.Date(); ok {
				fmt.Fprintf(&b, " date %s", day)
			}
			if c.IsPercent() {
				b.WriteString(" percent")
			}
			if c.Link != "" {
				fmt.Fprintf(&b, " link %s", c.Link)
			}
			if c.Covered() {
				fmt.Fprintf(&b, " under %s", c.Anchor().Cell())
			}
			if s.HiddenRow(row) || s.HiddenCol(col) {
				b.WriteString(" hidden")
			}
			out = append(out, b.String())
		}
	}
	return out
}

// Every writer's version of the return reads the same as the .xlsx of openpyxl.
func TestTwins(t *testing.T) {
	want, findings := mustRead(t, "return/openpyxl.xlsx")
	if len(findings) > 0 {
		t.Errorf("the model itself has findings: %+v", findings)
	}
	tests := []struct {
		file, format string
	}{
		{"libreoffice.xlsx", "xlsx"},
		{"libreoffice.xls", "xls"},
		{"xlwt.xls", "xls"},
		{"libreoffice.ods", "ods"},
		{"odfpy.ods", "ods"},
		{"web-xml2003.xls", "xml"},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			got, _ := mustRead(t, "return/"+tt.file)
			if got.Format != tt.format {
				t.Errorf("format %s, want %s", got.Format, tt.format)
			}
			if len(got.Sheets) != len(want.Sheets) {
				t.Fatalf("%d sheets, want %d", len(got.Sheets), len(want.Sheets))
			}
			for i, s := range got.Sheets {
				if s.Name != want.Sheets[i].Name || s.Hidden != want.Sheets[i].Hidden {
					t.Errorf("sheet %q hidden %v, want %q hidden %v", s.Name, s.Hidden, want.Sheets[i].Name, want.Sheets[i].Hidden)
				}
				if diff := cmp.Diff(dump(want.Sheets[i], false), dump(s, false)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// Formats without kinds show the same words in the same cells.
func TestWordTwins(t *testing.T) {
	model, _ := mustRead(t, "return/openpyxl.xlsx")
	want := dump(model.Sheets[0], true)
	for _, file := range []string{"utf8.csv", "utf8-bom.csv", "gb18030.csv", "semicolon.csv", "utf16le-tab.txt", "utf16be-tab.tsv", "bars.txt", "python-docx.docx", "web-html.xls"} {
		t.Run(file, func(t *testing.T) {
			got, _ := mustRead(t, "return/"+file)
			words := dump(got.Sheets[0], true)
			if file == "python-docx.docx" { // its signature row stands below the table
				if last := words[len(words)-1]; last != `A9 "填报人：张三\u3000审核人：李四"` {
					t.Errorf("last row %s", last)
				}
				words = words[:len(words)-1]
			}
			want := want
			if file == "bars.txt" { // a line of text can't hold a line break
				want = slices.Clone(want)
				for i := range want {
					want[i] = strings.ReplaceAll(want[i], `\n`, " ")
				}
			}
			if diff := cmp.Diff(want, words); diff != "" {
				t.Error(diff)
			}
		})
	}
}
