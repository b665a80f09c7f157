package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/plan/roster"
	"taizhang/templates/words"
)

// dutyReader reads the little language of 责任部门 cells: labels, names, what joins them,
// verbs that say who leads and who supports, and the deadline that may stand among them.
type dutyReader struct {
	roster      *roster.Roster
	words       *words.Words
	rule        leadRule                     // what the list itself says of who leads
	collectives map[string]roster.Collective // by folded wording
	resolved    map[string]resolution
}

func newDutyReader(r *roster.Roster, w *words.Words) *dutyReader {
	d := &dutyReader{roster: r, words: w, collectives: map[string]roster.Collective{}, resolved: map[string]resolution{}}
	for name, wordings := range w.Collectives {
		for _, wording := range append(wordings, name) {
			d.collectives[fold.Key(wording)] = roster.Collective(name)
		}
	}
	return d
}

// mark is what a verb or a label says of the names before or behind it.
type mark uint8

const (
	unmarked mark = iota
	leads         // 牵头, 主办, 牵头单位：
	answers       // 负责: leads where somebody else supports
	acts          // 落实, 按职责分工负责: takes part, and says nothing of who leads
	supports      // 配合, 协办, 配合单位：
)

// marked is a name with what is said of it.
type marked struct {
	party   roster.Party
	mark    mark
	pinned  bool // no verb behind it changes the mark: 会同
	late    bool // the mark that ends the leads stands before it
	starred bool // it carries the sign that the list gives to leads
}

// reply is a duty as it was understood.
type reply struct {
	all    []marked
	due    string   // the words of a deadline among the names, "" for none
	unread []string // what is no name, no verb and no deadline
}

// parties returns the names of a cell in their order, and last what is none, so that who
// asks whether a text is made of names sees that it is not.
func (d *dutyReader) parties(cell string, column mark) []marked {
	r := d.read(cell, column)
	for _, text := range r.unread {
		r.all = append(r.all, marked{party: roster.Party{Name: text}})
	}
	return r.all
}

// read reads a cell. column is what the column says of names without a verb. A verb speaks
// for the names before it, up to the last verb or ；.
func (d *dutyReader) read(cell string, column mark) reply {
	r := dutyReading{dutyReader: d}
	for _, s := range d.segments(unwrap(cell)) {
		r.segment(s)
	}
	for i := range r.all {
		m := &r.all[i].mark
		if *m == unmarked || column == leads && (*m == answers || *m == acts) {
			*m = column
		}
	}
	return r.reply
}

// dutyReading goes through one duty.
type dutyReading struct {
	*dutyReader
	reply
	mark    mark // of the label in force
	persons bool // the label in force asks for persons
	late    bool // the mark that ends the leads stood under the label in force
	open    int  // from here on names still wait for a verb
	clause  int  // from here on names stand behind the last comma
	with    bool // behind 会同
	object  bool // behind a verb that has an object: 负责政策制定、
}

func (r *dutyReading) segment(s segment) {
	blocks := splitOutside(s.text, isBlockEnd)
	r.late = false
	switch s.label {
	case leadLabel:
		r.mark, r.persons = leads, false
	case supportLabel:
		r.mark, r.persons = supports, false
	case unitLabel:
		r.mark, r.persons = answers, false
	case personLabel:
		r.persons = true
	case dueLabel:
		if len(blocks) > 0 {
			r.due, blocks = strings.TrimFunc(blocks[0], isEdge), blocks[1:]
		}
		r.mark, r.persons = unmarked, false
	}
	for i, block := range blocks {
		r.late = r.late || i > 0 && r.rule.cutsAt(';')
		if i > 0 && r.isRemark(block) {
			r.unread = append(r.unread, strings.TrimFunc(block, isEdge))
			continue
		}
		r.block(block)
	}
}

// isRemark reports whether a further sentence is about the names and not made of them.
func (r *dutyReading) isRemark(block string) bool {
	one := dutyReading{dutyReader: r.dutyReader}
	one.block(block)
	return len(one.unread) > 0
}

// block reads what stands between two ； or 。.
func (r *dutyReading) block(block string) {
	r.open, r.clause, r.with, r.object = len(r.all), len(r.all), false, false
	for _, piece := range cutOutside(block, roster.IsComma) {
		if piece.by != '、' {
			r.clause = len(r.all)
		}
		r.late = r.late || r.rule.cutsAt(piece.by)
		for _, item := range r.tokens(piece.text) {
			r.item(item)
		}
	}
}

// item takes one piece between separators: its names, its verb, or a deadline.
func (r *dutyReading) item(item string) {
	item = strings.TrimFunc(item, isEdge)
	if utf8.RuneCountInString(item) > longestPiece {
		r.unread = append(r.unread, item)
		return
	}
	if left, right, ok := cutTogether(item); ok && !r.known(item) {
		r.item(left)
		for i := r.open; i < len(r.all); i++ {
			r.all[i].mark, r.all[i].pinned = leads, true
		}
		r.with = true
		r.item(right)
		return
	}
	if left, right, ok := strings.Cut(item, "由"); ok && (left == "" || isDeadline(left)) && right != "" && !r.known(item) {
		if left != "" {
			r.due = left
		}
		item = right
	}
	if item == "" || r.words.IsNothing(item) {
		return
	}
	if at := r.cutBetween(item); at > 0 && !r.known(item) {
		r.item(item[:at])
		r.item(item[at:])
		return
	}
	names, verb := r.names(item)
	if slices.ContainsFunc(names, func(name string) bool { return !r.known(name) && roster.IsSentence(name) }) {
		r.unread = append(r.unread, item)
		return
	}
	for _, name := range names {
		r.add(name, verb)
	}
	if verb == unmarked {
		return
	}
	r.apply(verb)
}

// apply lets a verb speak for the names that wait for one. Under a label it speaks for its
// own clause only (牵头单位：市文物局，市财政局配合), and a weaker verb does not unsay the label.
func (r *dutyReading) apply(verb mark) {
	from := r.open
	if r.mark != unmarked {
		from = max(from, r.clause)
	}
	weaker := r.mark != unmarked && (verb == acts || verb == answers)
	for i := from; i < len(r.all) && !weaker; i++ {
		if !r.all[i].pinned {
			r.all[i].mark = verb
		}
	}
	r.open, r.with = len(r.all), false
}

// add takes a name, unless it is a deadline, a person, or no name at all.
func (r *dutyReading) add(name string, verb mark) {
	name, starred := r.rule.cutSign(name)
	known, unit := r.known(name), roster.EndsAsUnit(name)
	switch {
	case name == "" || r.words.IsNothing(name) || roster.BareNoun.MatchString(name) && len(r.all) > 0:
		return
	case r.persons && !known && !(unit && verb != unmarked):
		return
	case known:
	case !unit && isDeadline(name):
		r.due = name
		return
	case !unit && r.object:
		return
	case !unit && (tooLong(name) || roster.Titled.MatchString(name)):
		r.unread = append(r.unread, name)
		return
	}
	m := marked{party: r.party(name), mark: r.mark, late: r.late, starred: starred}
	if r.with {
		m.mark, m.pinned = supports, true
	}
	r.all = append(r.all, m)
}

// names takes a piece apart: its names and its verb. A verb may have an object: 市司法局
// 负责政策制定.
func (r *dutyReading) names(item string) (names []string, verb mark) {
	name, verb := cutVerb(item)
	if verb == unmarked {
		name, verb = r.cutRole(item)
	}
	inBracket := strings.HasSuffix(item, ")") || strings.HasSuffix(item, "）")
	if r.known(item) && !(inBracket && verb != unmarked) {
		return []string{item}, unmarked
	}
	if verb == unmarked && !roster.EndsAsUnit(item) {
		if left, m, ok := r.cutObject(item); ok {
			name, verb, r.object = left, m, true
		}
	}
	name = strings.TrimFunc(name, isEdge)
	if !r.known(name) {
		name = strings.TrimFunc(cutOthers(name), isEdge)
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
