package book

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// list writes the problems: what was found, what is expected, what to do and by when, and
// which of the files that are gone are not drawn.
func (s Slip) list(b *book, drawn []*original, gone []string) {
	sh := b.sheet(s.words.Sheet, page{title: s.Department, landscape: true, head: [2]int{4, 4}, tab: "C00000", foot: s.asOf.Label()},
		5, 9, 9, 20, 40, 32, 36, 21)
	wide := len(sh.widths)
	opening := s.words.Opening
	if len(drawn) == 0 {
		opening = s.words.Unseen
	}
	sh.put(34, []cell{{value: s.fill(s.words.Title), look: look{font: hei, size: 18, align: "center", middle: true, nowrap: true}, span: wide}})
	sh.put(24, []cell{{value: s.fill(s.words.Head, "条数", strconv.Itoa(len(s.problems))), look: look{font: hei, size: 11, middle: true, nowrap: true}, span: wide}})
	plain := look{middle: true}
	sh.row(cell{value: s.fill(opening), look: plain.sized(11), span: wide})
	sh.heading(heads(s.words.Columns...))
	for i, line := range s.lines() {
		sh.row(s.line(i+1, line, drawn)...)
	}
	sh.skip(1)
	steps := s.words.AgainUnseen
	if len(drawn) > 0 {
		steps = s.words.Again.Steps
		sh.row(cell{value: s.words.Severities, look: plain, span: wide})
	}
	if len(gone) > 0 {
		sh.row(cell{value: strings.Join(gone, "、") + "：" + s.words.Unreadable, look: plain, span: wide})
	}
	sh.put(24, []cell{{value: s.words.Again.Title, look: sectionLook, span: wide}})
	if slices.ContainsFunc(s.problems, func(p problem) bool { return p.quarter != s.asOf }) {
		steps = append(slices.Clone(steps), s.words.Earlier)
	}
	for _, step := range steps {
		sh.row(cell{value: s.fill(step, "文件", s.Department+"（修订）.xlsx"), look: plain, span: wide})
	}
	sh.close()
}

func (s Slip) line(n int, line []problem, drawn []*original) []cell {
	p := line[0]
	at := cell{value: s.cells(line), look: midLook}
	for _, d := range drawn {
		if d.holds(p.at) && p.at.Row() > 0 {
			at.look, at.link = midLook.linked(), to(d.name, p.at.Cell(), "看这一格")
		}
	}
	severity := severityLook(p.Severity())
	severity.middle = true
	word, until := cmp.Or(p.mend.Severity, s.words.Severity[string(p.Severity())]), cmp.Or(p.mend.Deadline, s.words.Deadline)
	return []cell{
		{value: n, look: countLook}, {value: word, look: severity}, at,
		{value: sheetName(p), look: labelLook}, {value: s.message(line), look: labelLook},
		{value: s.wanted(p), look: labelLook}, {value: s.todo(p), look: labelLook}, {value: until, look: midLook},
	}
}
