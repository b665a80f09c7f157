package book

import (
	"cmp"
	"path"
	"strconv"
	"strings"

	"taizhang/importer/finding"
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
	for i, p := range s.problems {
		sh.row(s.line(i+1, p, drawn)...)
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
	for _, step := range steps {
		sh.row(cell{value: s.fill(step, "文件", s.Department+"（修订）.xlsx"), look: plain, span: wide})
	}
	sh.close()
}

func (s Slip) line(n int, p problem, drawn []*original) []cell {
	at := cell{value: p.at.Cell(), look: midLook}
	if p.at.Sheet() != "" && p.at.Row() == 0 {
		at.value = s.words.WholeSheet
	}
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
		{value: sheetName(p.at), look: labelLook}, {value: "【" + p.Code.Entry().Title + "】" + p.Message, look: labelLook},
		{value: s.wanted(p), look: labelLook}, {value: s.todo(p), look: labelLook}, {value: until, look: midLook},
	}
}

// sheetName names the file and the sheet.
func sheetName(at finding.Place) string {
	if at.File() == "" {
		return "——"
	}
	return strings.TrimSpace(path.Base(at.File()) + "\n" + at.Sheet())
}
