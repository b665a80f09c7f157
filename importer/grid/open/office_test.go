package open

import (
	"encoding/csv"
	"math"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
)

// officeShows is what LibreOffice shows of the cells of a fixture, by sheet.
func officeShows(t *testing.T, folder string) map[string][][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	if err != nil || files == nil {
		t.Fatal(folder, err)
	}
	sheets := map[string][][]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(string(text)))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(file, err)
		}
		sheets[strings.TrimSuffix(filepath.Base(file), ".csv")] = rows
	}
	return sheets
}

// field returns a field of rows that may end early; rows and columns count from 1.
func field(rows [][]string, row, col int) string {
	if row > len(rows) || col > len(rows[row-1]) {
		return ""
	}
	return rows[row-1][col-1]
}

var digitGroups = regexp.MustCompile(`[0-9]+`)

// agrees reports whether a cell is what a program shows of it: the same text but for space around
// it, the same number rounded to the decimals that are shown, the same day in another dress.
func agrees(c grid.Cell, shows string) bool {
	shows = strings.TrimSpace(chars.Tidy(shows))
	ours := strings.TrimSpace(c.String())
	if c.Covered() {
		return shows == ""
	}
	if shows == ours {
		return true
	}
	if c.Kind != grid.Number {
		return false
	}
	if clock, ok := strings.CutSuffix(shows, ":00"); ok && clock == ours {
		return true // seconds that nobody typed
	}
	if day, ok := c.Date(); ok {
		var numbers []int
		for _, n := range digitGroups.FindAllString(shows, -1) {
			v, _ := strconv.Atoi(n)
			numbers = append(numbers, v)
		}
		shown := slices.Contains(numbers, day.Year) && slices.Contains(numbers, int(day.Month))
		return shown && (len(numbers) == 2 || slices.Contains(numbers, day.Day))
	}
	value, percent := strings.CutSuffix(strings.ReplaceAll(shows, ",", ""), "%")
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || percent != c.IsPercent() {
		return false
	}
	want := c.Number
	if percent {
		want *= 100
	}
	_, part, _ := strings.Cut(value, ".")
	unit := math.Pow(10, -float64(len(part)))
	return math.Abs(v-want) <= unit/2*1.0001+1e-12 || strings.Contains(value, "E") && math.Abs(v-want) <= math.Abs(want)*0.005
}

// apart are cells that LibreOffice shows otherwise than they are read, and why. file is a pattern.
type apart struct{ file, cells, why string }

var officeApart = []apart{
	{"seen/*", "A3 B3 C3 D3 E3", "it writes what is struck out"},
	{"seen/*.html seen/*.xls seen/*.xlsx seen/libreoffice.ods seen/*.docx seen/*.odt", "E5", "it writes what is struck out"},
	{"seen/web.html seen/*.xls seen/*.xlsx seen/*.ods seen/*.docx seen/*.odt", "C2", "it writes what is struck out of a text"},
	{"seen/web.html seen/[lox]*.xls seen/*.xlsx seen/*.ods seen/*.docx seen/*.odt", "E2", "it writes what is struck out of a text"},
	{"seen/*", "D8", "it writes the letter behind a sign"},
	{"seen/web.html seen/*.xls seen/*.xlsx seen/*.ods seen/*.docx seen/*.odt", "C8", "it writes the letters behind signs"},
	{"seen/openpyxl.xlsx seen/libreoffice.xlsx seen/libreoffice.xls", "C7 D7", "boxes lie over the cells"},
	{"seen/*.xlsx seen/*.xls seen/*.ods", "F8", "it does not know the function that shows a picture"},
	{"seen/libreoffice.xls", "E8", "it reads an error that it has written itself as another one"},
	{"seen/web-xml2003.xls", "E8", "it shows no errors of this format"},
	{"seen/openpyxl.xlsx seen/xlwt.xls seen/odfpy.ods seen/web-xml2003.xls", "D9", "it computes what the file has no result of"},
	{"seen/odfpy.ods", "C4", "it looks for the words under a condition among the automatic styles alone"},
	{"seen/odfpy.ods", "E9", "it shows a date without a style as its number"},
	{"seen/*.docx seen/*.odt seen/*.html", "F5", "it writes what is hidden"},
	{"seen/*.docx seen/*.odt seen/web.html", "G8", "it writes what was deleted"},
	{"seen/*.docx seen/*.odt seen/web.html", "G9", "it writes what is hidden"},
	{"seen/*.docx seen/*.odt", "C7", "another sign for a box"},
	{"seen/*.docx seen/*.odt seen/web.html", "D7", "it has no fields of forms"},
	{"seen/*.docx seen/*.odt", "E6", "it makes a number of a text on its way through a page"},
	{"seen/*.docx seen/*.odt", "F9", "it writes what asks for an answer"},
	{"seen/web.html", "C7 E6 C9 E9", "it has no fields of forms"},
	{"seen/libreoffice.html", "D2 A4 C4 D4 E4 C5 D5 G5 E8 F8 E9", "it forgets how a number looks that a page shows"},
	{"return/libreoffice-html.xls", "F4 F7", "it forgets how a date looks that a page shows"},
	{"kinds/*-seen.docx kinds/*-seen.odt kinds/*-seen.html", "A1 A2 B3 B4 B5 B10", "it writes what is struck out"},
	{"kinds/*-seen.docx kinds/*-seen.odt kinds/*-seen.html", "B6", "it writes what is hidden"},
	{"kinds/*-seen.docx kinds/*-seen.odt", "B7 B8", "it writes what was deleted or moved away"},
	{"kinds/python-docx-seen.docx", "A9 B9", "it does not know deleted rows"},
	{"kinds/libreoffice-formulas.xls", "E1 I2", "it shows a truth as a number"},
	{"kinds/*-strings.xls", "G1", "it shows a truth as a number"},
	{"kinds/xlwt-strings.xls", "H1", "it computes what the file has no result of"},
	{"kinds/openpyxl-formulas.xlsx", "C1 D1 E1 F1 H1 J1 C2 D2 E2", "it computes what the file has no result of"},
}

// A cell reads as LibreOffice shows it, but for those that are named.
func TestAgreesWithLibreOffice(t *testing.T) {
	shown := filepath.Join("..", "testdata", "shown")
	folders, err := filepath.Glob(filepath.Join(shown, "*", "*"))
	if err != nil || len(folders) < 40 {
		t.Fatalf("%d fixtures, %v", len(folders), err)
	}
	for _, folder := range folders {
		name, err := filepath.Rel(shown, folder)
		if err != nil {
			t.Fatal(err)
		}
		name = filepath.ToSlash(name)
		t.Run(name, func(t *testing.T) {
			named := map[string]string{}
			for _, a := range officeApart {
				if slices.ContainsFunc(strings.Fields(a.file), func(pattern string) bool { ok, _ := path.Match(pattern, name); return ok }) {
					for cell := range strings.FieldsSeq(a.cells) {
						named[cell] = a.why
					}
				}
			}
			book, _ := mustRead(t, name)
			shows := officeShows(t, folder)
			for _, s := range book.Sheets {
				rows, ok := shows[s.Name]
				if !ok && len(book.Sheets) == 1 { // a text or a page names no sheet
					for _, rows = range shows {
						ok = true
					}
				}
				if !ok {
					t.Errorf("%s is shown nowhere", s.Name)
				}
				if book.Format == "docx" || book.Format == "odt" || book.Format == "html" {
					rows = placed(s, rows)
				}
				compare(t, s, rows, named)
			}
			for cell, why := range named {
				t.Errorf("%s agrees, though %s", cell, why)
			}
		})
	}
}

// compare compares a sheet cell by cell, and takes from named the cells that were named and do not
// agree.
func compare(t *testing.T, s *grid.Sheet, rows [][]string, named map[string]string) {
	width := s.Width()
	for _, row := range rows {
		width = max(width, len(row))
	}
	for row := 1; row <= max(len(rows), s.LastRow()); row++ {
		for col := 1; col <= width; col++ {
			c := s.Cell(row, col)
			shows := field(rows, row, col)
			if agrees(c, shows) {
				continue
			}
			at := c.At().Cell()
			if _, ok := named[at]; !ok {
				t.Errorf("%s %s reads %q, and LibreOffice shows %q", s.Name, at, c, shows)
			}
			delete(named, at)
		}
	}
}

// placed moves the rows that a program made of a page to where the table has its rows: it leaves
// some blank before and behind paragraphs.
func placed(s *grid.Sheet, rows [][]string) (out [][]string) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r []string) bool { return chars.Blank(strings.Join(r, "")) })
	for cells := range s.Rows() {
		for len(out) < cells[0].At().Row()-1 {
			out = append(out, nil)
		}
		if len(rows) > 0 {
			out, rows = append(out, rows[0]), rows[1:]
		}
	}
	return append(out, rows...)
}
