package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"
)

// completion is what the PDF maker leaves undone: pages that are held turned, a map from
// each face's codes to the characters that they stand for, so that copied text is right,
// links, and what the file says of itself and brings along.
type completion struct {
	turn       []bool                   // by page
	characters map[string]map[rune]rune // by the face's name
	links      [][]reference            // by page
	root       *node                    // of the structure
	owners     [][]*node                // by page and piece
	faces      map[string]string        // the faces' true names, by those of this file
	facts      properties
	attached   []Attachment
}

// finish completes a file. It takes it apart by its own table of objects and puts it
// together again.
func finish(pdf []byte, todo completion) ([]byte, error) {
	f, err := takeApart(pdf)
	if err != nil {
		return nil, err
	}
	var pages []int // their places among the objects
	catalog := -1
	for i, object := range f.objects {
		switch {
		case bytes.HasPrefix(object, []byte("<</Type /Page\n")):
			if n := len(pages); n < len(todo.turn) && todo.turn[n] {
				f.objects[i] = bytes.Replace(object, []byte("/Type /Page\n"), []byte("/Type /Page\n/Rotate 90\n"), 1)
			}
			pages = append(pages, i)
		case bytes.HasPrefix(object, []byte("<</Type /Font\n/Subtype /Type0\n")):
			m := fontObject.FindSubmatch(object)
			if m == nil {
				return nil, errLayout
			}
			n, _ := strconv.Atoi(string(m[2]))
			if n < 1 || n > len(f.objects) {
				return nil, errLayout
			}
			f.objects[n-1] = stream(toUnicode(todo.characters[string(m[1])]))
		case bytes.Contains(object, []byte("/Type /Catalog\n")):
			catalog = i
		}
	}
	if len(pages) != len(todo.turn) || catalog < 0 || !names.Match(f.objects[catalog]) {
		return nil, errLayout
	}
	f.countOutline()
	noted := f.link(pages, todo.links)
	for i, at := range pages {
		f.objects[at] = bytes.Replace(f.objects[at], []byte("/Type /Page\n"), fmt.Appendf(nil, "/Type /Page\n/StructParents %d\n/Tabs /S\n", i), 1)
	}
	f.rename(todo.faces)
	said := "/ViewerPreferences <</DisplayDocTitle true>>\n" + f.structure(todo.root, pages, todo.owners, noted) + f.describe(todo.facts) + f.attach(todo.attached, todo.facts.date)
	object := names.ReplaceAll(f.objects[catalog], nil)
	f.objects[catalog] = bytes.Replace(object, []byte("/Type /Catalog\n"), []byte("/Type /Catalog\n"+said), 1)
	f.header = bytes.Replace(f.header, []byte("%PDF-1.3"), []byte("%PDF-1.7"), 1)
	return f.assemble(), nil
}

var (
	errLayout  = errors.New("the PDF is not laid out as expected")
	fontObject = regexp.MustCompile(`/BaseFont /utf8(\S+)[\s\S]*/ToUnicode (\d+) 0 R`)
	names      = regexp.MustCompile(`(?s)/Names <<\n/EmbeddedFiles << /Names \[\s*\] >>\n>>\n`)
)

// rename gives the faces of the file their true names, each with the tag of a subset.
func (f *file) rename(faces map[string]string) {
	for i, object := range f.objects {
		if bytes.Contains(object, []byte("stream\n")) {
			continue
		}
		f.objects[i] = facesName.ReplaceAllFunc(object, func(name []byte) []byte {
			m := facesName.FindSubmatch(name)
			return fmt.Appendf(nil, "%s /%s\n", m[1], faces[string(m[2])])
		})
	}
}

var facesName = regexp.MustCompile(`(/(?:BaseFont|FontName)) /utf8(\S+)\n`)

// Write prints the document as PDF. The same document gives the same bytes.
func (d *File) Write(w io.Writer) error {
	p := painter{pdf: fpdf.New("P", "pt", "A4", ""), goals: d.goals}
	for _, pg := range d.pages {
		p.sheets = append(p.sheets, pg.sheet)
	}
	d.describe(p.pdf)
	if err := p.load(d.pages); err != nil {
		return err
	}
	d.root.forget()
	for _, pg := range d.pages {
		p.page(pg)
	}
	var raw bytes.Buffer
	if err := p.pdf.Output(&raw); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	done, err := finish(raw.Bytes(), completion{turn: d.turned(), characters: p.characters(), links: p.links, root: d.root, owners: p.owners, faces: p.names(), facts: d.facts, attached: d.attached})
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	_, err = w.Write(done)
	return err
}

func (d *File) describe(pdf *fpdf.Fpdf) {
	date := time.Date(d.facts.date.Year, time.Month(d.facts.date.Month), d.facts.date.Day, 0, 0, 0, 0, time.UTC)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetCatalogSort(true)
	pdf.SetTitle(wide(d.facts.title), true)
	pdf.SetSubject(wide(d.facts.subject), true)
	pdf.SetAuthor(wide(d.facts.author), true)
	pdf.SetCreator("taizhang", true)
	pdf.SetProducer("taizhang", true)
	pdf.SetLang("zh-CN")
	pdf.SetAutoPageBreak(false, 0)
}

func (d *File) turned() []bool {
	turn := make([]bool, len(d.pages))
	for i, p := range d.pages {
		turn[i] = p.sheet == turned
	}
	return turn
}

// wide writes characters beyond the BMP as two surrogates of three bytes each: the PDF
// maker turns bytes into UTF-16 and knows no other way.
func wide(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r <= 0xFFFF {
			b.WriteRune(r)
			continue
		}
		high, low := utf16.EncodeRune(r)
		for _, s := range []rune{high, low} {
			b.Write([]byte{0xE0 | byte(s>>12), 0x80 | byte(s>>6)&0x3F, 0x80 | byte(s)&0x3F})
		}
	}
	return b.String()
}
