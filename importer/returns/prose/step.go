package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// isRule takes a line of signs: ======.
func (w *walk) isRule() bool {
	if strings.ContainsFunc(w.text, isWord) {
		return false
	}
	w.furniture = append(w.furniture, w.cell)
	return true
}

// isLegend takes a line that says what signs stand for: ● 已完成  ◐ 推进中  ○ 未启动.
func (w *walk) isLegend() bool {
	if strings.ContainsAny(w.text, "。") || len(w.Grammar.Legend(w.text)) < leastLegend {
		return false
	}
	w.furniture = append(w.furniture, w.cell)
	return true
}

// leastLegend is how many signs a line explains at the least that answers nothing.
const leastLegend = 3

// isMailHead takes a line of a mail's head.
func (w *walk) isMailHead() bool {
	if len(w.p.items) > 0 || !mailHead.MatchString(w.text) {
		return false
	}
	w.info = append(w.info, w.cell)
	w.InfoRow(w.in.Grid, w.row, 1, w.in.Grid.Width(), &w.p.Info, true)
	return true
}

func (w *walk) isSalutation() bool {
	if w.open >= 0 || len(w.p.items) > 0 || !isSalutation(w.text) || w.namesOne(w.text) || citedHead.MatchString(w.text) {
		return false
	}
	w.info = append(w.info, w.cell)
	return true
}

func (w *walk) isBracketTopic() bool {
	it, ok := w.bracketTopic(w.text)
	if ok {
		if len(it.lines) > 0 {
			w.bracketed++
		}
		w.begin(it)
	}
	return ok
}

func (w *walk) isAskedFor() bool {
	rest, ok := w.askedFor(w.text)
	if !ok {
		return false
	}
	it, found := w.topic(rest, true)
	if !found {
		it = item{name: rest}
	}
	w.begin(it)
	return true
}

// isBracketLabel takes a paragraph that begins with a label in a bracket.
func (w *walk) isBracketLabel() bool {
	label, rest, ok := answer.BracketLabel(bulletHead.ReplaceAllString(w.text, ""))
	if !ok {
		return false
	}
	rest = strings.TrimSpace(rest)
	if w.Grammar.Word(label) != status.NoStatus {
		return w.beginsWith(label, rest)
	}
	if w.AllListed(table.Cited(label)) {
		return false
	}
	role := w.Tables.Label(label)
	if role == words.Requirement || role == words.Task || role == words.Number {
		if it, ok := w.topic(rest, true); ok {
			w.begin(it)
			return true
		}
	}
	if isAside(rest) || w.inBrackets && role == "" && rest == "" {
		w.begin(item{name: label}) // as those above it, or what the list has not
		return true
	}
	if w.bracketed > 0 && role == "" && rest != "" && !w.isLabel(label) {
		it := item{name: label} // 【结对共建】… as the paragraphs above it
		it.add(rest)
		w.begin(it)
		return true
	}
	if w.open < 0 {
		return false
	}
	w.add(role, rest, label)
	return true
}

// beginsWith opens an item whose status stands in a bracket before its name: 【完成】红色物业示范小区（12月10日完成）.
func (w *walk) beginsWith(said, name string) bool {
	day := ""
	if m := dayBehind.FindStringSubmatch(name); m != nil {
		name, day = m[1], m[2]
	}
	it, ok := w.topic(name, true)
	if !ok || !it.matched {
		return false
	}
	w.begin(it)
	w.add(words.Status, said, "")
	if day != "" {
		w.add(words.Completed, day, "")
	}
	return true
}

// dayBehind is a name with the day in a bracket behind it on which the matter was done.
var dayBehind = regexp.MustCompile(`^(.+?)[（(]([^（()）]*[0-9][^（()）]*?)(?:完成|办结|结束)[)）]$`)

// isDepartmentLabel takes the label of a department above the first item.
func (w *walk) isDepartmentLabel() bool {
	if len(w.p.items) > 0 {
		return false
	}
	whose, ok := w.labelledDepartment(w.text, w.cell)
	if ok {
		w.info = append(w.info, w.cell)
		w.p.Info.Add(words.Whose, whose)
	}
	return ok
}

// isOwnLabel takes a label of the writer's own, which other paragraphs begin with too.
func (w *walk) isOwnLabel() bool {
	head, rest, ok := cutLabel(w.text)
	if !ok || w.open < 0 || w.labels[head] < 2 || w.isLabel(head) || citedHead.MatchString(w.text) || w.Words.Label(head) != "" {
		return false
	}
	w.add(w.roleBy(rest), rest, head)
	return true
}

// isCountedLabel takes a part of the open answer that is counted: 1.进展：…, 2.存在问题：…. Its number is
// not the list's.
func (w *walk) isCountedLabel() bool {
	label, rest := w.labelOf(w.text)
	if w.open < 0 || label == "" || styleOf(w.text) != inFigures {
		return false
	}
	w.add(label, rest, "")
	return true
}

// isTopic takes a paragraph that names a requirement, or that opens a piece of its own.
func (w *walk) isTopic() bool {
	it, ok := w.topic(w.text, w.level > 0)
	if !ok {
		return false
	}
	if !it.matched && len(w.p.items) == 0 && (len(it.lines) == 0 && w.row == 1 || w.speaks(w.text) && (len(it.lines) == 0 || utf8.RuneCountInString(w.text) <= longestHead)) {
		w.info = append(w.info, w.cell) // a title, and no work of its own
		w.InfoRow(w.in.Grid, w.row, 1, w.in.Grid.Width(), &w.p.Info, true)
		return true
	}
	if bullet, ok := bulletOf(w.text); ok && it.matched {
		if w.bullets[bullet]++; len(it.lines) == 0 {
			w.bullets[bullet]++
		}
	}
	_, behind, bracketed := answer.BracketLabel(w.text)
	w.inBrackets = w.inBrackets || it.matched && len(it.lines) == 0 && bracketed && behind == ""
	if name, after := cutTitle(w.text); it.matched && after != "" && it.name != "" && strings.HasPrefix(w.text[len(name):], "。") {
		w.titled++
	}
	w.begin(it)
	w.underHeading = w.level > 0 && it.matched && len(it.lines) == 0
	w.colonHeads = w.colonHeads || it.matched && len(it.lines) == 0 && endsInColon(w.text)
	return true
}

// isAsked reports whether the open item names a requirement and has no answer yet: the paragraph under
// it is one, whatever it speaks of.
func (w *walk) isAsked() bool {
	it := &w.p.items[w.open]
	return it.matched && len(it.lines) == 0
}

func (w *walk) isSentence() bool {
	it, ok := w.sentenceTopic(w.text)
	if !ok || w.underHeading || w.open >= 0 && (w.p.items[w.open].name == it.name || w.isAsked()) {
		return false
	}
	w.begin(it)
	return true
}

// isUnknownTopic takes a paragraph that speaks of something that the list has not, or that nobody
// can tell: it answers nothing that stands before it.
func (w *walk) isUnknownTopic() bool {
	if bullet, ok := bulletOf(w.text); ok && w.bullets[bullet] >= 2 { // as those above it
		bare := WithoutBullet(w.text)
		name, after := cutTitle(bare)
		if utf8.RuneCountInString(name) > longestHead {
			name, after = "", bare
		}
		it := item{name: name}
		it.add(after)
		w.begin(it)
		return true
	}
	if name, after := cutTitle(w.text); w.titled >= 2 && after != "" && strings.HasPrefix(w.text[len(name):], "。") && utf8.RuneCountInString(name) <= longestHead && !strings.ContainsAny(name, "，,") {
		it := item{name: name} // as the paragraphs above it
		it.add(after)
		w.begin(it)
		return true
	}
	if it, ok := aboutTopic(w.text); ok && !w.underHeading {
		w.begin(it)
		return true
	}
	if w.colonHeads && endsInColon(w.text) && !w.isLabel(strings.TrimRight(w.text, "：: ")) {
		w.begin(item{name: strings.TrimRight(w.text, "：: ")})
		return true
	}
	if w.isBareTopic() {
		w.begin(item{name: w.text})
		return true
	}
	if m := pointedAt.FindStringSubmatchIndex(w.text); m != nil && w.open >= 0 && !w.underHeading && utf8.RuneCountInString(w.text[m[2]:m[3]]) <= 20 {
		it := item{name: w.text[m[2]:m[3]]}
		it.add(w.text[m[1]:])
		w.begin(it)
		return true
	}
	return false
}

// isBareTopic reports a few words alone on their line, as those that the open item stands under, above a
// paragraph that opens with how things stand: “八一”走访慰问 above 已完成。8个慰问点全部走完。
func (w *walk) isBareTopic() bool {
	if w.open < 0 || utf8.RuneCountInString(w.text) > longestHead || strings.ContainsAny(w.text, "。；：，,;:") || w.isLabel(w.text) || w.Grammar.Is(w.text) {
		return false
	}
	above := &w.p.items[w.open]
	if strings.TrimSpace(above.at.Text) != above.name || len(above.lines) == 0 || !w.startsWithStatus(above.lines[0].text) {
		return false
	}
	if _, section := w.sectionOf(w.text); section || w.IsName(w.text) {
		return false
	}
	below, n := rowText(w.in.Grid, w.row+1)
	return n == 1 && w.startsWithStatus(strings.TrimSpace(below.String()))
}

const longestHead = 30 // characters of a heading under a bullet

// bulletOf returns the sign that a paragraph begins with.
func bulletOf(text string) (rune, bool) {
	r, _ := utf8.DecodeRuneInString(text)
	return r, bulletHead.MatchString(text)
}

// isSection takes a heading that names a department.
func (w *walk) isSection() bool {
	d, ok := w.sectionOf(w.text)
	if !ok {
		return false
	}
	w.section = grid.Read[string]{Value: d, Said: d, At: w.cell.At()}
	w.sectionItems = len(w.p.items)
	w.sections++
	w.furniture = append(w.furniture, w.cell)
	w.open = -1
	return true
}

// isStrangeSection takes a heading that names an office that the roster lacks, behind those of departments:
// what follows is no longer the department's above.
func (w *walk) isStrangeSection() bool {
	bare := strings.Trim(countedHead.ReplaceAllString(w.text, ""), "【】[]：: ")
	if w.sections == 0 || !w.IsStrangeOffice(bare) {
		return false
	}
	w.section = grid.Read[string]{Said: bare, At: w.cell.At()}
	w.furniture = append(w.furniture, w.cell)
	w.open = -1
	return true
}

func (w *walk) isLabelled() bool {
	label, rest := w.labelOf(w.text)
	if w.open < 0 || label == "" || isAside(w.text) {
		return false
	}
	w.add(label, rest, "")
	return true
}

// isEnd takes a signature or a date.
func (w *walk) isEnd() bool {
	if !w.isClosing(w.text) && !w.SignsAlone(w.in.Grid, w.row) {
		return false
	}
	w.info = append(w.info, w.cell)
	w.InfoRow(w.in.Grid, w.row, 1, w.in.Grid.Width(), &w.p.Info, false)
	if !w.Words.IsNote(w.text) {
		w.SignedOn(w.cell, &w.p.Info)
	}
	w.open = -1
	return true
}

// belongs takes a paragraph that is nothing by itself: it belongs to the item above it, or to the
// title; one about what is not asked for stands alone.
func (w *walk) belongs() {
	alone := item{at: w.cell, section: w.section, lines: []line{{text: w.text, cell: w.cell}}}
	switch {
	case w.open < 0 && w.letter && w.titlesTable():
		w.info = append(w.info, w.cell)
		w.InfoRow(w.in.Grid, w.row, 1, w.in.Grid.Width(), &w.p.Info, true)
	case w.open < 0 && w.letter && w.tellsWork(w.text): // as below, and no title of the table below it either
		w.left = append(w.left, w.cell)
	case w.open < 0 && len(w.p.items) > 0:
		w.p.items = append(w.p.items, alone)
	case w.open < 0 && w.tellsWork(w.text): // nobody can tell of what: it stays unread, and is named
	case w.open < 0:
		w.info = append(w.info, w.cell)
		w.InfoRow(w.in.Grid, w.row, 1, w.in.Grid.Width(), &w.p.Info, true)
	case isAside(w.text):
		w.p.items = append(w.p.items, alone)
		w.open = len(w.p.items) - 1
	default:
		label, rest := w.labelOf(w.text)
		w.add(label, rest, "")
	}
}
