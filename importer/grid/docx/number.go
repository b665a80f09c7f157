package docx

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// numbering knows the automatic numbers of a Word document: a column of 序号 often holds
// nothing else, and the text doesn't contain them.
type numbering struct {
	levels map[string]map[int]numberLevel // by abstract list and level
	lists  map[string]string              // abstract list of each list
	starts map[string]map[int]int         // where a list starts its own count
	styles map[string][2]string           // list and level that a paragraph style brings along
	titles map[string]title               // by style
	counts map[string]flow.Counts         // by abstract list and level: the last number given
	begun  map[string]bool                // lists whose own start has been applied

	marking  bool   // some style strikes text out or hides it
	usual    string // the style of paragraphs that name none
	standard marks  // what it says of its text
}

// numberLevel is how a level of a list counts and looks: %1、 with chineseCounting.
type numberLevel struct {
	start        int
	format, text string
}

const maxListLevel = 9

// levelWeight is about what a level of a list, a list or a style takes, in bytes.
const levelWeight = 256

// readNumbering reads lists and the paragraph styles that use them; a document may have
// neither.
func readNumbering(zip *archive.Zip, targets archive.Relations) (*numbering, *grid.Refusal) {
	n := &numbering{
		levels: map[string]map[int]numberLevel{}, lists: map[string]string{}, starts: map[string]map[int]int{},
		styles: map[string][2]string{}, counts: map[string]flow.Counts{}, begun: map[string]bool{}, titles: map[string]title{},
	}
	for _, rel := range targets.List {
		if rel.External || rel.Kind != "numbering" && rel.Kind != "styles" {
			continue
		}
		x, bad := zip.XML(rel.Target)
		if bad != nil {
			return nil, bad
		}
		for range x.Children() {
			for tag := range x.Children() {
				switch tag {
				case "abstractNum":
					n.readAbstract(x)
				case "num":
					n.readList(x)
				case "style":
					n.readStyle(x)
				case "docDefaults":
					n.readDefaults(x)
				}
			}
		}
		if x.Bad != nil {
			return nil, x.Bad
		}
	}
	n.standard = n.marksOf(n.usual).over(n.standard)
	return n, nil
}

func (n *numbering) readAbstract(x *markup.Scanner) {
	levels := map[int]numberLevel{}
	n.levels[x.Attr("abstractNumId")] = levels
	for tag := range x.Children() {
		if tag != "lvl" {
			continue
		}
		i, _ := strconv.Atoi(x.Attr("ilvl"))
		level := numberLevel{start: 1}
		for tag := range x.Children() {
			switch tag {
			case "start":
				level.start, _ = strconv.Atoi(x.Attr("val"))
			case "numFmt":
				level.format = x.Attr("val")
			case "lvlText":
				if level.text = x.Attr("val"); utf8.RuneCountInString(level.text) > grid.MaxNumberText && x.Bad == nil {
					x.Bad = grid.TooLarge("自动编号的文字过长", fmt.Sprintf("%d 字", grid.MaxNumberText))
				}
			}
		}
		levels[i] = level
		x.Hold(levelWeight)
	}
}

func (n *numbering) readList(x *markup.Scanner) {
	id := x.Attr("numId")
	x.Hold(levelWeight)
	for tag := range x.Children() {
		switch tag {
		case "abstractNumId":
			n.lists[id] = x.Attr("val")
		case "lvlOverride":
			level, _ := strconv.Atoi(x.Attr("ilvl"))
			for tag := range x.Children() {
				if tag == "startOverride" {
					x.Hold(levelWeight)
					if n.starts[id] == nil {
						n.starts[id] = map[int]int{}
					}
					n.starts[id][level], _ = strconv.Atoi(x.Attr("val"))
				}
			}
		}
	}
}

func (n *numbering) readStyle(x *markup.Scanner) {
	id, t := x.Attr("styleId"), title{}
	if x.Attr("type") == "paragraph" && x.Attr("default") != "" && x.Attr("default") != "0" {
		n.usual = id
	}
	for tag := range x.Children() {
		switch tag {
		case "name":
			t.name = x.Attr("val")
		case "basedOn":
			t.parent = x.Attr("val")
		case "pPr":
			for tag := range x.Children() {
				switch tag {
				case "numPr":
					n.styles[id] = numPr(x)
				case "outlineLvl":
					t.level, t.said = outline(x), true
				}
			}
		case "rPr":
			t.marks = readMarks(x)
			n.marking = n.marking || t.marks != (marks{})
		}
	}
	n.titles[id] = t
	x.Hold(levelWeight)
}

// readDefaults reads what holds for the text of all paragraphs.
func (n *numbering) readDefaults(x *markup.Scanner) {
	for tag := range x.Children() {
		if tag != "rPrDefault" {
			continue
		}
		for tag := range x.Children() {
			if tag == "rPr" {
				n.standard = readMarks(x)
			}
		}
	}
}

func numPr(x *markup.Scanner) [2]string {
	var list [2]string
	for tag := range x.Children() {
		switch tag {
		case "numId":
			list[0] = x.Attr("val")
		case "ilvl":
			list[1] = x.Attr("val")
		}
	}
	return list
}

// next counts on and writes the number; "" for a list that doesn't exist (numId 0 turns a
// style's list off) and for bullets.
func (n *numbering) next(list string, level int) string {
	abstract, ok := n.lists[list]
	levels := n.levels[abstract]
	if !ok || levels == nil {
		return ""
	}
	counts := n.counts[abstract]
	if counts == nil {
		counts = flow.Counts{}
		n.counts[abstract] = counts
	}
	if !n.begun[list] {
		n.begun[list] = true
		for l, start := range n.starts[list] {
			counts.Set(l, start)
		}
	}
	counts.Next(level, levels[level].start)
	shown := levels[level]
	if shown.format == "bullet" || shown.format == "none" {
		return ""
	}
	text := shown.text
	for l := 0; l <= level; l++ {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(l+1), countText(counts.At(l, levels[l].start), levels[l].format))
	}
	return text
}

// countText writes a number in one of the formats that Chinese documents use.
func countText(n int, format string) string {
	switch {
	case strings.HasPrefix(format, "chineseCounting"), format == "japaneseCounting", format == "taiwaneseCounting", format == "taiwaneseCountingThousand", format == "ideographDigital":
		return chars.Numeral(n)
	case format == "decimalEnclosedCircle", format == "decimalEnclosedCircleChinese":
		return flow.Circled(n)
	case format == "decimalZero" && n < 10:
		return "0" + strconv.Itoa(n)
	case format == "upperLetter":
		return flow.Letter(n, 'A')
	case format == "lowerRoman", format == "upperRoman":
		return flow.Roman(n, format == "upperRoman")
	case format == "lowerLetter":
		return flow.Letter(n, 'a')
	}
	return strconv.Itoa(n)
}
