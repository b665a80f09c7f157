package grid

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/importer/finding"
)

// sound checks what holds for any input: a book whose cells can be asked for anything, or
// none and one finding of severity error.
func sound(t *testing.T, book *Book, findings []finding.Finding) {
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
		soundSheet(t, s)
	}
}

func soundSheet(t *testing.T, s *Sheet) {
	t.Helper()
	count, last, width := 0, 0, 0
	for i, l := range s.lines {
		if i > 0 && s.lines[i-1].row >= l.row {
			t.Fatalf("%s: row %d behind %d", s.Name, l.row, s.lines[i-1].row)
		}
		for j, c := range l.cells {
			if c.sheet != s || c.row != l.row || j > 0 && l.cells[j-1].col >= c.col {
				t.Fatalf("%s: misplaced cell %+v", s.Name, c)
			}
			if got := s.Cell(int(c.row), int(c.col)); got != c {
				t.Fatalf("%s: asked for %+v, got %+v", s.Name, c, got)
			}
			if c.Kind != Empty {
				last, width = max(last, int(c.row)), max(width, int(c.col))
			}
			if !utf8.ValidString(c.Text) || c.Kind == Text && blank(c.Text) || c.Kind == Empty && c.Text != "" {
				t.Fatalf("%s: cell %+v", s.Name, c)
			}
			if anchor := s.Cell(c.Anchor().Row(), c.Anchor().Col()); anchor.Text != c.Text || anchor.Covered() {
				t.Fatalf("%s: %+v shows something else than its anchor %+v", s.Name, c, anchor)
			}
			c.Date()
			_, _ = c.IsPercent(), c.String()
			count++
		}
	}
	if count > maxCells || last > s.LastRow() || width > s.Width() {
		t.Fatalf("%s: %d cells, last %d, %d, width %d, %d", s.Name, count, last, s.LastRow(), width, s.Width())
	}
}

// packed packs parts without compressing them, which is all the same to the reader.
func packed(t *testing.T, parts ...string) []byte {
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

// part takes one part out of a fixture.
func part(f *testing.F, file, name string) string {
	f.Helper()
	a, bad := openArchive(fixture(f, file), maxUnzippedBytes)
	if bad != nil {
		f.Fatal(bad.found)
	}
	x, bad := a.xml(name)
	if bad != nil {
		f.Fatal(bad.found)
	}
	return x.src
}

// Any bytes under any name.
func FuzzParse(f *testing.F) {
	for _, file := range []string{"return/openpyxl.xlsx", "return/xlwt.xls", "return/odfpy.ods", "return/python-docx.docx", "return/utf8.csv", "return/gb18030.csv", "return/utf16le-tab.txt", "return/bars.txt", "return/web-html.xls", "return/web-xml2003.xls"} {
		f.Add(file, fixture(f, file))
	}
	f.Add("a.pdf", []byte("%PDF-1.4"))
	f.Fuzz(func(t *testing.T, file string, data []byte) {
		book, findings := Parse(file, data)
		sound(t, book, findings)
		Attachment(data, file)
	})
}

func FuzzXLSX(f *testing.F) {
	for _, file := range []string{"return/openpyxl.xlsx", "return/libreoffice.xlsx"} {
		f.Add(part(f, file, "xl/worksheets/sheet1.xml"), part(f, file, "xl/styles.xml"), part(f, file, "xl/workbook.xml"))
	}
	f.Add(rows(`<row><c t="d"><v>2021-09-28</v></c><c><f t="shared" si="0">A1</f></c></row>`, `<mergeCells><mergeCell ref="A:B"/></mergeCells>`), "<styleSheet/>", `<workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`)
	f.Fuzz(func(t *testing.T, sheet, styles, workbook string) {
		file := small{sheet: sheet, styles: styles, workbook: workbook, sheetRels: `<Relationships><Relationship Id="rId1" Target="http://a.cn" TargetMode="External"/></Relationships>`}
		book, findings := Parse("a.xlsx", packed(t, file.parts()...))
		sound(t, book, findings)
	})
}

func FuzzXLS(f *testing.F) {
	for _, file := range []string{"return/xlwt.xls", "return/libreoffice.xls", "kinds/libreoffice-formulas.xls"} {
		found, bad := streams(fixture(f, file))
		if bad != nil {
			f.Fatal(bad.found)
		}
		book, bad := readStream(found[streamWorkbook], 1<<20)
		if bad != nil {
			f.Fatal(bad.found)
		}
		f.Add(book)
	}
	f.Fuzz(func(t *testing.T, book []byte) {
		r := &reading{file: "a.xls"}
		if bad := r.readBIFF(book); bad != nil {
			sound(t, nil, []finding.Finding{bad.finding(finding.In("a.xls", ""))})
			return
		}
		sound(t, &Book{Sheets: r.sheets}, r.findings)
	})
}

func FuzzODS(f *testing.F) {
	for _, file := range []string{"return/odfpy.ods", "kinds/libreoffice-formulas.ods"} {
		f.Add(part(f, file, "content.xml"))
	}
	f.Fuzz(func(t *testing.T, content string) {
		book, findings := Parse("a.ods", packed(t, "mimetype", "x", "content.xml", content))
		sound(t, book, findings)
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add(part(f, "return/python-docx.docx", "word/document.xml"), part(f, "return/python-docx.docx", "word/numbering.xml"))
	f.Add(numberedDocument, numberedLists)
	f.Fuzz(func(t *testing.T, document, numbering string) {
		book, findings := Parse("a.docx", packed(t, docxParts(document, numbering)...))
		sound(t, book, findings)
	})
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a,b\n\"c\nd\",e\n", "a | b |\n| c |", "sep=;\na;b", "一\t二\r\n三\t\"四\"", "\"a", "a｜b"} {
		f.Add(s, ".csv")
		f.Add(s, ".txt")
	}
	f.Fuzz(func(t *testing.T, text, ending string) {
		book, findings := Parse("a"+ending, []byte(text))
		sound(t, book, findings)
	})
}

func FuzzHTML(f *testing.F) {
	f.Add(string(fixture(f, "return/web-html.xls")))
	f.Add(string(fixture(f, "return/libreoffice-html.xls")))
	f.Add(`<table><tr><td rowspan=2 colspan=3>a<table><tr><td>b</table><td x:num=0.855>86%<tr><td>c</table>d`)
	f.Fuzz(func(t *testing.T, page string) {
		book, findings := Parse("a.xls", []byte("<html>"+page))
		sound(t, book, findings)
	})
}

func FuzzXML2003(f *testing.F) {
	f.Add(string(fixture(f, "return/web-xml2003.xls")))
	f.Fuzz(func(t *testing.T, text string) {
		r := &reading{file: "a.xml"}
		if bad := r.readXML2003([]byte(text)); bad == nil {
			sound(t, &Book{Sheets: r.sheets}, r.findings)
		}
	})
}

// The scanner accepts what encoding/xml accepts, and takes the same names and texts out.
func FuzzScanner(f *testing.F) {
	f.Add(`<?xml version="1.0"?><a:b c="d&amp;" e='f'><!-- g --><h/>i&#x4E00;<![CDATA[<j>]]></a:b> `)
	f.Add(rows(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`))
	f.Fuzz(func(t *testing.T, src string) {
		want, err := tokensOf(src)
		if err != nil || checkXML("a", src) != nil {
			return
		}
		x := newScanner("a", src)
		var got strings.Builder
		for {
			switch x.next() {
			case tokenStart:
				got.WriteString("<" + x.name)
				for _, a := range x.attrs {
					got.WriteString(" " + local(a.name) + "=" + lineEnds(x.resolve(a.value)))
				}
			case tokenEnd:
				got.WriteString(">")
			case tokenText:
				if x.cdata {
					got.WriteString(lineEnds(x.raw))
				} else {
					got.WriteString(x.resolve(lineEnds(x.raw)))
				}
			case tokenStop:
				if x.bad != nil && !strings.Contains(x.bad.found, "嵌套过深") {
					t.Fatalf("%q: %s", src, x.bad.found)
				}
				if x.bad == nil && got.String() != want {
					t.Fatalf("%q: %q, want %q", src, got.String(), want)
				}
				return
			}
		}
	})
}

func lineEnds(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// tokensOf writes a document as FuzzScanner does. A document type, and what encoding/xml
// lets pass without being a document, is an error.
func tokensOf(src string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(src))
	var b strings.Builder
	depth, roots := 0, 0
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
			b.WriteString("<" + token.Name.Local)
			for _, a := range token.Attr {
				b.WriteString(" " + a.Name.Local + "=" + lineEnds(a.Value))
			}
		case xml.EndElement:
			depth--
			b.WriteString(">")
		case xml.CharData:
			if depth > 0 {
				b.Write(token)
			} else if len(bytes.Trim(token, " \t\r\n")) > 0 {
				return "", errors.New("text outside the root")
			}
		case xml.Directive:
			return "", errors.New("document type")
		}
	}
	if depth != 0 || roots != 1 {
		return "", errors.New("no document")
	}
	// RawToken does not match names; Token does.
	d = xml.NewDecoder(strings.NewReader(src))
	for {
		if _, err := d.Token(); err == io.EOF {
			return b.String(), nil
		} else if err != nil {
			return "", err
		}
	}
}
