// Package prose reads a list that is no table: numbered paragraphs, with who answers in a
// bracket at their end (责任单位：…) or on lines of its own behind them. It gives drafts, as the
// rows of a table do. A section for which nobody answers is named and left out.
package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/plan/roster"
	"taizhang/templates/words"
)

// list is such a list while it is read. First the paragraphs become a tree of points
// (point.go), then those who answer are handed round (handround.go), then the tree becomes
// drafts (drafts.go).
type list struct {
	words   *words.Words
	duty    *duty.Grammar
	titles  []string // above the first point
	lines   []paragraph
	lenient bool // names alone in a bracket at the end of a paragraph are a duty

	root  *point
	last  *point // the point before, nil at the beginning
	stack []*point
	ahead []grid.Read[string] // duty lines above the first point
	said  bool                // some paragraph said who answers

	leftOver  []grid.Read[string] // texts that are no part of a requirement
	lastPoint int                 // the last line that is a point or says who answers; 0 before it was looked for

	drafts []draft.Draft
	owners map[*answer]int // the first draft of those who share an answer
	found  []finding.Finding
}

// Read reads the drafts of a sheet without a table, one paragraph a row, with the titles
// above them and what is odd. There are no drafts where no paragraph says who answers: then
// the text is no list.
func Read(s *grid.Sheet, w *words.Words, duty *duty.Grammar) (titles []string, drafts []draft.Draft, found []finding.Finding) {
	if IsTabular(s) {
		return nil, nil, nil
	}
	lines := Paragraphs(s)
	for _, lenient := range []bool{false, true} {
		p := &list{words: w, duty: duty, lines: lines, lenient: lenient, root: &point{}, owners: map[*answer]int{}}
		p.read()
		if p.said || lenient && p.answeredByHeadings() {
			p.handRound()
			p.write()
			return p.titles, p.drafts, p.found
		}
	}
	return titlesOf(lines), nil, nil
}

// titlesOf returns the lines above the first numbered one.
func titlesOf(lines []paragraph) []string {
	var titles []string
	for _, line := range lines {
		if line.Level != numbering.None {
			break
		}
		titles = append(titles, line.Said)
	}
	return titles
}

// read makes points of the lines.
func (p *list) read() {
	for i := 0; i < len(p.lines); i++ {
		line := p.lines[i]
		switch {
		case p.words.IsNote(line.Said), draft.IsSignature(p.words, line.Said):
		case p.isAnswer(line):
			i = p.answer(i)
		default:
			p.take(i)
		}
	}
}

// answer takes the lines that say who answers, from line i on, and returns the last one.
func (p *list) answer(i int) int {
	a := &answer{lines: true}
	for ; i < len(p.lines) && p.isAnswer(p.lines[i]); i++ {
		line := p.lines[i]
		said, _ := line.duty()
		// A label may stand alone, its names on the next line.
		if i+1 < len(p.lines) && strings.HasSuffix(strings.TrimRight(strings.ReplaceAll(said, "：", ":"), " 　"), ":") {
			if next := p.lines[i+1]; next.Level == numbering.None && p.isDuty(next.Said) {
				said, i = said+next.Said, i+1
			}
		}
		a.who = append(a.who, grid.Read[string]{Value: said, Said: said, At: line.at})
	}
	p.attach(a)
	return i - 1
}

// take takes a line that is more than a duty: a heading, a requirement, or what belongs to
// the one before.
func (p *list) take(i int) {
	line := p.lines[i]
	if p.beginsAnew(i) {
		p.leavePrologue()
		p.titles = append(p.titles, line.Said)
		return
	}
	pieces := p.cut(line.Text)
	answered := pieces[0].who != nil
	if line.Level != numbering.None || answered || p.opensRequirement(i) {
		p.add(line, pieces)
		return
	}
	switch {
	case p.last == nil:
		p.titles = append(p.titles, line.Said)
	case p.isBareHeading(i):
		p.place(&point{depth: bareDepth, at: line.at, said: []string{line.Said}, text: []string{line.Said}})
	case p.last.who == nil && !p.closes(i), p.last.who != nil && p.moreFollows(i):
		p.last.said = append(p.last.said, line.Said)
		p.last.text = append(p.last.text, line.Said)
	case !p.closes(i) && !closing.MatchString(line.Said) && duty.ReadLeadRule(grid.Read[string]{Said: line.Said}).By == duty.ByNothing:
		p.leftOver = append(p.leftOver, grid.Read[string]{Value: line.Said, Said: line.Said, At: line.at})
	}
}

var titleYears = regexp.MustCompile(`(?:19|20)\d\d|年度`)

// beginsAnew reports whether the title of the list stands here, below a letter that has
// numbered points of its own.
func (p *list) beginsAnew(i int) bool {
	said := p.lines[i].Said
	if p.said || p.last == nil || p.lines[i].Level != numbering.None || !isTitle(said) || dateLine.MatchString(said) && endsInDate.MatchString(said) {
		return false
	}
	annex := i > 0 && strings.HasPrefix(p.lines[i-1].Said, "附件") && utf8.RuneCountInString(p.lines[i-1].Said) < 6
	return annex || strings.HasPrefix(said, "附件") && utf8.RuneCountInString(said) < 6 || titleYears.MatchString(said) && document.MatchString(said)
}

// leavePrologue drops the points of the letter, and says so.
func (p *list) leavePrologue() {
	for _, pt := range p.root.children {
		p.leaveOut(pt)
	}
	p.root, p.last, p.stack = &point{}, nil, nil
}

// add makes points of a line, one for each of its pieces.
func (p *list) add(line paragraph, pieces []piece) {
	depth := line.depth()
	for i, piece := range pieces {
		pt := &point{depth: depth, number: line.Number, at: line.at, said: []string{piece.said}, text: []string{trimBullet(piece.text)}}
		pt.mark = strings.TrimFunc(strings.TrimSuffix(line.Said, line.Text), numbering.IsBlank)
		if i == 0 {
			pt.said[0] = pt.mark + piece.said
		} else {
			n := numbering.Cut(piece.text)
			pt.number, pt.text[0], pt.mark = n.Number, n.Text, strings.TrimSuffix(piece.text, n.Text)
		}
		p.place(pt)
		if len(piece.who) == 0 {
			continue
		}
		a := &answer{}
		for _, who := range piece.who {
			a.who = append(a.who, grid.Read[string]{Value: who, Said: who, At: line.at})
		}
		p.give(a, pt)
	}
}

// give lets a point be answered.
func (p *list) give(a *answer, points ...*point) {
	for _, pt := range points {
		pt.who = a
		a.members = append(a.members, pt)
	}
	for _, who := range a.who {
		r := p.duty.Read(who.Said, duty.Unmarked)
		p.said = p.said || len(r.All) > 0 || r.Due == "" && p.labelAhead(who.Said) != duty.NoLabel
	}
}

// isBareHeading reports whether a line without a number is the heading of what follows: a
// requirement is complete before it, and the next one begins behind it.
func (p *list) isBareHeading(i int) bool {
	if p.last.who == nil || !isTitle(p.lines[i].Said) || dateLine.MatchString(p.lines[i].Said) || i+1 >= len(p.lines) {
		return false
	}
	next := p.lines[i+1]
	if next.Level == numbering.None {
		return !p.isAnswer(next) && p.cut(next.Text)[0].who != nil
	}
	return next.Level >= numbering.Third && p.last.depth >= thirdDepth
}

// opensRequirement reports whether a line without a number, behind a requirement that is
// complete, is one of its own: who answers follows on the next line.
func (p *list) opensRequirement(i int) bool {
	if p.last != nil && p.last.who == nil && !(p.last.depth == plainDepth && len(p.last.text) == 0) {
		return false
	}
	if p.last == nil && isTitle(p.lines[i].Said) || i+1 >= len(p.lines) {
		return false
	}
	return p.isAnswer(p.lines[i+1]) && p.isLabelledLine(i+1)
}

func (p *list) isLabelledLine(i int) bool {
	text, _ := p.lines[i].duty()
	return p.labelAhead(text) != duty.NoLabel
}

// moreFollows reports whether a further point stands below line i.
func (p *list) moreFollows(i int) bool {
	if p.lastPoint == 0 {
		n := len(p.lines) - 1
		for n > 0 && (p.lines[n].Level == numbering.None && (p.words.IsNote(p.lines[n].Said) || p.cut(p.lines[n].Text)[0].who == nil)) {
			n--
		}
		p.lastPoint = n
	}
	return i < p.lastPoint
}

// closing is how the last paragraphs begin, which ask everybody and nobody by name.
var closing = regexp.MustCompile(`^(?:各|请|本|此件|以上|上述|特此|附件|联系|抄送|[（(])`)

// closes reports whether a line is the end of the paper: who issues it, and when.
func (p *list) closes(i int) bool {
	said := p.lines[i].Said
	return !p.moreFollows(i) && (dateLine.MatchString(said) && utf8.RuneCountInString(said) < 16 || roster.EndsAsUnit(said) && p.last.depth != plainDepth)
}

var bullet = regexp.MustCompile(`^[●○■□▲△◆◇★☆·•\-—–*※➢]+\s*`)

func trimBullet(s string) string { return bullet.ReplaceAllString(s, "") }
