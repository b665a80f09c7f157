package hostile

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"fmt"
	"html"
	"io"
	"strings"
)

// part is a part of a zip, written as it is made.
type part struct {
	name string
	fill func(io.Writer)
}

func partOf(name, text string) part {
	return part{name, func(w io.Writer) { io.WriteString(w, text) }}
}

// zipTo writes parts as a zip. What a fill writes in vain shows when the zip is closed.
func zipTo(w io.Writer, parts ...part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		f, err := z.Create(p.name)
		if err != nil {
			return err
		}
		b := bufio.NewWriterSize(f, 1<<16)
		p.fill(b)
		if err := b.Flush(); err != nil {
			return err
		}
	}
	return z.Close()
}

func zipped(parts ...part) []byte {
	var b bytes.Buffer
	if err := zipTo(&b, parts...); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestSpeed)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// sheet is a worksheet: its name and what stands in its XML.
type sheet struct {
	name  string
	cols  string            // before the rows
	rows  func(w io.Writer) // inside sheetData
	after string            // behind it: merges, links
	rels  string            // of the sheet: what its links point at
	whole string            // in place of all these
}

// book is a workbook that is put together by hand, so that each part can be wrong.
type book struct {
	sheets  []sheet
	styles  string
	shared  string
	entries string // of the workbook part, in place of those of the sheets
	rels    string // more relationships of the workbook
	more    []part
	drop    string // a part that is not there
}

func newBook(sheets ...sheet) *book { return &book{sheets: sheets, styles: plainStyles} }

// book is the patient's return as a workbook.
func (p *Patient) book() *book { return newBook(sheetOf("报送表", p.table())) }

const (
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relSpace    = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relKind     = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	plainStyles = `<styleSheet ` + mainSpace + `><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
)

func (b *book) parts() []part {
	var types, list, rels strings.Builder
	var parts []part
	for i, s := range b.sheets {
		n := i + 1
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, html.EscapeString(s.name), n, n)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, n, relKind, n)
		parts = append(parts, part{fmt.Sprintf("xl/worksheets/sheet%d.xml", n), s.fill})
		if s.rels != "" {
			parts = append(parts, partOf(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", n), xmlHead+`<Relationships `+relSpace+`>`+s.rels+`</Relationships>`))
		}
	}
	fmt.Fprintf(&rels, `<Relationship Id="rId9001" Type="%sstyles" Target="styles.xml"/>`, relKind)
	if b.shared != "" {
		fmt.Fprintf(&rels, `<Relationship Id="rId9002" Type="%ssharedStrings" Target="sharedStrings.xml"/>`, relKind)
		parts = append(parts, partOf("xl/sharedStrings.xml", xmlHead+b.shared))
	}
	entries := list.String()
	if b.entries != "" {
		entries = b.entries
	}
	parts = append([]part{
		partOf("[Content_Types].xml", xmlHead+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+types.String()+`</Types>`),
		partOf("_rels/.rels", xmlHead+`<Relationships `+relSpace+`><Relationship Id="rId1" Type="`+relKind+`officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		partOf("xl/workbook.xml", xmlHead+`<workbook `+mainSpace+`><sheets>`+entries+`</sheets></workbook>`),
		partOf("xl/_rels/workbook.xml.rels", xmlHead+`<Relationships `+relSpace+`>`+rels.String()+b.rels+`</Relationships>`),
		partOf("xl/styles.xml", xmlHead+b.styles),
	}, append(parts, b.more...)...)
	kept := parts[:0]
	for _, p := range parts {
		if p.name != b.drop {
			kept = append(kept, p)
		}
	}
	return kept
}

func (s sheet) fill(w io.Writer) {
	if s.whole != "" {
		io.WriteString(w, s.whole)
		return
	}
	io.WriteString(w, xmlHead+`<worksheet `+mainSpace+`>`+s.cols+`<sheetData>`)
	s.rows(w)
	io.WriteString(w, `</sheetData>`+s.after+`</worksheet>`)
}

func sheetOf(name string, cells [][]string) sheet {
	return sheet{name: name, rows: func(w io.Writer) { rowsTo(w, 1, cells) }}
}

// rowsTo writes rows of texts from a row on.
func rowsTo(w io.Writer, first int, cells [][]string) {
	for i, row := range cells {
		io.WriteString(w, rowOf(first+i, row...))
	}
}

func rowOf(n int, texts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, n)
	for i, s := range texts {
		if s != "" {
			b.WriteString(textCell(fmt.Sprintf("%c%d", 'A'+i, n), s))
		}
	}
	b.WriteString("</row>")
	return b.String()
}

func textCell(ref, s string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t xml:space="preserve">` + html.EscapeString(s) + `</t></is></c>`
}
