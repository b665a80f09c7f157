package returns

import (
	"path"
	"regexp"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// readProse makes the return, or the returns of several departments, of a sheet of paragraphs.
func (f *file) readProse(u *sheet) []part {
	o := f.asked(u, u.prose.info, nil)
	base := Return{File: f.book.File, Sheet: u.Grid.Name, Sum: f.book.Sum, Version: version(path.Base(f.book.File)),
		Quarter: o.quarter, StatedOn: o.statedOn, Department: o.department}
	t := &reading{file: f, sheet: u, Block: &table.Block{}}
	var rows []Row
	sections := false
	for i := range u.prose.items {
		it := &u.prose.items[i]
		rows = append(rows, t.proseRow(it))
		sections = sections || it.section.Given()
	}
	for _, found := range o.findings {
		f.say(found.For(o.department.Value, o.quarter.Value.String()))
	}
	if sections || !o.departmentSpoken {
		t.sections = sections
		return f.byDepartment(base, rows, t, o)
	}
	base.Rows = rows
	return []part{{base, o}}
}

// proseRow makes the row of an item.
func (t *reading) proseRow(it *item) Row {
	row := Row{At: t.sheet.Grid.Place().At(it.at.At().Row(), 0), section: it.section}
	at := it.at.At()
	t.sheet.Account.Mark(it.at, table.Used)
	if it.name != "" {
		row.Text = grid.Read[string]{Value: t.Reader.tables.WithoutPart(table.WithoutRemark(behindStatus(t, strings.TrimRight(it.name, "：: ")))), Said: it.name, At: at}
	}
	if it.number != "" {
		row.Number = grid.Read[string]{Value: it.number, Said: it.number, At: at}
	}
	row.Cites = it.cites
	for _, l := range it.lines {
		fate := table.Used
		whole := grid.Words{Value: l.text, At: l.cell.At()}
		switch l.label {
		case words.Problems:
			row.Problems = t.further(row.Problems, whole)
		case words.NextSteps:
			row.NextSteps = t.further(row.NextSteps, whole)
		case words.Remarks:
			row.Remarks = t.further(row.Remarks, whole)
		case words.Status:
			if r := t.grammar.Cell(l.text); r.Status != status.NoStatus {
				row.Status = grid.Read[status.Status]{Value: r.Status, Said: l.text, At: l.cell.At()}
			} else {
				row.Progress = t.further(row.Progress, whole)
			}
		case words.Completed:
			if d, ok := period.ParseDate(l.text, t.plan.Year); ok {
				row.CompletedOn = grid.Read[period.Date]{Value: d, Said: l.text, At: l.cell.At()}
			} else {
				row.Progress = t.further(row.Progress, whole)
			}
		case words.Evidence:
			row.Evidence = append(row.Evidence, grid.Read[string]{Value: l.text, Said: l.text, At: l.cell.At()})
		default:
			if l.name != "" && (l.label != "" && l.label != words.Progress || row.Progress.Given()) {
				row.Other = append(row.Other, Other{Heading: l.name, Text: l.text, At: l.cell.At()})
				fate = table.Other
				break
			}
			row.Progress = t.further(row.Progress, whole)
		}
		t.sheet.Account.Mark(l.cell, fate)
	}
	if !row.Status.Given() {
		row.Status = t.statusBehind(it)
	}
	if !row.Status.Given() {
		row.Status = t.sentenceStatus(row.Progress)
	}
	if !row.Status.Given() {
		row.Status = t.statusOfTheItem(&row)
	}
	if !row.Status.Given() && row.NextSteps.Given() { // 下一步，…。该项工作正在推进中。
		row.Status = t.clauseStatus(row.NextSteps.Value, row.NextSteps)
	}
	if m := percentTail.FindStringSubmatch(row.Progress.Value); m != nil && !row.Status.Given() {
		if p, ok := status.Percent(m[1]); ok {
			row.Percent = grid.Read[float64]{Value: p, Said: m[1], At: row.Progress.At}
		}
	}
	if p, ok := status.Percent(row.Status.Said); ok && row.Status.Given() {
		row.Percent = grid.Read[float64]{Value: p, Said: row.Status.Said, At: row.Status.At}
	}
	t.percentSpeaks(&row)
	t.dateWithin(&row)
	row.Ignored = t.unanswered(row)
	return row
}

// percentTail is a share of the whole at the end of a paragraph: …。完成比例60%.
var percentTail = regexp.MustCompile(`(?:完成比例|完成度|总体进度|完成率)[为是约达:：]*\s*([0-9]{1,3}(?:\.[0-9]+)?[%％])[。；;]?\s*$`)

// statusBehind reads the status that stands in a bracket behind the name of an item: 保交楼项目交付(进展滞后).
func (t *reading) statusBehind(it *item) grid.Read[status.Status] {
	m := behindName.FindStringSubmatch(strings.TrimSpace(it.at.String()))
	if m == nil {
		return grid.Read[status.Status]{}
	}
	if r := t.grammar.Cell(m[1]); r.Status != status.NoStatus && t.grammar.Is(m[1]) {
		return grid.Read[status.Status]{Value: r.Status, Said: m[1], At: it.at.At()}
	}
	return grid.Read[status.Status]{}
}

// behindName is a bracket at the end of a heading.
var behindName = regexp.MustCompile(`[（(【\[]([^（(【\[)）】\]]{2,10})[)）】\]]\s*[：:]?$`)

// behindStatus takes a status in a bracket off the end of a name.
func behindStatus(t *reading, name string) string {
	if m := behindName.FindStringSubmatchIndex(name); m != nil && t.grammar.Is(name[m[2]:m[3]]) {
		return strings.TrimSpace(name[:m[0]])
	}
	return name
}
