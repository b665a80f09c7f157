package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"taizhang/report/xlsx/press"
	"taizhang/report/xlsx/xlsxtest"
)

// packed writes parts of a made-up workbook in the order given, in pieces of n bytes.
func packed(t *testing.T, order []string, n int) []byte {
	t.Helper()
	texts := map[string]string{
		"xl/workbook.xml": "<workbook/>",
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c><v>not ours</v></c></row></sheetData>` +
			`<mergeCells/><printOptions a="1"></printOptions><pageMargins/></worksheet>`,
		typesPart: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="xml" ContentType="b"/><Default Extension="rels" ContentType="a"/>` +
			`<Override PartName="/b.xml" ContentType="y"/><Override PartName="/a.xml" ContentType="x"/></Types>`,
		stylesPart:   `<styleSheet><fonts count="1"><font/></fonts></styleSheet>`,
		workbookRels: `<Relationships><Relationship Id="rId1"/></Relationships>`,
	}
	l := &links{}
	p, c := packOf("xl/worksheets/sheet1.xml", l)
	l.add(c, 1, 1, Target{Address: "../第一季度/a%20b.xlsx", Place: "'S'!D1", Tip: "打开 <\"&>"})
	l.add(c, 2, 1, LinkTo("明细", "A1", ""))
	l.add(c, 3, 1, Target{})
	l.end()
	var out bytes.Buffer
	c.end(c.appendText(c.begin(1, 20), 1, 1, 0, c.texts.of("</sheetData>")))
	for _, name := range order {
		w, err := p.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		for piece := range slices.Chunk([]byte(texts[name]), n) {
			if _, err := w.Write(piece); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := p.writeTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// packOf is a pack that knows of one sheet with links.
func packOf(name string, l *links) (*pack, *cells) {
	c := &cells{texts: newTexts(0)}
	return &pack{sheets: map[string]content{name: {c, l}}, texts: c.texts, styles: newStyles()}, c
}

func TestPackIsCanonical(t *testing.T) {
	order := []string{"xl/workbook.xml", workbookRels, "xl/worksheets/sheet1.xml", typesPart, stylesPart}
	want := packed(t, order, 1000)
	for n := 1; n < 20; n++ {
		slices.Reverse(order)
		if !bytes.Equal(packed(t, order, n), want) {
			t.Fatalf("pieces of %d bytes give another zip", n)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(want), int64(len(want)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range z.File {
		got = append(got, f.Name)
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	if want := []string{typesPart, workbookRels, textsPart, stylesPart, "xl/workbook.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml"}; !slices.Equal(got, want) {
		t.Errorf("parts %v", got)
	}
	all := xlsxtest.Parts(t, want)
	if text := all[typesPart]; strings.Index(text, `"rels"`) > strings.Index(text, `"xml"`) || strings.Index(text, "/a.xml") > strings.Index(text, "/b.xml") {
		t.Errorf("types are not sorted: %s", text)
	}
	if text, want := all["xl/worksheets/sheet1.xml"], `</sheetData><mergeCells/><hyperlinks>`+
		`<hyperlink ref="A1" r:id="rLink1" location="&#39;S&#39;!D1" tooltip="打开 &lt;&#34;&amp;&gt;"/>`+
		`<hyperlink ref="B1" location="明细!A1"/></hyperlinks><printOptions a="1">`; !strings.Contains(text, want) {
		t.Errorf("links stand wrong: %s", text)
	}
	if text := all["xl/worksheets/_rels/sheet1.xml.rels"]; strings.Count(text, "<Relationship ") != 1 || !strings.Contains(text, `Target="../第一季度/a%20b.xlsx" TargetMode="External"`) {
		t.Errorf("relations: %s", text)
	}
}

func TestPackRefusesWhatItCannotAmend(t *testing.T) {
	for name, text := range map[string]string{
		"no end of rows":  "<worksheet><sheetData>",
		"no print setup":  "<worksheet><sheetData></sheetData></worksheet>",
		"broken relation": "",
		"no sheet":        "-",
	} {
		l := &links{}
		p, c := packOf("s/1.xml", l)
		l.add(c, 1, 1, Target{Address: "x"})
		for _, part := range []string{typesPart, workbookRels, stylesPart} {
			w, _ := p.Create(part)
			io.WriteString(w, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>")
		}
		if text == "" {
			w, _ := p.Create("s/_rels/1.xml.rels")
			io.WriteString(w, "<Relationships/>")
			text = "<a></sheetData><printOptions/></a>"
		}
		if text != "-" {
			w, _ := p.Create("s/1.xml")
			io.WriteString(w, text)
		}
		if err := p.writeTo(io.Discard); err == nil {
			t.Errorf("%s: no error", name)
		} else {
			t.Log(err)
		}
	}
}

func TestLinksStopWhereASheetTakesNoMore(t *testing.T) {
	l, c := &links{}, &cells{}
	for range maxLinks + 10 {
		l.add(c, 1, 1, LinkTo("明细", "A1", ""))
	}
	if l.used != maxLinks {
		t.Errorf("%d links", l.used)
	}
}

// TestClosedSheetsHoldNoRoom: a closed sheet waits for the others without room for a block.
func TestClosedSheetsHoldNoRoom(t *testing.T) {
	b := NewWorkbook(Options{})
	defer b.Close()
	s := b.Add("总表", Paper{}, 10, 10)
	s.Put(20, []Cell{{Text: "已完成", Link: LinkTo("总表", "A1", "")}, {Text: "见附件", Link: Target{Address: "附件.pdf"}}})
	s.Close()
	for name, out := range map[string]*press.Stream{"rows": &s.cells.out, "links": &s.links.out, "addresses": &s.links.relations} {
		if n := out.Waiting(); n > 0 {
			t.Errorf("%s: room for %d bytes is held", name, n)
		}
	}
}
