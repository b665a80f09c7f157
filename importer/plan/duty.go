package plan

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// dutyReader reads the little language of 责任部门 cells: names, what joins them, and
// verbs that say who leads and who supports.
type dutyReader struct {
	roster      *Roster
	words       *words.Words
	collectives map[string]Collective // by folded wording
	resolved    map[string]resolution
}

func newDutyReader(r *Roster, w *words.Words) *dutyReader {
	d := &dutyReader{roster: r, words: w, collectives: map[string]Collective{}, resolved: map[string]resolution{}}
	for name, wordings := range w.Collectives {
		for _, wording := range append(wordings, name) {
			d.collectives[fold.Key(wording)] = Collective(name)
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
	persons       // 牵头领导：, which names no department
)

// marked is a name with what is said of it.
type marked struct {
	party Party
	mark  mark
}

// parties returns the names of a cell in their order. column is what the column says of
// names without a verb. A verb speaks for the names before it, up to the last verb or ；.
func (d *dutyReader) parties(cell string, column mark) []marked {
	var all []marked
	label := unmarked
	for _, block := range splitOutside(verbThenSpace.ReplaceAllString(unwrap(cell), "$1，"), isBlockEnd) {
		open := len(all) // from here on names still wait for a verb
		for _, item := range d.items(block) {
			if m, rest, ok := d.cutLabel(item); ok {
				label, item, open = m, rest, len(all)
			}
			names, verb := d.item(item)
			if label == persons {
				continue
			}
			for _, name := range names {
				all = append(all, marked{d.party(name), label})
			}
			if verb != unmarked {
				for i := open; i < len(all); i++ {
					all[i].mark = verb
				}
				open = len(all)
			}
		}
	}
	for i := range all {
		switch {
		case all[i].mark == unmarked, column == leads && (all[i].mark == answers || all[i].mark == acts):
			all[i].mark = column
		}
	}
	return all
}

// items cuts a block at 、 and ，, and at line breaks unless the lines make up one name.
func (d *dutyReader) items(block string) []string {
	var items []string
	for _, piece := range splitOutside(block, isComma) {
		joined := strings.Join(strings.Fields(piece), "")
		lines := slices.DeleteFunc(strings.Split(piece, "\n"), func(s string) bool { return strings.TrimSpace(s) == "" })
		name, _ := cutVerb(joined)
		if len(lines) > 1 && (d.known(name) || bracketStep([]rune(strings.TrimSpace(lines[1]))[0]) == 1) {
			items = append(items, joined)
			continue
		}
		items = append(items, lines...)
	}
	return items
}

// settleDuty settles who leads. Where nobody leads by a verb, those who answer (负责) lead if
// somebody after them supports (配合); else all are joint.
func settleDuty(all []marked) Duty {
	is := func(m mark) func(marked) bool { return func(x marked) bool { return x.mark == m } }
	if !slices.ContainsFunc(all, is(leads)) {
		for i := range all {
			if all[i].mark == answers && slices.ContainsFunc(all[i:], is(supports)) {
				all[i].mark = leads
			}
		}
	}
	var duty Duty
	led := slices.ContainsFunc(all, is(leads))
	seen := map[string]bool{}
	add := func(to *[]Party, fits func(marked) bool) {
		for _, m := range all {
			if key := fold.Key(m.party.Name); fits(m) && !seen[key] {
				seen[key] = true
				*to = append(*to, m.party)
			}
		}
	}
	if !led {
		add(&duty.Joint, func(marked) bool { return true })
		return duty
	}
	add(&duty.Lead, is(leads))
	add(&duty.Support, func(m marked) bool { return m.mark != leads })
	return duty
}

// item takes one piece between separators apart: its names and its verb.
func (d *dutyReader) item(item string) (names []string, verb mark) {
	item = strings.TrimFunc(item, isEdge)
	name, verb := cutVerb(item)
	if inBracket := strings.HasSuffix(item, ")") || strings.HasSuffix(item, "）"); d.known(item) && !(inBracket && verb != unmarked) {
		return []string{item}, unmarked
	}
	name = strings.TrimFunc(name, isEdge)
	if !d.known(name) {
		name = strings.TrimFunc(andOthers.ReplaceAllString(name, ""), isEdge)
	}
	if name == "" {
		return nil, verb
	}
	return d.split(name), verb
}

// split cuts a name at 及, 和, 与 and spaces, only where both sides are known.
func (d *dutyReader) split(name string) []string {
	if parts := d.tryToSplit(name); parts != nil {
		return parts
	}
	return []string{name}
}

func (d *dutyReader) tryToSplit(name string) []string {
	if d.known(name) {
		return []string{name}
	}
	depth := 0
	for i, r := range name {
		depth += bracketStep(r)
		if depth != 0 || !isJoint(r) {
			continue
		}
		left, right := strings.TrimFunc(name[:i], isEdge), strings.TrimFunc(name[i+len(string(r)):], isEdge)
		if left == "" || right == "" || !d.known(left) {
			continue
		}
		if rest := d.tryToSplit(right); rest != nil {
			return append([]string{left}, rest...)
		}
	}
	return nil
}

// resolution is what a name turned out to be. Cells repeat the same names, so it is kept.
type resolution struct {
	party Party
	known bool // a department of the roster or a collective
}

func (d *dutyReader) resolve(name string) resolution {
	name = strings.Join(strings.Fields(name), " ")
	if r, ok := d.resolved[name]; ok {
		return r
	}
	r := resolution{Party{Name: name}, true}
	if _, ok := d.roster.named(name); !ok {
		if c, ok := d.collectives[fold.Key(name)]; ok {
			r.party.Collective = c
		} else if found, ok := d.roster.Find(name, period.Quarter{}); ok {
			r.party.Name = found.Name
		} else {
			r.known = false
		}
	}
	d.resolved[name] = r
	return r
}

func (d *dutyReader) known(name string) bool { return d.resolve(name).known }

// party names a department by its roster name where one is known.
func (d *dutyReader) party(name string) Party { return d.resolve(name).party }
