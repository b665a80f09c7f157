package word

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/report/internal/trial"
)

var update = flag.Bool("update", false, "write the golden file anew, with python-docx")

// TestForeignReaderReadsTheSame holds the sample's annex to what python-docx has read in it: its
// properties, sections, styles, headings, captions, figures, fields and the heads of its tables.
// testdata/foreign.golden.txt is written by testdata/foreign.py, which -update runs.
func TestForeignReaderReadsTheSame(t *testing.T) {
	const path = "testdata/foreign.golden.txt"
	_, data := printed(t, trial.Sample(t))
	if *update {
		file := filepath.Join(t.TempDir(), "年报附件.docx")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("python3", "testdata/foreign.py", file).Output()
		if err != nil {
			t.Fatalf("python3 with python-docx has to read it: %v", err)
		}
		if err := os.WriteFile(path, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), told(t, members(t, data))); diff != "" {
		t.Errorf("another reader sees another file; look at it and run with -update (-theirs +ours):\n%s", diff)
	}
}

// element is a node of XML, its name without the space.
type element struct {
	name  string
	attrs map[string]string
	text  string
	kids  []*element
}

func parse(t *testing.T, part string) *element {
	t.Helper()
	top := &element{}
	stack := []*element{top}
	decoder := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := decoder.Token()
		if token == nil {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		last := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			last.kids = append(last.kids, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
	return top
}

// all returns the nodes of some names below, in the order of the text.
func (e *element) all(names ...string) (list []*element) {
	for _, k := range e.kids {
		if slices.Contains(names, k.name) {
			list = append(list, k)
		}
		list = append(list, k.all(names...)...)
	}
	return list
}

func (e *element) value(name, attr string) string {
	for _, k := range e.all(name) {
		if v, ok := k.attrs[attr]; ok {
			return v
		}
	}
	return ""
}

// said is the text of the nodes of some names.
func (e *element) said(names ...string) string {
	var b strings.Builder
	for _, k := range e.all(names...) {
		b.WriteString(k.text)
	}
	return b.String()
}

// told tells a file in the words of foreign.py.
func told(t *testing.T, parts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	core, settings, styles, main := parse(t, parts["docProps/core.xml"]), parse(t, parts["word/settings.xml"]), parse(t, parts["word/styles.xml"]), parse(t, parts["word/document.xml"])
	fmt.Fprintln(&b, "file", core.said("title"), "|", core.said("subject"), "|", core.said("creator"), "|", core.said("language"))
	differ := "False"
	if len(settings.all("evenAndOddHeaders")) > 0 {
		differ = "True"
	}
	fmt.Fprintln(&b, "odd and even pages differ", differ)
	targets := map[string]string{}
	for _, r := range parse(t, parts["word/_rels/document.xml.rels"]).all("Relationship") {
		targets[r.attrs["Id"]] = r.attrs["Target"]
	}
	for _, s := range main.all("sectPr") {
		size, margin := s.all("pgSz")[0].attrs, s.all("pgMar")[0].attrs
		kind := "upright"
		if wide, _ := strconv.Atoi(size["w"]); wide > paperWidth {
			kind = "turned"
		}
		furniture := func(which, kind string) string {
			for _, r := range s.all(which) {
				if r.attrs["type"] == kind {
					return strings.ReplaceAll(parse(t, parts["word/"+targets[r.attrs["id"]]]).said("t", "instrText"), " PAGE 1", "PAGE")
				}
			}
			return ""
		}
		fmt.Fprintln(&b, "section", kind, size["w"]+"x"+size["h"], "margins", margin["top"], margin["right"], margin["bottom"], margin["left"],
			"head", furniture("headerReference", "default"), furniture("headerReference", "even"), "foot", furniture("footerReference", "default"), furniture("footerReference", "even"))
	}
	names := map[string]string{"": "Normal"}
	fonts := map[string]string{}
	look := func(s *element) (face, size string) { return s.value("rFonts", "eastAsia"), s.value("sz", "val") }
	byID := map[string]*element{}
	for _, s := range styles.all("style") {
		byID[s.attrs["styleId"]] = s
		names[s.attrs["styleId"]] = strings.Replace(s.value("name", "val"), "heading", "Heading", 1)
	}
	for id := range byID {
		face, size := "", ""
		for at := id; byID[at] != nil && (face == "" || size == ""); at = byID[at].value("basedOn", "val") {
			f, s := look(byID[at])
			if face == "" {
				face = f
			}
			if size == "" {
				size = s
			}
		}
		f, s := look(styles.all("rPrDefault")[0])
		if face == "" {
			face = f
		}
		if size == "" {
			size = s
		}
		half, _ := strconv.ParseFloat(size, 64)
		fonts[names[id]] = fmt.Sprintf("%s %g", face, half/2)
	}
	style := func(p *element) string { return names[p.value("pStyle", "val")] }
	var used []string
	for _, p := range main.all("p") {
		used = append(used, style(p))
	}
	slices.Sort(used)
	for _, name := range slices.Compact(used) {
		fmt.Fprintln(&b, "style", name, fonts[name])
	}
	for _, child := range main.all("body")[0].kids {
		switch child.name {
		case "p":
			for _, k := range child.all("instrText", "docPr") {
				if k.name == "docPr" {
					fmt.Fprintln(&b, "figure", k.attrs["descr"])
				} else if !strings.Contains(k.text, "PAGEREF") {
					fmt.Fprintln(&b, "field", strings.TrimSpace(k.text))
				}
			}
			if name, text := style(child), child.said("t"); text != "" && (strings.HasPrefix(name, "Heading") || slices.Contains([]string{"Title", "表题", "图题"}, name)) {
				fmt.Fprintln(&b, name, text)
			}
		case "tbl":
			fmt.Fprintln(&b, "table", len(child.all("tr")), "rows", len(child.all("gridCol")), "columns")
			for _, r := range child.all("tr") {
				if len(r.all("tblHeader")) > 0 {
					var cells []string
					for _, c := range r.all("tc") {
						cells = append(cells, c.said("t"))
					}
					fmt.Fprintln(&b, "repeated", strings.Join(cells, " | "))
				}
			}
		}
	}
	return b.String()
}
