// Package duty reads who answers for a requirement: the little language of 责任部门 cells, in which
// names, verbs, labels and deadlines stand side by side, and the sentence by which a list says
// who leads. What is no name, no verb and no deadline is handed back, never guessed at.
package duty

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/plan/roster"
	"taizhang/templates/words"
)

// Grammar reads the little language of 责任部门 cells: labels, names, what joins them,
// verbs that say who leads and who supports, and the deadline that may stand among them.
type Grammar struct {
	roster      *roster.Roster
	words       *words.Words
	Rule        LeadRule                     // what the list itself says of who leads
	collectives map[string]roster.Collective // by folded wording
	resolved    map[string]resolution
}

// NewGrammar returns what reads duties with the departments and the words of an office.
func NewGrammar(r *roster.Roster, w *words.Words) *Grammar {
	d := &Grammar{roster: r, words: w, collectives: map[string]roster.Collective{}, resolved: map[string]resolution{}}
	for name, wordings := range w.Collectives {
		for _, wording := range append(wordings, name) {
			d.collectives[fold.Key(wording)] = roster.Collective(name)
		}
	}
	return d
}

// Side is what a verb or a label says of the names before or behind it.
type Side uint8

const (
	Unmarked Side = iota
	Leads         // 牵头, 主办, 牵头单位：
	answers       // 负责: leads where somebody else supports
	acts          // 落实, 按职责分工负责: takes part, and says nothing of who leads
	Supports      // 配合, 协办, 配合单位：
)

// Named is a name with what is said of it.
type Named struct {
	Party   roster.Party
	Side    Side
	pinned  bool // no verb behind it changes the mark: 会同
	late    bool // the mark that ends the leads stands before it
	starred bool // it carries the sign that the list gives to leads
	helped  bool // a bracket behind it names who works along
}

// Reply is a duty as it was understood.
type Reply struct {
	All    []Named
	Due    string   // the words of a deadline among the names, "" for none
	Unread []string // what is no name, no verb and no deadline
}

// parties returns the names of a cell in their order, and last what is none, so that who
// asks whether a text is made of names sees that it is not.
func (d *Grammar) parties(cell string, column Side) []Named {
	r := d.Read(cell, column)
	for _, text := range r.Unread {
		r.All = append(r.All, Named{Party: roster.Party{Name: text}})
	}
	return r.All
}

// Read reads a cell. column is what the column says of names without a verb. A verb speaks
// for the names before it, up to the last verb or ；.
func (d *Grammar) Read(cell string, column Side) Reply {
	r := dutyReading{Grammar: d}
	for _, s := range d.segments(unwrap(cell)) {
		r.segment(s)
	}
	for i := range r.All {
		m := &r.All[i].Side
		if *m == Unmarked || column == Leads && (*m == answers || *m == acts) {
			*m = column
		}
		if *m == Unmarked && r.All[i].helped {
			*m = answers
		}
	}
	return r.Reply
}

// dutyReading goes through one duty.
type dutyReading struct {
	*Grammar
	Reply
	mark    Side // of the label in force
	persons bool // the label in force asks for persons
	late    bool // the mark that ends the leads stood under the label in force
	open    int  // from here on names still wait for a verb
	clause  int  // from here on names stand behind the last comma
	with    bool // behind 会同
	object  bool // behind a verb that has an object: 负责政策制定、
}

func (r *dutyReading) segment(s segment) {
	blocks := splitOutside(s.text, IsBlockEnd)
	r.late = false
	switch s.label {
	case LeadLabel:
		r.mark, r.persons = Leads, false
	case SupportLabel:
		r.mark, r.persons = Supports, false
	case UnitLabel:
		r.mark, r.persons = answers, false
	case PersonLabel:
		r.persons = true
	case DueLabel:
		if len(blocks) > 0 {
			r.Due, blocks = strings.TrimFunc(blocks[0], IsEdge), blocks[1:]
		}
		r.mark, r.persons = Unmarked, false
	}
	for i, block := range blocks {
		r.late = r.late || i > 0 && r.Rule.cutsAt(';')
		if i > 0 && r.isRemark(block) {
			r.Unread = append(r.Unread, strings.TrimFunc(block, IsEdge))
			continue
		}
		r.block(block)
	}
}

// isRemark reports whether a further sentence is about the names and not made of them.
func (r *dutyReading) isRemark(block string) bool {
	one := dutyReading{Grammar: r.Grammar}
	one.block(block)
	return len(one.Unread) > 0
}

// block reads what stands between two ； or 。.
func (r *dutyReading) block(block string) {
	r.open, r.clause, r.with, r.object = len(r.All), len(r.All), false, false
	for _, piece := range cutOutside(block, roster.IsComma) {
		if piece.by != '、' {
			r.clause = len(r.All)
		}
		r.late = r.late || r.Rule.cutsAt(piece.by)
		for _, item := range r.tokens(piece.text) {
			r.item(item)
		}
	}
}

// item takes one piece between separators: its names, its verb, or a deadline.
func (r *dutyReading) item(item string) {
	item = strings.TrimFunc(item, IsEdge)
	if utf8.RuneCountInString(item) > longestPiece {
		r.Unread = append(r.Unread, item)
		return
	}
	if rest, others := r.takeBeside(item); rest != item {
		r.item(rest)
		r.addBeside(others)
		return
	}
	if left, right, ok := cutTogether(item); ok && !r.Known(item) {
		r.item(left)
		for i := r.open; i < len(r.All); i++ {
			r.All[i].Side, r.All[i].pinned = Leads, true
		}
		r.with = true
		r.item(right)
		return
	}
	if left, right, ok := strings.Cut(item, "由"); ok && (left == "" || IsDeadline(left)) && right != "" && !r.Known(item) {
		if left != "" {
			r.Due = left
		}
		item = right
	}
	if item == "" || r.nobody(item) {
		return
	}
	if at := r.cutBetween(item); at > 0 && !r.Known(item) {
		r.item(item[:at])
		r.item(item[at:])
		return
	}
	names, verb := r.names(item)
	if slices.ContainsFunc(names, func(name string) bool { return !r.Known(name) && roster.IsSentence(name) }) {
		r.Unread = append(r.Unread, item)
		return
	}
	for _, name := range names {
		r.add(name, verb)
	}
	if verb == Unmarked {
		return
	}
	r.apply(verb)
}

// apply lets a verb speak for the names that wait for one. Under a label it speaks for its
// own clause only (牵头单位：市文物局，市财政局配合), and a weaker verb does not unsay the label.
func (r *dutyReading) apply(verb Side) {
	from := r.open
	if r.mark != Unmarked {
		from = max(from, r.clause)
	}
	weaker := r.mark != Unmarked && (verb == acts || verb == answers)
	for i := from; i < len(r.All) && !weaker; i++ {
		if !r.All[i].pinned {
			r.All[i].Side = verb
		}
	}
	r.open, r.with = len(r.All), false
}

// add takes a name, unless it is a deadline, a person, or no name at all.
func (r *dutyReading) add(name string, verb Side) {
	name, starred := r.Rule.cutSign(name)
	known, unit := r.Known(name), roster.EndsAsUnit(name)
	switch {
	case name == "" || r.nobody(name) || roster.BareNoun.MatchString(name) && len(r.All) > 0:
		return
	case r.persons && !known && !(unit && verb != Unmarked):
		return
	case known:
	case !unit && IsDeadline(name):
		r.Due = name
		return
	case !unit && r.object:
		return
	case !unit && (tooLong(name) || roster.Titled.MatchString(name)):
		r.Unread = append(r.Unread, name)
		return
	}
	m := Named{Party: r.party(name), Side: r.mark, late: r.late, starred: starred}
	if r.with {
		m.Side, m.pinned = Supports, true
	}
	r.All = append(r.All, m)
}

// names takes a piece apart: its names and its verb. A verb may have an object: 市司法局
// 负责政策制定.
func (r *dutyReading) names(item string) (names []string, verb Side) {
	name, verb := CutVerb(item)
	if verb == Unmarked {
		name, verb = r.cutRole(item)
	}
	inBracket := strings.HasSuffix(item, ")") || strings.HasSuffix(item, "）")
	if r.Known(item) && !(inBracket && verb != Unmarked) {
		return []string{item}, Unmarked
	}
	if verb == Unmarked && !roster.EndsAsUnit(item) {
		if left, m, ok := r.cutObject(item); ok {
			name, verb, r.object = left, m, true
		}
	}
	name = strings.TrimFunc(name, IsEdge)
	if !r.Known(name) {
		name = strings.TrimFunc(cutOthers(name), IsEdge)
	}
	name = r.cutJoint(name)
	if name == "" {
		return nil, verb
	}
	return r.split(name), verb
}

// besideUnit is 会 between two units of a house: 宣传处会办公室.
var besideUnit = regexp.MustCompile(`^(.*[处科股室局])会([^议同计]+[处科股室局办])$`)

// cutTogether cuts a piece at 会同, or at 会 between two units.
func cutTogether(item string) (left, right string, ok bool) {
	if left, right, ok = strings.Cut(item, "会同"); ok {
		return left, right, true
	}
	if m := besideUnit.FindStringSubmatch(item); m != nil {
		return m[1], m[2], true
	}
	return item, "", false
}

// nobody reports whether a text says that nobody is meant, or says nothing: —, ＊, 不涉及, 无配合单位.
func (d *Grammar) nobody(text string) bool {
	return d.words.IsNothing(text) || !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) || saysNobody.MatchString(text)
}

var saysNobody = regexp.MustCompile(`^(?:不涉及|无需|无须|不需要?|不用|暂无|没有|无)(?:其他)?(?:牵头|主办|配合|协办|协助|参与)?(?:单位|部门|股室|科室|处室)?$`)
