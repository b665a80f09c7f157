package open

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

// mustRead parses a fixture and fails on any finding of severity error.
func mustRead(t *testing.T, name string) (*grid.Book, []finding.Finding) {
	t.Helper()
	book, findings := Parse(filepath.Base(name), gridtest.Fixture(t, name))
	if book == nil {
		t.Fatalf("%s is not read: %+v", name, findings)
	}
	return book, findings
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
				if diff := cmp.Diff(gridtest.Dump(want.Sheets[i], false), gridtest.Dump(s, false)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// Formats without kinds show the same words in the same cells.
func TestWordTwins(t *testing.T) {
	model, _ := mustRead(t, "return/openpyxl.xlsx")
	want := gridtest.Dump(model.Sheets[0], true)
	for _, file := range []string{"utf8.csv", "utf8-bom.csv", "gb18030.csv", "semicolon.csv", "utf16le-tab.txt", "utf16be-tab.tsv", "bars.txt", "python-docx.docx", "libreoffice.odt", "web-html.xls"} {
		t.Run(file, func(t *testing.T) {
			got, _ := mustRead(t, "return/"+file)
			words := gridtest.Dump(got.Sheets[0], true)
			if strings.HasSuffix(file, ".docx") || strings.HasSuffix(file, ".odt") { // its signature row stands below the table
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
