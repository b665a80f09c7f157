// Package gridtest is what the tests of the readers share: small files, and how a sheet is
// written down to be compared.
package gridtest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
)

// Fixture returns a file of the fixtures of the readers, whose folders lie beside that folder.
func Fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Dump writes a sheet cell by cell: address, kind, what a person would read, link, and
// the anchor of a covered cell. With words only, kinds and links are left out, as text
// formats have none.
func Dump(s *grid.Sheet, wordsOnly bool) []string {
	var out []string
	for row := 1; row <= s.LastRow(); row++ {
		for col := 1; col <= s.Width(); col++ {
			c := s.Cell(row, col)
			aside := BesideOf(c)
			if c.IsEmpty() && !c.Covered() && aside == "" {
				continue
			}
			var b strings.Builder
			fmt.Fprintf(&b, "%s %q", c.At().Cell(), c)
			if wordsOnly {
				b.WriteString(aside)
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
			b.WriteString(aside)
			out = append(out, b.String())
		}
	}
	return out
}

// Words writes the words of a sheet cell by cell, without what stands beside them.
func Words(s *grid.Sheet) []string {
	var out []string
	for c := range s.Cells() {
		if !c.IsEmpty() && !c.Covered() {
			out = append(out, fmt.Sprintf("%s %q", c.At().Cell(), c))
		}
	}
	return out
}

// BesideOf writes what stands beside a cell, "" for nothing and for a cell under a merge.
func BesideOf(c grid.Cell) string {
	aside := c.Beside()
	if aside == (grid.Beside{}) || c.Covered() {
		return ""
	}
	var b strings.Builder
	for _, part := range []struct{ what, text string }{{"struck", aside.Struck}, {"unseen", aside.Hidden}, {"comment", aside.Comment}} {
		if part.text != "" {
			fmt.Fprintf(&b, " %s %q", part.what, part.text)
		}
	}
	if aside.Picture {
		b.WriteString(" picture")
	}
	return b.String()
}

// Refused checks that a file, read by parse, gives nothing but one finding.
func Refused(t *testing.T, parse func(string, []byte) (*grid.Book, []finding.Finding), file string, data []byte, code finding.Code, found string) {
	t.Helper()
	book, findings := parse(file, data)
	if book != nil {
		t.Fatal("the file is read")
	}
	if len(findings) != 1 || findings[0].Code != code || findings[0].Severity() != finding.Error {
		t.Fatalf("findings %+v, want %s", findings, code)
	}
	if findings[0].Found != found {
		t.Errorf("found %q, want %q", findings[0].Found, found)
	}
	if findings[0].Place.File() != file || findings[0].Hint == "" {
		t.Errorf("finding %+v", findings[0])
	}
}

// Sound checks what holds for any input: a book whose cells can be asked for anything, or
// none and one finding of severity error.
func Sound(t *testing.T, book *grid.Book, findings []finding.Finding) {
	t.Helper()
	if book == nil {
		if len(findings) != 1 || findings[0].Severity() != finding.Error {
			t.Fatalf("no book and %+v", findings)
		}
		if !utf8.ValidString(findings[0].Message) {
			t.Fatalf("message %q", findings[0].Message)
		}
		return
	}
	for _, f := range findings {
		if f.Severity() == finding.Error {
			t.Fatalf("a book and %+v", f)
		}
	}
	for _, s := range book.Sheets {
		SoundSheet(t, s)
	}
	for i, p := range book.Prose {
		if (p.Table == "") == chars.Blank(p.Text) || p.Level < 0 || p.Level > 9 || !utf8.ValidString(p.Text) || p.At.Row() < 1 {
			t.Fatalf("paragraph %d is %+v", i, p)
		}
		if p.Table != "" && !slices.ContainsFunc(book.Sheets, func(s *grid.Sheet) bool { return s.Name == p.Table }) {
			t.Fatalf("no sheet %s", p.Table)
		}
	}
}

// SoundSheet checks what holds for any sheet.
func SoundSheet(t *testing.T, s *grid.Sheet) {
	t.Helper()
	count, last, width, before := 0, 0, 0, 0
	for cells := range s.Rows() {
		row := cells[0].At().Row()
		if row <= before {
			t.Fatalf("%s: row %d behind %d", s.Name, row, before)
		}
		before = row
		for j, c := range cells {
			if c.At() != s.Place().At(row, c.At().Col()) || j > 0 && cells[j-1].At().Col() >= c.At().Col() {
				t.Fatalf("%s: misplaced cell %+v", s.Name, c)
			}
			if got := s.Cell(row, c.At().Col()); got != c {
				t.Fatalf("%s: asked for %+v, got %+v", s.Name, c, got)
			}
			if c.Kind != grid.Empty {
				last, width = max(last, row), max(width, c.At().Col())
			}
			if !utf8.ValidString(c.Text) || c.Kind == grid.Text && chars.Blank(c.Text) || c.Kind == grid.Empty && c.Text != "" {
				t.Fatalf("%s: cell %+v", s.Name, c)
			}
			if anchor := s.Cell(c.Anchor().Row(), c.Anchor().Col()); anchor.Text != c.Text || anchor.Covered() {
				t.Fatalf("%s: %+v shows something else than its anchor %+v", s.Name, c, anchor)
			}
			c.Date()
			_, _ = c.IsPercent(), c.String()
			_, _ = c.Fill(), c.Color()
			count++
		}
	}
	if count > grid.MaxCells || last > s.LastRow() || width > s.Width() {
		t.Fatalf("%s: %d cells, last %d, %d, width %d, %d", s.Name, count, last, s.LastRow(), width, s.Width())
	}
}

// Packed packs parts without compressing them, which is all the same to the reader.
func Packed(t *testing.T, parts ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(f, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Part takes one part out of a fixture.
func Part(f *testing.F, file, name string) string {
	f.Helper()
	data := Fixture(f, file)
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		f.Fatal(err)
	}
	text, err := fs.ReadFile(r, name)
	if err != nil {
		f.Fatal(err)
	}
	return string(text)
}

// Zip packs parts, given as name and content in turn.
func Zip(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The name spaces of a workbook.
const (
	MainNS   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	RelsNS   = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	RelsKind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// Small is a workbook of one sheet. A field left empty takes a plain default.
type Small struct {
	Workbook, Rels, Strings, Styles, Sheet, SheetRels string
	More                                              []string // further parts
}

// Parts returns the parts, as name and content in turn.
func (s Small) Parts() []string {
	or := func(given, usual string) string {
		if given == "" {
			return usual
		}
		return given
	}
	parts := []string{
		"[Content_Types].xml", `<Types/>`,
		"_rels/.rels", `<Relationships ` + RelsNS + `><Relationship Id="rId1" Type="` + RelsKind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", or(s.Workbook, `<workbook `+MainNS+`><sheets><sheet name="一季度" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels", or(s.Rels, `<Relationships `+RelsNS+`><Relationship Id="rId1" Type="`+RelsKind+`worksheet" Target="worksheets/sheet1.xml"/>`+
			`<Relationship Id="rId2" Type="`+RelsKind+`sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="`+RelsKind+`styles" Target="styles.xml"/></Relationships>`),
		"xl/sharedStrings.xml", or(s.Strings, `<sst `+MainNS+`><si><t>甲</t></si><si><t>乙</t></si></sst>`),
		"xl/styles.xml", or(s.Styles, `<styleSheet `+MainNS+`><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>`+
			`<cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`),
		"xl/worksheets/sheet1.xml", s.Sheet,
	}
	if s.SheetRels != "" {
		parts = append(parts, "xl/worksheets/_rels/sheet1.xml.rels", s.SheetRels)
	}
	return append(parts, s.More...)
}

// Rows wraps the content of sheetData, and what may follow it, in a worksheet.
func Rows(data string, after ...string) string {
	return `<worksheet ` + MainNS + `><sheetData>` + data + `</sheetData>` + strings.Join(after, "") + `</worksheet>`
}

// UTF16LE writes a text in UTF-16 behind its mark.
func UTF16LE(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// GB18030 writes a text in GB18030.
func GB18030(t testing.TB, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
