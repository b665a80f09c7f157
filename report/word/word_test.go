package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
)

func printed(t testing.TB, e publish.Edition) (document.Document, []byte) {
	t.Helper()
	d, err := document.Annex(e, "")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, d, Options{Fonts: face.Embedded(), Page: func(string) int { return 7 }}); err != nil {
		t.Fatal(err)
	}
	return d, b.Bytes()
}

// members returns the parts of a file by their names.
func members(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// textOf returns the text of the main part without what fields inside fields show: numbers of pages.
func textOf(t testing.TB, part string) string {
	t.Helper()
	var b strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(part))
	depth, inText := 0, false
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return strings.Join(strings.Fields(b.String()), "")
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
			if token.Name.Local == "fldChar" {
				for _, a := range token.Attr {
					switch a.Value {
					case "begin":
						depth++
					case "end":
						depth--
					}
				}
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText && depth < 2 {
				b.Write(token)
			}
		}
	}
}

// The file has the text of the document, every character in its order, for the sample and generated years; every link
// leads to a bookmark, and every part is XML.
func TestSameText(t *testing.T) {
	for seed := range uint64(22) {
		e := trial.Generated(rand.New(rand.NewPCG(seed, 7)))
		if seed == 21 {
			e = trial.Sample(t)
		}
		d, data := printed(t, e)
		parts := members(t, data)
		main := parts["word/document.xml"]
		repeated := regexp.MustCompile(`<w:p><w:pPr><w:pStyle w:val="FigureTitle"/>(?:<w:keepNext/>)?</w:pPr>(<w:hyperlink[^>]*>)?<w:r><w:t xml:space="preserve">续图.*?</w:p>`)
		if got, want := textOf(t, repeated.ReplaceAllString(main, "")), d.Solid(); got != want {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			t.Errorf("seed %d: the file reads\n%.200s\nthe document\n%.200s", seed, got[i:], want[i:])
		}
		marks := map[string]bool{}
		for _, m := range regexp.MustCompile(`w:bookmarkStart w:id="\d+" w:name="([^"]*)"`).FindAllStringSubmatch(main, -1) {
			if marks[m[1]] {
				t.Errorf("seed %d: two bookmarks are called %s", seed, m[1])
			}
			marks[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`w:anchor="([^"]*)"`).FindAllStringSubmatch(main, -1) {
			if !marks[m[1]] {
				t.Errorf("seed %d: a link leads to %q", seed, m[1])
			}
		}
		for name, part := range parts {
			if strings.HasSuffix(name, ".png") {
				continue
			}
			decoder := xml.NewDecoder(strings.NewReader(part))
			for {
				if _, err := decoder.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("seed %d: %s: %v", seed, name, err)
				}
			}
		}
		if got := strings.Contains(parts["word/header1.xml"], "草稿"); got != d.Draft || strings.Contains(parts["docProps/core.xml"], "草稿") != d.Draft {
			t.Errorf("seed %d: a draft: %v, and the file says so: %v", seed, d.Draft, got)
		}
	}
}

// Headings, captions and cells have styles of their own; heads of tables are repeated; the list of
// requirements stands in a turned section; the contents are a field; figures have alternative texts.
func TestStructure(t *testing.T) {
	_, data := printed(t, trial.Year(trial.Lines(33), 10, false))
	parts := members(t, data)
	main := parts["word/document.xml"]
	for what, least := range map[string]int{
		`<w:pStyle w:val="a3"/>`: 1, `<w:pStyle w:val="1"/>`: 4, `<w:pStyle w:val="2"/>`: 11, `<w:pStyle w:val="TableTitle"/>`: 2, `<w:pStyle w:val="FigureTitle"/>`: 3,
		`<w:pStyle w:val="TableText"/>`: 100, `<w:tblHeader/>`: 2, `w:orient="landscape"`: 1, `w:type="nextPage"|<w:type w:val="nextPage"/>`: 0, ` TOC \o "1-2" \h \z \u `: 1, " PAGEREF ": 15,
		`<w:docGrid w:type="lines" w:linePitch="579"/>`: 2, `<w:pgNumType w:start="1"/>`: 1, `<pic:pic>`: 3, `descr="一根横条`: 1, `<w:pageBreakBefore/>`: 1,
	} {
		if n := strings.Count(main, what); n < least {
			t.Errorf("%s stands %d times, want %d", what, n, least)
		}
	}
	for part, want := range map[string][]string{
		"word/styles.xml":   {`"heading 1"`, `"heading 2"`, `"heading 3"`, `"Normal"`, `"表题"`, `"图题"`, `"表文"`, "方正小标宋简体", "楷体", "黑体", "仿宋"},
		"word/settings.xml": {"<w:evenAndOddHeaders/>"},
		"word/footer1.xml":  {"— ", " PAGE ", `w:jc w:val="right"`},
		"word/footer2.xml":  {"— ", " PAGE ", `w:jc w:val="left"`},
	} {
		for _, w := range want {
			if !strings.Contains(parts[part], w) {
				t.Errorf("%s lacks %s", part, w)
			}
		}
	}
	if strings.Count(main, "<w:tbl>") != strings.Count(main, "</w:tbl>") || strings.Count(main, "<w:sectPr>") != 2 {
		t.Errorf("%d sections", strings.Count(main, "<w:sectPr>"))
	}
}

func TestSameBytes(t *testing.T) {
	e := trial.Year(trial.Lines(9), 4, false)
	_, one := printed(t, e)
	if _, two := printed(t, e); !bytes.Equal(one, two) {
		t.Error("the same document gives different bytes")
	}
}

// A file is untouched as long as none of its parts changes, and only if this program wrote it.
func TestSum(t *testing.T) {
	_, data := printed(t, trial.Year(trial.Lines(3), 2, false))
	sum, untouched := Sum(bytes.NewReader(data), int64(len(data)))
	if sum == "" || !untouched {
		t.Fatalf("as written: %q, %v", sum, untouched)
	}
	for name := range members(t, data) {
		edited := rewritten(t, data, func(part, content string) string {
			if part == name {
				return strings.Replace(content, "1", "2", 1) + " "
			}
			return content
		})
		if _, untouched := Sum(bytes.NewReader(edited), int64(len(edited))); untouched != (name == sumPart && strings.Contains(members(t, edited)[name], sum)) {
			t.Errorf("%s was changed, and the file is untouched: %v", name, untouched)
		}
	}
	for _, other := range [][]byte{nil, []byte("PK"), data[:len(data)/2]} {
		if _, untouched := Sum(bytes.NewReader(other), int64(len(other))); untouched {
			t.Errorf("%d bytes of another file are untouched", len(other))
		}
	}
}

// rewritten packs a file anew, each part as change gives it.
func rewritten(t testing.TB, data []byte, change func(part, content string) string) []byte {
	t.Helper()
	var list []part
	for name, content := range members(t, data) {
		list = append(list, part{name, []byte(change(name, content))})
	}
	var b bytes.Buffer
	if err := pack(&b, list); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func BenchmarkWord(b *testing.B) {
	e := trial.Year(trial.Lines(33), 10, false)
	d, _ := document.Annex(e, "")
	for b.Loop() {
		if err := Write(io.Discard, d, Options{Fonts: face.Embedded()}); err != nil {
			b.Fatal(err)
		}
	}
}

// A row of a few lines is not torn over two pages; one with a long text may be.
func TestShortRowsStayWhole(t *testing.T) {
	e := trial.Year(trial.Lines(2), 3, false)
	e.Requirements[0].Done, e.Requirements[1].Done = "短。", strings.Repeat("长", wholeText+1)+"。"
	_, data := printed(t, e)
	for _, row := range strings.Split(members(t, data)["word/document.xml"], "<w:tr>")[1:] {
		row, _, _ = strings.Cut(row, "</w:tr>")
		long := strings.Contains(row, strings.Repeat("长", 20))
		if whole := strings.Contains(row, "<w:cantSplit/>"); whole == long {
			t.Errorf("long %v, kept whole %v: %.200s", long, whole, row)
		}
	}
}
