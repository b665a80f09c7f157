package plan

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// prose reads a list that is no table: numbered paragraphs, with who answers in a bracket
// at their end (责任单位：…) or on a line of its own behind them.
type prose struct {
	*table
	headings [5]grid.Read[string]
	drafts   []draft
	said     bool // some paragraph said who answers
}

// readProse reads the drafts of a sheet without a table, one paragraph a row. There are
// none where no paragraph says who answers: then the text is no list.
func readProse(s *grid.Sheet, w *words.Words, duty *dutyReader) (*table, []draft) {
	p := &prose{table: &table{sheet: s, words: w, duty: duty, titles: proseTitles(s)}}
	for row := len(p.titles) + 1; row <= s.LastRow(); row++ {
		if cell := p.alone(row); !cell.IsEmpty() {
			p.take(cell)
		}
	}
	if !p.said {
		return p.table, nil
	}
	return p.table, p.drafts
}

// proseTitles returns the lines above the first numbered one.
func proseTitles(s *grid.Sheet) []string {
	var titles []string
	for row := 1; row <= min(s.LastRow(), searchedRows); row++ {
		text := s.Cell(row, 1).Text
		if splitNumber(text).level != noNumber {
			break
		}
		titles = append(titles, text)
	}
	return titles
}

// take takes a paragraph: a heading, a requirement, or what belongs to the one before.
func (p *prose) take(cell grid.Cell) {
	read := readCell(cell)
	if p.isNote(read.Said) || p.isSignature(read.Said) {
		return
	}
	n := splitNumber(read.Said)
	text, who := p.cutWho(n.text)
	last := len(p.drafts) - 1
	switch {
	case p.isLabelled(read.Said) && last >= 0:
		p.answer(&p.drafts[last], read, read.Said)
	case n.level == noNumber:
		if last >= 0 && !p.drafts[last].due.Given() && len(p.drafts[last].department) == 0 {
			d := &p.drafts[last]
			text, who := p.cutWho(read.Said)
			d.text.Said += "\n" + read.Said
			d.text.Value += "\n" + text
			p.answer(d, read, who)
		}
	case who == "" && (n.level == first || n.level == second):
		p.headings[n.level] = read
		clear(p.headings[n.level+1:])
	default:
		d := draft{row: cell.At().Row(), number: n.number, text: read}
		d.text.Value = text
		d.task, d.group = p.chain()
		p.answer(&d, read, who)
		p.drafts = append(p.drafts, d)
	}
}

// answer adds who answers, and the deadline that may stand behind the names.
func (p *prose) answer(d *draft, at grid.Read[string], who string) {
	if who == "" {
		return
	}
	p.said = true
	pieces := splitOutside(who, isComma)
	if tail := strings.TrimSpace(pieces[len(pieces)-1]); len(pieces) > 1 && looksLikeDue(tail) {
		if due, ok := period.ParseDue(tail, 2000); ok && due != (period.Due{}) {
			d.due = grid.Read[string]{Value: tail, Said: tail, At: at.At}
			who = strings.TrimRightFunc(strings.TrimSuffix(strings.TrimSpace(who), tail), isEdge)
		}
	}
	d.department = append(d.department, grid.Read[string]{Value: who, Said: who, At: at.At})
}

var lastBracket = regexp.MustCompile(`^(?s)(.*)[(（〔\[]([^(（〔\[]*(?:[(（][^()（）]*[)）][^(（〔\[]*)*)[)）〕\]][。.；;]?$`)

// cutWho takes the bracket from the end of a paragraph that says who answers.
func (p *prose) cutWho(s string) (text, who string) {
	m := lastBracket.FindStringSubmatch(s)
	if m == nil || !p.isLabelled(m[2]) && !(verbEnd.MatchString(m[2]) && p.duty.looksLikeDuty(m[2])) {
		return s, ""
	}
	return strings.TrimFunc(m[1], isBlank), m[2]
}

// isLabelled reports whether a text begins with 责任单位： or the like.
func (p *prose) isLabelled(s string) bool {
	i := strings.IndexAny(s, ":：")
	if i < 0 {
		return false
	}
	for _, role := range p.words.Roles(strings.TrimSpace(s[:i])) {
		if slices.Contains([]words.Role{words.Department, words.Lead, words.Support, words.Person}, role) {
			return fold.Key(s[i:]) != ""
		}
	}
	return false
}

// chain returns the nearest heading in force, and the one above it.
func (p *prose) chain() (task grid.Read[string], group string) { return nearest(p.headings[:]) }
