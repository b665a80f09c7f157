package letters

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// list writes the problems: what was found, what is expected, what to do and by when, and
// which of the files that are gone are not drawn.
func (s Slip) list(b *xlsx.Workbook, drawn []*original, gone []string) {
	sh := b.Add(s.words.Sheet, xlsx.Paper{Title: s.Department, Landscape: true, Narrow: true, Head: [2]int{4, 4}, Tab: "C00000"},
		5, 8, 8, 17, 35, 25, 29, 15)
	wide := len(sh.Widths)
	opening := s.words.Opening
	if len(drawn) == 0 {
		opening = s.words.Unseen
	}
	sh.Put(34, []xlsx.Cell{{Value: s.fill(s.words.Title), Style: xlsx.Style{Font: xlsx.Hei, Size: 18, Align: "center", Middle: true, Nowrap: true}, Span: wide}})
	sh.Put(24, []xlsx.Cell{{Value: s.fill(s.words.Head, "条数", strconv.Itoa(len(s.problems))), Style: xlsx.Style{Font: xlsx.Hei, Size: 11, Middle: true, Nowrap: true}, Span: wide}})
	plain := xlsx.Style{Middle: true}
	sh.Row(xlsx.Cell{Value: s.fill(opening), Style: plain.Sized(11), Span: wide})
	sh.Heading(xlsx.Heads(s.words.Columns...))
	for i, line := range s.lines() {
		sh.Row(s.line(i+1, line, drawn)...)
	}
	sh.Skip(1)
	steps := s.words.AgainUnseen
	if len(drawn) > 0 {
		steps = s.words.Again.Steps
		if text := s.severities(); text != "" {
			sh.Row(xlsx.Cell{Value: text, Style: plain, Span: wide})
		}
	}
	if len(gone) > 0 {
		sh.Row(xlsx.Cell{Value: strings.Join(gone, "、") + "：" + s.words.Unreadable, Style: plain, Span: wide})
	}
	sh.Put(24, []xlsx.Cell{{Value: s.words.Again.Title, Style: xlsx.SectionStyle, Span: wide}})
	if slices.ContainsFunc(s.problems, func(p problem) bool { return p.quarter != s.asOf }) {
		steps = append(slices.Clone(steps), s.words.Earlier)
	}
	for _, step := range steps {
		sh.Row(xlsx.Cell{Value: s.fill(step, "文件", s.Department+"（修订）.xlsx"), Style: plain, Span: wide})
	}
	sh.Close()
}

// severities says what the words of the column 轻重 mean, of those that stand there.
func (s Slip) severities() string {
	var said []string
	for _, severity := range []finding.Severity{finding.Error, finding.Warning} {
		if slices.ContainsFunc(s.problems, func(p problem) bool { return p.mend.Severity == "" && p.Severity() == severity }) {
			said = append(said, s.words.Severities[string(severity)])
		}
	}
	if len(said) == 0 {
		return ""
	}
	return strings.Join(said, "；") + "。"
}

func (s Slip) line(n int, line []problem, drawn []*original) []xlsx.Cell {
	p := line[0]
	at := xlsx.Cell{Value: s.cells(line), Style: xlsx.MidStyle}
	for _, d := range drawn {
		if d.holds(p.at) && p.at.Row() > 0 {
			at.Style, at.Link = xlsx.MidStyle.Linked(), xlsx.LinkTo(d.name, p.at.Cell(), "看这一格")
		}
	}
	severity := signs.SeverityStyle(p.Severity())
	severity.Middle = true
	word, until := cmp.Or(p.mend.Severity, s.words.Severity[string(p.Severity())]), cmp.Or(p.mend.Deadline, s.words.Deadline)
	return []xlsx.Cell{
		{Value: n, Style: xlsx.CountStyle}, {Value: word, Style: severity}, at,
		{Value: sheetName(p), Style: xlsx.LabelStyle}, {Value: s.message(line), Style: xlsx.LabelStyle},
		{Value: s.wanted(p), Style: xlsx.LabelStyle}, {Value: s.todo(p), Style: xlsx.LabelStyle}, {Value: until, Style: xlsx.MidStyle},
	}
}
