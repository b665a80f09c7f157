package xlsx

import (
	"cmp"
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

// layBoxes lays the check boxes and option buttons over the cells. What a sheet lists and what the
// older drawing holds are the same ones: a control says best whether it is ticked, and the older
// drawing what stands beside it. One that keeps its state in the very cell that it lies over shows
// what the cell says already.
func (w *workbook) layBoxes(d *grid.Draft, targets archive.Relations, listed []control, drawn drawing, old []shape, height func(row int) int) {
	var boxes []shape
	for _, c := range listed {
		rel, ok := targets.Find(c.id)
		if !ok || rel.Kind != "ctrlProp" {
			continue
		}
		x := w.beside(rel.Target, rel.External)
		if x == nil {
			continue
		}
		s := shape{number: c.shape, at: c.at, words: drawn.words[c.shape]}
		for range x.Children() {
			kind := x.Attr("objectType")
			s.box = kind == "CheckBox" || kind == "Radio"
			s.ticked, s.link = x.Attr("checked") == "Checked", x.Attr("fmlaLink")
		}
		if s.box {
			boxes = append(boxes, s)
		}
	}
	if boxes == nil {
		boxes, old = old, nil
	}
	byNumber := map[string]int{}
	for i := range old {
		byNumber[old[i].number] = i
	}
	for i, s := range boxes {
		twin, ok := byNumber[s.number]
		if !ok && len(old) == len(boxes) {
			twin, ok = i, true // some programs number them anew, in the same order
		}
		if ok {
			s.words = cmp.Or(old[twin].words, s.words)
			if !s.at.ok {
				s.at = old[twin].at
			}
		}
		s.at.settle(height, true)
		s.lay(d)
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
	vmlPrefix = regexp.MustCompile(`<(/?)[A-Za-z0-9]+:`)
	vmlNumber = regexp.MustCompile(`\bid="[^"]*?_s(\d+)"`)
	vmlTag    = regexp.MustCompile(`<[^>]*>`)
)

// readVML reads the controls of an older drawing. Its text is a web page's and no sound XML, so it
// is searched and not scanned.
func readVML(src string) (list []shape) {
	if !strings.Contains(src, `"Checkbox"`) && !strings.Contains(src, `"Radio"`) {
		return nil
	}
	for rest := vmlPrefix.ReplaceAllString(src, "<$1"); ; {
		at := strings.Index(rest, "<shape ")
		if at < 0 || len(list) == grid.MaxLinks {
			return list
		}
		rest = rest[at+1:]
		body, _, whole := strings.Cut(rest, "</shape>")
		if !whole {
			return list
		}
		rest = rest[len(body):]
		_, data, ok := strings.Cut(body, "<ClientData ")
		if !ok {
			continue
		}
		opening, _, _ := strings.Cut(data, ">")
		s := shape{box: strings.Contains(opening, `ObjectType="Checkbox"`) || strings.Contains(opening, `ObjectType="Radio"`)}
		if !s.box {
			continue
		}
		head, _, _ := strings.Cut(body, ">")
		if m := vmlNumber.FindStringSubmatch(head); m != nil {
			s.number = m[1]
		}
		s.ticked, s.link = inTag(data, "Checked") == "1", inTag(data, "FmlaLink")
		s.at.readVML(inTag(data, "Anchor"))
		if _, words, ok := strings.Cut(body, "<textbox"); ok {
			_, words, _ = strings.Cut(words, ">")
			words, _, _ = strings.Cut(words, "</textbox>")
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
	a.begin(n[2], n[0], n[3]*emuPerPixel, n[1])
	a.end(n[6], n[4], n[7]*emuPerPixel, n[5])
}

// emuPerPixel turns the unit of older drawings into that of the newer ones.
const emuPerPixel = 9525
