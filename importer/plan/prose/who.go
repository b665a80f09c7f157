package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/plan/roster"
)

// piece is a stretch of a paragraph with those who answer for it.
type piece struct {
	text string // without the duty
	said string // as written
	who  []string
}

// cut takes the duties out of a paragraph: （责任单位：…） at its end or behind each of its
// sentences, or 责任单位：… as its last words. A paragraph with several brackets has
// several pieces.
func (p *list) cut(text string) []piece {
	tail := ""
	if at := p.inlineLabel(text); at > 0 {
		text, tail = strings.TrimRightFunc(text[:at], func(r rune) bool { return numbering.IsBlank(r) || duty.IsDash(r) }), text[at:]
	}
	pieces := []piece{}
	from := 0
	for _, b := range bracketsOf(text) {
		if b.start < from || !p.isWho(text, b) {
			continue
		}
		before := text[from:b.start]
		if len(pieces) > 0 {
			before = strings.TrimLeftFunc(before, isStop)
		}
		last := len(pieces) - 1
		if last >= 0 && (before == "" || p.onlySupports(b.inner)) {
			pieces[last].text += text[from:b.start]
			pieces[last].text = strings.TrimFunc(pieces[last].text, numbering.IsBlank)
			pieces[last].said += text[from:b.end]
			pieces[last].who = append(pieces[last].who, b.inner)
		} else {
			pieces = append(pieces, piece{strings.TrimFunc(before, numbering.IsBlank), text[from:b.end], []string{b.inner}})
		}
		from = b.end
	}
	rest := text[from:]
	if len(pieces) == 0 {
		pieces = append(pieces, piece{})
	}
	last := &pieces[len(pieces)-1]
	last.said += rest + tail
	if strings.TrimFunc(rest, isStop) != "" {
		last.text = strings.TrimFunc(last.text+rest, numbering.IsBlank)
	}
	if tail != "" {
		last.who = append(last.who, tail)
	}
	return pieces
}

// isStop reports whether r only ends what stands before it.
func isStop(r rune) bool {
	return numbering.IsBlank(r) || roster.IsComma(r) || duty.IsBlockEnd(r) || r == '.'
}

// bracket is a stretch of a text in brackets, the outermost ones.
type bracket struct {
	start, end int // of the text, brackets included
	inner      string
}

// bracketsOf returns the brackets of a text. One that nobody closes reaches to the end.
func bracketsOf(s string) []bracket {
	var all []bracket
	depth, start, open := 0, 0, 0
	for i, r := range s {
		switch step := duty.BracketStep(r); {
		case step > 0:
			if depth == 0 {
				start, open = i, i+len(string(r))
			}
			depth++
		case step < 0 && depth > 0:
			if depth--; depth == 0 {
				all = append(all, bracket{start, i + len(string(r)), s[open:i]})
			}
		}
	}
	if depth > 0 {
		all = append(all, bracket{start, len(s), s[open:]})
	}
	return all
}

// isWho reports whether a bracket says who answers: by its label, by a verb at the end of
// a sentence, or by names alone that stand behind a whole sentence.
func (p *list) isWho(text string, b bracket) bool {
	if strings.TrimFunc(b.inner, duty.IsEdge) == "" {
		return false
	}
	if draft.SameAgain.MatchString(roster.Unspaced(b.inner)) {
		return true
	}
	behind, _ := utf8.DecodeRuneInString(text[b.end:])
	ends := text[b.end:] == "" || isStop(behind) || duty.BracketStep(behind) > 0
	switch label := p.labelAhead(b.inner); label {
	case duty.LeadLabel, duty.SupportLabel, duty.UnitLabel, duty.PersonLabel:
		return true
	case duty.DueLabel:
		return ends
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[:b.start], numbering.IsBlank))
	whole := duty.IsBlockEnd(before) || before == '！' || b.start == 0
	if !ends && !whole || !p.isDuty(b.inner) {
		return false
	}
	if p.hasVerb(b.inner) {
		return true
	}
	return strings.TrimFunc(text[b.end:], isStop) == "" && (whole || p.lenient)
}

// hasVerb reports whether some verb of the duty marks a name, or a deadline stands beside
// the names: a bracket that only explains has neither.
func (p *list) hasVerb(text string) bool {
	return p.duty.Read(text, duty.Unmarked).Due != "" || p.marks(text)
}

// marks reports whether a verb or label marks a name.
func (p *list) marks(text string) bool {
	return slices.ContainsFunc(p.duty.Read(text, duty.Unmarked).All, func(m duty.Named) bool { return m.Side != duty.Unmarked })
}

// onlySupports reports whether a duty names those who support and nobody else.
func (p *list) onlySupports(text string) bool {
	all := p.duty.Read(text, duty.Unmarked).All
	for _, m := range all {
		if m.Side != duty.Supports {
			return false
		}
	}
	return len(all) > 0
}

// begun is how a task begins and no unit's name: 完成党群服务中心.
var begun = regexp.MustCompile(`^(?:建成|开展|完成|加强|实施|建立|健全|优化|提升|深化|设立|成立|制定|编制|新建|改造|改扩建|清理|落实|强化|做好|完善|打造|创建|建设\p{Han}{4})`)

// isDuty reports whether a text is made of names of units, verbs and a deadline.
func (p *list) isDuty(text string) bool {
	r := p.duty.Read(text, duty.Unmarked)
	for _, m := range r.All {
		if m.Party.Collective == "" && !p.duty.Known(m.Party.Name) && (!roster.EndsAsUnit(m.Party.Name) || begun.MatchString(m.Party.Name)) {
			return false
		}
	}
	return len(r.All) > 0 && len(r.Unread) == 0
}

// labelAhead returns the label that a text begins with.
func (p *list) labelAhead(s string) duty.Label {
	s = strings.TrimLeftFunc(s, duty.IsEdge)
	at := p.duty.Labels(s)
	if len(at) == 0 || at[0].Start > 0 {
		return duty.NoLabel
	}
	return at[0].Label
}

var labelBehindStop = regexp.MustCompile(`[。；;，,！ \t　—–─－-]`)

// inlineLabel returns where 责任单位：… begins behind the sentences of a paragraph, 0 for
// nowhere. Only its first label counts.
func (p *list) inlineLabel(text string) int {
	for _, l := range p.duty.Labels(text) {
		switch l.Label {
		case duty.LeadLabel, duty.SupportLabel, duty.UnitLabel, duty.PersonLabel, duty.DueLabel:
		default:
			continue
		}
		_, size := utf8.DecodeLastRuneInString(text[:l.Start])
		if l.Start > 0 && labelBehindStop.MatchString(text[l.Start-size:l.Start]) && strings.TrimFunc(text[l.End:], duty.IsEdge) != "" {
			return l.Start
		}
	}
	return 0
}

// answer is who answers and until when, on lines of its own or in a bracket.
type answer struct {
	who     []grid.Read[string]
	members []*point
	lines   bool // it stands on lines of its own
}

// isAnswer reports whether a line says only who answers, or until when.
func (p *list) isAnswer(line paragraph) bool {
	text, bracketed := line.duty()
	label := p.labelAhead(text)
	switch label {
	case duty.NoLabel, duty.OtherLabel:
	case duty.DueLabel:
		return line.Level == numbering.None || duty.IsDeadline(strings.TrimFunc(text[strings.IndexAny(text, ":：")+1:], duty.IsEdge))
	default:
		return line.Level == numbering.None || p.isLabelledDuty(text)
	}
	if line.Level != numbering.None {
		return false
	}
	if bracketed && duty.IsDeadline(text) {
		return true
	}
	if bracketed {
		return p.isDuty(text)
	}
	_, verb := duty.CutVerb(strings.TrimRightFunc(text, duty.IsEdge))
	return verb != duty.Unmarked && label == duty.NoLabel && p.isDuty(text) && p.marks(text)
}

// duty returns a line without the bracket around it or the number before it.
func (l paragraph) duty() (text string, bracketed bool) {
	if l.Level != numbering.None && l.Level != numbering.Fourth {
		return l.Text, false
	}
	said := strings.TrimRightFunc(l.Said, isStop)
	if all := bracketsOf(said); len(all) == 1 && all[0].start == 0 && all[0].end == len(said) {
		return all[0].inner, true
	}
	return l.Said, false
}

// isLabelledDuty reports whether names follow the label and no sentence.
func (p *list) isLabelledDuty(text string) bool {
	r := p.duty.Read(text, duty.Unmarked)
	return len(r.Unread) == 0 && (len(r.All) > 0 || p.labelAhead(text) == duty.PersonLabel)
}
