package prose

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// walk goes down the paragraphs of a sheet and makes items of them.
type walk struct {
	*Reader
	in      Page
	p       *Sheet
	levels  map[string]int  // of the document's headings, by their text
	labels  map[string]int  // how often short labels begin paragraphs
	numbers map[string]bool // the bare numbers that begin paragraphs, where they are the list's

	open         int // the item that paragraphs belong to, -1 for none
	section      grid.Read[string]
	sectionItems int            // how many items there were when the section began
	matched      int            // items that name a requirement
	colonHeads   bool           // headings are lines that end in a colon
	underHeading bool           // the open item is a heading, and its paragraphs are its own
	bullets      map[rune]int   // what stands before names of requirements: 1 for an answer, 2 for a heading
	inBrackets   bool           // items open with a name or number in a bracket, alone on its line
	bracketed    int            // items that open with a name in a bracket and go on behind it
	titled       int            // items that a name and a full stop open
	general      general        // the part that speaks of the document as a whole, which paragraphs belong to
	generals     map[string]int // how often headings of such parts stand in the sheet
	highest      int            // how the headings of answers are counted, the highest rank
	topLevel     int            // the level of the highest heading that is an answer's, 0 for none
	sections     int            // departments whose names stood above answers
	letter       bool           // a heading of a letter was the last thing that paragraphs stand under
	called       int            // the item that calls on every department to answer, -1 for none

	info, furniture []grid.Cell
	left            []grid.Cell // sentences of which nobody can tell what they are about

	cell  grid.Cell // the paragraph at hand
	row   int
	text  string
	level int // 0 for no heading
}

func (f *Reader) walk(in Page, p *Sheet) *walk {
	w := &walk{Reader: f, in: in, p: p, levels: in.levels(), labels: labelsOf(in.Grid, in.Last), open: -1, called: -1, bullets: map[rune]int{}}
	w.generals = f.generalsOf(in)
	w.numbers = f.listNumbers(in.Grid, in.Last)
	return w
}

// steps are what a paragraph may be, the surer before the less sure.
var steps = []func(*walk) bool{
	(*walk).isRule, (*walk).isLegend, (*walk).isMailHead, (*walk).isSalutation, (*walk).isGeneral, (*walk).isLetterHeading, (*walk).answersCall, (*walk).isBracketTopic, (*walk).isAskedFor, (*walk).isBracketLabel,
	(*walk).isDepartmentLabel, (*walk).isStrangeSection, (*walk).isOwnLabel, (*walk).isCountedLabel, (*walk).isNumbered, (*walk).isTopic, (*walk).isSentence, (*walk).isUnknownTopic,
	(*walk).isSection, (*walk).isLabelled, (*walk).isEnd,
}

// run makes the items of all paragraphs, false where a line holds more than one cell: then it is
// no prose.
func (w *walk) run() bool {
	w.takeName()
	for w.row = 1; w.row <= w.in.Last; w.row++ {
		cell, n := rowText(w.in.Grid, w.row)
		switch {
		case n == 0, n > 1 && w.p.Above > 0:
			continue
		case n > 1:
			return false
		}
		w.cell, w.text = cell, strings.TrimSpace(cell.String())
		w.level = w.levels[w.text]
		if !slices.ContainsFunc(steps, func(step func(*walk) bool) bool { return step(w) }) {
			w.belongs()
		}
	}
	return true
}

// begin opens an item at the paragraph.
func (w *walk) begin(it item) {
	if it.matched {
		w.matched++
		w.ranks()
	}
	w.open, w.letter = w.p.begin(it, w.cell, w.section), false
}

// add adds a line to the open item.
func (w *walk) add(label words.Role, text, name string) {
	it := &w.p.items[w.open]
	it.lines = append(it.lines, line{label: label, text: text, cell: w.cell, name: name})
}

// isCover reports a sheet that only says whose the others are, and is called after no task.
func (w *walk) isCover() bool {
	return len(w.in.Sheets) > 1 && !w.namedTask(w.in.Grid.Name) && w.Speaks(w.CoverInfo(w.in.Grid))
}

// takeName opens an item by the name of the sheet, where each task has a sheet of its own.
func (w *walk) takeName() {
	if w.in.Sheets == nil || w.p.Above > 0 || w.isCover() {
		return
	}
	named, several := false, 0
	for _, s := range w.in.Sheets {
		if w.namedTask(s.Name) {
			several++
			named = named || s == w.in.Grid
		}
	}
	if !named && (several < 2 || w.IsName(w.in.Grid.Name)) {
		return
	}
	w.cell, _ = rowText(w.in.Grid, firstText(w.in.Grid))
	w.begin(item{name: w.in.Grid.Name, matched: true})
	w.underHeading = true
}

// namedTask reports whether a sheet is called after a requirement.
func (f *Reader) namedTask(name string) bool {
	no, _ := f.Tables.Requirement(name)
	return no != 0 && !f.IsName(name) && !f.isLabel(name)
}

func firstText(s *grid.Sheet) int {
	for row := 1; row <= s.LastRow(); row++ {
		if _, n := rowText(s, row); n > 0 {
			return row
		}
	}
	return 1
}
