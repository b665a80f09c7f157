package xlsx

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
)

// control is a form control as a sheet lists it.
type control struct {
	shape, id string // number of its shape, and of the relation to its properties
	at        anchor
}

// shape is a form control as an older drawing (VML) keeps it, state and words included.
type shape struct {
	number      string
	box, ticked bool
	at          anchor
	link, words string
}

// readControls reads the controls inside the innermost open element. They stand among
// alternatives, of which the first is the one that says where they are.
func readControls(x *markup.Scanner) (list []control) {
	for tag := range x.Children() {
		switch tag {
		case "control":
			c := control{shape: x.Attr("shapeId"), id: x.Prefixed("id")}
			for range x.Children() { // controlPr
				for tag := range x.Children() {
					if tag != "anchor" {
						continue
					}
					for tag := range x.Children() {
						c.at.read(x, tag)
					}
				}
			}
			list = append(list, c)
		case "controls", "AlternateContent", "Choice":
			list = append(list, readControls(x)...)
		}
	}
	return list
}

// layBoxes lays the check boxes and option buttons over the cells. One that keeps its state in the
// very cell that it lies over shows what the cell says already.
func (w *workbook) layBoxes(d *grid.Draft, targets archive.Relations, boxes []control, drawn drawing, old []shape) {
	byNumber := map[string]shape{}
	for _, s := range old {
		byNumber[s.number] = s
	}
	done := map[string]bool{}
	for _, c := range boxes {
		rel, ok := targets.Find(c.id)
		if !ok || rel.Kind != "ctrlProp" || done[c.shape] {
			continue
		}
		x := w.beside(rel.Target, rel.External)
		if x == nil {
			continue
		}
		s := byNumber[c.shape]
		if c.at.ok {
			s.at = c.at
		}
		for range x.Children() {
			kind := x.Attr("objectType")
			s.box = kind == "CheckBox" || kind == "Radio"
			s.ticked, s.link = x.Attr("checked") == "Checked", x.Attr("fmlaLink")
		}
		if words := drawn.words[c.shape]; s.words == "" {
			s.words = words
		}
		done[c.shape] = true
		s.lay(d)
	}
	for _, s := range old {
		if !done[s.number] {
			s.lay(d)
		}
	}
}

func (s shape) lay(d *grid.Draft) {
	if !s.box || !s.at.ok {
		return
	}
	row, col, _ := d.Over(s.at.Span)
	if r, c, ok := linkedCell(s.link); ok && r == row && c == col {
		return
	}
	d.Box(row, col, s.at.across, s.ticked, s.words)
}

var (
	vmlNumber = regexp.MustCompile(`\bid="[^"]*?_s(\d+)"`)
	vmlTag    = regexp.MustCompile(`<[^>]*>`)
)

// readVML reads the controls of an older drawing. Its text is a web page's and no sound XML, so it
// is searched and not scanned.
func readVML(src string) (list []shape) {
	for rest := src; ; {
		at := strings.Index(rest, "<v:shape ")
		if at < 0 || len(list) == grid.MaxLinks {
			return list
		}
		rest = rest[at+1:]
		body, _, whole := strings.Cut(rest, "</v:shape>")
		if !whole {
			return list
		}
		rest = rest[len(body):]
		_, data, ok := strings.Cut(body, "<x:ClientData ")
		if !ok {
			continue
		}
		s := shape{box: strings.HasPrefix(data, `ObjectType="Checkbox"`) || strings.HasPrefix(data, `ObjectType="Radio"`)}
		if !s.box {
			continue
		}
		head, _, _ := strings.Cut(body, ">")
		if m := vmlNumber.FindStringSubmatch(head); m != nil {
			s.number = m[1]
		}
		s.ticked, s.link = inTag(data, "x:Checked") == "1", inTag(data, "x:FmlaLink")
		s.at.readVML(inTag(data, "x:Anchor"))
		if _, words, ok := strings.Cut(body, "<v:textbox"); ok {
			_, words, _ = strings.Cut(words, ">")
			words, _, _ = strings.Cut(words, "</v:textbox>")
			s.words = strings.TrimSpace(strings.Join(strings.Fields(unentity.Replace(vmlTag.ReplaceAllString(words, ""))), " "))
		}
		list = append(list, s)
	}
}

var unentity = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&nbsp;", " ", "&#160;", " ", "&quot;", `"`, "&amp;", "&")

// inTag returns the text of the first element of that name.
func inTag(s, name string) string {
	_, rest, ok := strings.Cut(s, "<"+name+">")
	if !ok {
		return ""
	}
	text, _, _ := strings.Cut(rest, "<")
	return strings.TrimSpace(text)
}

// readVML reads an anchor as eight numbers: column, how far into it, row, how far down, twice.
func (a *anchor) readVML(s string) {
	parts := strings.Split(s, ",")
	if len(parts) < 8 {
		return
	}
	var n [8]int
	for i := range n {
		v, err := strconv.Atoi(strings.TrimSpace(parts[i]))
		if err != nil {
			return
		}
		n[i] = v
	}
	a.begin(n[2], n[0], n[1])
	a.end(n[6], n[4], n[7], n[5])
}
