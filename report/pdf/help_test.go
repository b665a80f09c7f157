package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/internal/trial"
	"taizhang/report/pdf/finish"
	"taizhang/report/publish"
)

// seedYear is the 2021 list with ten departments and every standing.
func seedYear(t testing.TB) publish.Edition {
	t.Helper()
	return trial.Year(trial.Seed(), 10, false)
}

func lay(t testing.TB, e publish.Edition) *File {
	t.Helper()
	d, found, err := lays(e, face.Embedded(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range found {
		t.Errorf("no face has %c (%U)", r, r)
	}
	return d
}

func written(t testing.TB, d *File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// solid drops all space from a text: where a line or a cell ends is not part of it.
func solid(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// reader reads the text back out of a PDF as a viewer would copy it: codes drawn, led to
// characters by the face's own map.
type reader struct {
	t     testing.TB
	file  finish.File
	faces map[string]map[rune]string // by the name that pages call the face
	drawn map[int][]stroke           // by page, what was read already
}

var (
	object    = regexp.MustCompile(`(\d+) 0 R`)
	faceNames = regexp.MustCompile(`/F(\S+) (\d+) 0 R`)
	unicodeOf = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	pair      = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	drawn     = regexp.MustCompile(`(?s)/F(\S+) ([\d.]+) Tf|BT (\S+) (\S+) Td \(((?:\\.|[^\\)])*)\) Tj`)
)

func newReader(t testing.TB, pdf []byte) *reader {
	f, err := finish.TakeApart(pdf)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, file: f, faces: map[string]map[rune]string{}, drawn: map[int][]stroke{}}
	for _, m := range faceNames.FindAllSubmatch(f.Objects[1], -1) { // object 2 holds the resources
		face := r.object(string(m[2]))
		characters := map[rune]string{}
		for _, p := range pair.FindAllSubmatch(r.inflate(r.object(string(unicodeOf.FindSubmatch(face)[1]))), -1) {
			code, _ := strconv.ParseUint(string(p[1]), 16, 16)
			var units []uint16
			for i := 0; i < len(p[2]); i += 4 {
				u, _ := strconv.ParseUint(string(p[2][i:i+4]), 16, 16)
				units = append(units, uint16(u))
			}
			characters[rune(code)] = string(utf16.Decode(units))
		}
		r.faces[string(m[1])] = characters
	}
	return r
}

func (r *reader) object(n string) []byte {
	i, _ := strconv.Atoi(n)
	return r.file.Objects[i-1]
}

func (r *reader) inflate(object []byte) []byte {
	from := bytes.Index(object, []byte("stream\n")) + len("stream\n")
	z, err := zlib.NewReader(bytes.NewReader(object[from:]))
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

// kids returns the page objects in order.
func (r *reader) kids() [][]byte {
	var pages [][]byte
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindSubmatch(r.file.Objects[0])
	for _, kid := range object.FindAllSubmatch(kids[1], -1) {
		pages = append(pages, r.object(string(kid[1])))
	}
	return pages
}

// strings returns the values of a key that holds text, in the order of the objects.
func (r *reader) strings(key string) []string {
	var values []string
	text := regexp.MustCompile(`(?s)/` + key + ` \(((?:\\.|[^\\)])*)\)`)
	for _, o := range r.file.Objects {
		if bytes.Contains(o, []byte("stream\n")) {
			continue
		}
		for _, m := range text.FindAllSubmatch(o, -1) {
			var units []uint16
			raw := unescape(m[1])
			for i := 2; i+1 < len(raw); i += 2 { // after the byte order mark
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			values = append(values, string(utf16.Decode(units)))
		}
	}
	return values
}

// pages returns the text of each page in the order of drawing, without spaces.
func (r *reader) pages() []string {
	pages := make([]string, len(r.kids()))
	for i := range pages {
		for _, s := range r.page(i) {
			pages[i] += s.text
		}
		pages[i] = solid(pages[i])
	}
	return pages
}

// body returns what is set in 3号 on upright pages: the text that figures, set smaller, may
// interrupt at a page's top.
func (r *reader) body(d *File) string {
	var b strings.Builder
	for i, pg := range d.pages {
		if pg.sheet == upright {
			for _, s := range r.page(i) {
				if s.size == sanhao {
					b.WriteString(s.text)
				}
			}
		}
	}
	return solid(b.String())
}

// stroke is text that a page draws in one go.
type stroke struct {
	x, y, size float64 // its start on the baseline, as the page's own coordinates go
	codes      []rune
	text       string
}

// page returns what a page draws, in order.
func (r *reader) page(i int) []stroke {
	if list, ok := r.drawn[i]; ok {
		return list
	}
	number := func(b []byte) float64 {
		f, err := strconv.ParseFloat(string(b), 64)
		if err != nil {
			r.t.Fatal(err)
		}
		return f
	}
	contents := regexp.MustCompile(`/Contents (\d+)`).FindSubmatch(r.kids()[i])[1]
	var face map[rune]string
	var size float64
	var list []stroke
	for _, m := range drawn.FindAllSubmatch(r.inflate(r.object(string(contents))), -1) {
		if len(m[1]) > 0 {
			face, size = r.faces[string(m[1])], number(m[2])
			continue
		}
		s := stroke{x: number(m[3]), y: number(m[4]), size: size}
		raw := unescape(m[5])
		for i := 0; i+1 < len(raw); i += 2 {
			code := rune(raw[i])<<8 | rune(raw[i+1])
			char, ok := face[code]
			if !ok {
				r.t.Fatalf("code %04X stands for nothing", code)
			}
			s.codes, s.text = append(s.codes, code), s.text+char
		}
		list = append(list, s)
	}
	r.drawn[i] = list
	return list
}

func unescape(raw []byte) []byte {
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) {
			i++
			if raw[i] == 'r' {
				out = append(out, '\r')
				continue
			}
		}
		out = append(out, raw[i])
	}
	return out
}

// text is the text of the pages of a kind, without page numbers.
func (r *reader) text(d *File, kind sheet) string {
	var b strings.Builder
	for i, p := range r.pages() {
		if d.pages[i].sheet == kind {
			b.WriteString(strings.TrimSuffix(p, fmt.Sprintf("—%d—", i+1)))
		}
	}
	return b.String()
}

// lays makes the annex of an edition and lays it.
func lays(e publish.Edition, fonts face.Set, template string) (*File, []rune, error) {
	doc, err := document.Annex(e, template)
	if err != nil {
		return nil, nil, err
	}
	f, missing := Lay(doc, fonts)
	return f, missing, nil
}
