package pdf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
)

// content reads what a page paints, piece by piece: what is marked, by its number, and what is an
// artifact, by -1. What is neither is under -2.
func (r *reader) content(page int) map[int]string {
	contents := regexp.MustCompile(`/Contents (\d+)`).FindSubmatch(r.kids()[page])[1]
	stream := r.inflate(r.object(string(contents)))
	var face map[rune]string
	pieces := map[int]string{}
	at := -2
	for _, m := range marked.FindAllSubmatch(stream, -1) {
		switch {
		case len(m[1]) > 0:
			face = r.faces[string(m[1])]
		case len(m[4]) > 0:
			if at != -2 {
				r.t.Fatal("marked content stands inside marked content")
			}
			at, _ = strconv.Atoi(string(m[4]))
			pieces[at] += ""
		case bytes.HasPrefix(m[0], []byte("/Artifact")):
			if at != -2 {
				r.t.Fatal("an artifact stands inside marked content")
			}
			at = -1
		case string(m[0]) == "EMC":
			at = -2
		default:
			raw := unescape(m[3])
			for i := 0; i+1 < len(raw); i += 2 {
				pieces[at] += face[rune(raw[i])<<8|rune(raw[i+1])]
			}
		}
	}
	return pieces
}

var (
	marked  = regexp.MustCompile(`(?s)/F(\S+) ([\d.]+) Tf|Td \(((?:\\.|[^\\)])*)\) Tj|/[A-Z][A-Za-z0-9]* <</MCID (\d+)>> BDC|/Artifact[^\n]*|EMC`)
	element = regexp.MustCompile(`^<</Type /StructElem /S /(\S+) /P (\d+) 0 R(.*) /K \[(.*)\]>>\n$`)
	kid     = regexp.MustCompile(`<</Type /MCR /Pg (\d+) 0 R /MCID (\d+)>>|<</Type /OBJR[^>]*>>|(\d+) 0 R`)
	treeTop = regexp.MustCompile(`/StructTreeRoot (\d+) 0 R`)
)

// structure returns the text of the file as its structure has it, without what is drawn in figures, and
// how often each piece of the pages was reached.
func (r *reader) structure() (text string, elements map[string]int) {
	pages := map[string]int{}
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindSubmatch(r.file.Objects[0])
	for i, k := range object.FindAllSubmatch(kids[1], -1) {
		pages[string(k[1])] = i
	}
	contents := map[int]map[int]string{}
	for i := range r.kids() {
		contents[i] = r.content(i)
	}
	elements = map[string]int{}
	reached := map[[2]int]int{}
	var b strings.Builder
	var walk func(n string, silent bool)
	walk = func(n string, silent bool) {
		m := element.FindSubmatch(r.object(n))
		if m == nil {
			r.t.Fatalf("object %s is no element: %s", n, r.object(n))
		}
		elements[string(m[1])]++
		silent = silent || string(m[1]) == "Figure"
		for _, k := range kid.FindAllSubmatch(m[4], -1) {
			switch {
			case len(k[3]) > 0:
				walk(string(k[3]), silent)
			case len(k[2]) > 0:
				id, _ := strconv.Atoi(string(k[2]))
				page := pages[string(k[1])]
				reached[[2]int{page, id}]++
				if !silent {
					b.WriteString(contents[page][id])
				}
			}
		}
	}
	top := ""
	for _, o := range r.file.Objects {
		if m := treeTop.FindSubmatch(o); m != nil {
			top = string(m[1])
		}
	}
	walk(string(regexp.MustCompile(`/K \[(\d+) 0 R\]`).FindSubmatch(r.object(top))[1]), false)
	for page, pieces := range contents {
		if pieces[-2] != "" {
			r.t.Errorf("page %d: %q is neither marked nor an artifact", page+1, pieces[-2])
		}
		for id := range pieces {
			if id >= 0 && reached[[2]int{page, id}] != 1 {
				r.t.Errorf("page %d: piece %d is reached %d times", page+1, id, reached[[2]int{page, id}])
			}
		}
	}
	return solid(b.String()), elements
}

// same compares a text with the document's, and shows where they part.
func same(t *testing.T, name, got string, d document.Document) {
	t.Helper()
	want := d.Solid()
	if got == want {
		return
	}
	a, b := []rune(got), []rune(want)
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	t.Errorf("%s: from %d on it reads %.60q, want %.60q", name, i, string(a[i:]), string(b[i:]))
}

// The structure of the file has the text of the document, every character in its order; every glyph
// belongs to an element or is an artifact. So it is for the list of 2021, for the sample and for
// generated years.
func TestStructure(t *testing.T) {
	for seed := range uint64(22) {
		e := trial.Generated(rand.New(rand.NewPCG(seed, 7)))
		switch seed {
		case 20:
			e = seedYear(t)
		case 21:
			e = trial.Sample(t)
		}
		d, err := document.Annex(e, "")
		if err != nil {
			t.Fatal(err)
		}
		f, missing := Lay(d, face.Embedded())
		if len(missing) > 0 {
			t.Errorf("seed %d: no face has %q", seed, missing)
		}
		got, elements := newReader(t, written(t, f)).structure()
		same(t, fmt.Sprint("seed ", seed), got, d)
		for _, kind := range []string{"H1", "H2", "P"} {
			if elements[kind] == 0 {
				t.Errorf("seed %d: no %s in %v", seed, kind, elements)
			}
		}
	}
}

// A foreign reader finds the same text in the structure, and another nothing amiss with the file.
func TestForeignReader(t *testing.T) {
	for name, e := range map[string]publish.Edition{"list of 2021": seedYear(t), "sample": trial.Sample(t)} {
		d, err := document.Annex(e, "")
		if err != nil {
			t.Fatal(err)
		}
		f, _ := Lay(d, face.Embedded())
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(path, written(t, f), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := exec.LookPath("pdfinfo"); err == nil {
			out, err := exec.Command("pdfinfo", "-struct-text", path).Output()
			if err != nil {
				t.Fatal(err)
			}
			same(t, name+" by pdfinfo", structText(string(out)), d)
		}
		if _, err := exec.LookPath("qpdf"); err == nil {
			if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
				t.Errorf("%s: qpdf says %s", name, out)
			}
		}
	}
}

// structText is the text that pdfinfo tells of a structure, without what is drawn in figures.
func structText(told string) string {
	var b strings.Builder
	figure := -1 // how far in the figure stands that is being left out
	for line := range strings.Lines(told) {
		line = strings.TrimRight(line, "\n")
		text := strings.TrimLeft(line, " ")
		in := len(line) - len(text)
		if figure >= 0 && in > figure {
			continue
		}
		if figure = -1; strings.HasPrefix(text, "Figure") {
			figure = in
		}
		if strings.HasPrefix(text, `"`) {
			b.WriteString(strings.TrimSuffix(strings.TrimPrefix(text, `"`), `"`))
		}
	}
	return solid(b.String())
}
