package prose

import (
	"regexp"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Rows makes the rows of the items. sections reports that some of them stand under the name of a
// department.
func (p *Sheet) Rows(t *answer.Taker) (rows []returns.Row, sections bool) {
	for i := range p.items {
		it := &p.items[i]
		rows = append(rows, it.row(t))
		sections = sections || it.section.Given()
	}
	return rows, sections
}

// row makes the row of an item.
func (it *item) row(t *answer.Taker) returns.Row {
	row := returns.Row{At: t.Sheet.Grid.Place().At(it.at.At().Row(), 0), Section: it.section}
	at := it.at.At()
	if it.general {
		return it.generalRow(t, row)
	}
	t.Sheet.Account.Mark(it.at, table.Used)
	if it.name != "" {
		row.Text = grid.Read[string]{Value: t.Tables.WithoutPart(table.WithoutRemark(behindStatus(t, strings.TrimRight(it.name, "：: ")))), Said: it.name, At: at}
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
			row.Problems = t.Further(row.Problems, whole)
		case words.NextSteps:
			row.NextSteps = t.Further(row.NextSteps, whole)
		case words.Remarks:
			row.Remarks = t.Further(row.Remarks, whole)
		case words.Status:
			if r := t.Grammar.Cell(l.text); r.Status != status.NoStatus {
				row.Status = grid.Read[status.Status]{Value: r.Status, Said: l.text, At: l.cell.At()}
			} else {
				row.Progress = t.Further(row.Progress, whole)
			}
		case words.Completed:
			if d, ok := period.ParseDate(l.text, t.Plan.Year); ok {
				row.CompletedOn = grid.Read[period.Date]{Value: d, Said: l.text, At: l.cell.At()}
			} else {
				row.Progress = t.Further(row.Progress, whole)
			}
		case words.Evidence:
			row.Evidence = append(row.Evidence, grid.Read[string]{Value: l.text, Said: l.text, At: l.cell.At()})
		default:
			if l.name != "" && (l.label != "" && l.label != words.Progress || row.Progress.Given()) {
				row.Other = append(row.Other, returns.Other{Heading: l.name, Text: l.text, At: l.cell.At()})
				fate = table.Other
				break
			}
			row.Progress = t.Further(row.Progress, whole)
		}
		t.Sheet.Account.Mark(l.cell, fate)
	}
	if !row.Status.Given() {
		row.Status = t.SignStatus(it.at) // ◐ 21. 疫木清理：…
	}
	if !row.Status.Given() {
		row.Status = it.statusBehind(t)
	}
	if !row.Status.Given() {
		row.Status = t.SentenceStatus(row.Progress)
	}
	if !row.Status.Given() {
		row.Status = t.StatusOfTheItem(&row)
	}
	if !row.Status.Given() && row.NextSteps.Given() { // 下一步，…。该项工作正在推进中。
		row.Status = t.ClauseStatus(row.NextSteps.Value, row.NextSteps)
	}
	if m := percentTail.FindStringSubmatch(row.Progress.Value); m != nil && !row.Status.Given() {
		if p, ok := status.Percent(m[1]); ok {
			row.Percent = grid.Read[float64]{Value: p, Said: m[1], At: row.Progress.At}
		}
	}
	if p, ok := status.Percent(row.Status.Said); ok && row.Status.Given() {
		row.Percent = grid.Read[float64]{Value: p, Said: row.Status.Said, At: row.Status.At}
	}
	t.PercentSpeaks(&row)
	t.DateWithin(&row)
	row.Ignored = t.Unanswered(row)
	return row
}

// generalRow makes the row of a part that speaks of the document as a whole. It is kept with its heading,
// and is no answer.
func (it *item) generalRow(t *answer.Taker, row returns.Row) returns.Row {
	row.Ignored = returns.General
	row.Text = grid.Read[string]{Value: it.name, Said: it.name, At: it.at.At()}
	t.Sheet.Account.Mark(it.at, table.Other)
	for _, l := range it.lines {
		whole := grid.Words{Value: l.text, At: l.cell.At()}
		switch l.label {
		case words.Problems:
			row.Problems = t.Further(row.Problems, whole)
		case words.NextSteps:
			row.NextSteps = t.Further(row.NextSteps, whole)
		default:
			row.Remarks = t.Further(row.Remarks, whole)
		}
		t.Sheet.Account.Mark(l.cell, table.Other)
	}
	return row
}

// percentTail is a share of the whole at the end of a paragraph: …。完成比例60%.
var percentTail = regexp.MustCompile(`(?:完成比例|完成度|总体进度|完成率)[为是约达:：]*\s*([0-9]{1,3}(?:\.[0-9]+)?[%％])[。；;]?\s*$`)

// statusBehind reads the status that stands in a bracket behind the name of an item: 保交楼项目交付(进展滞后).
func (it *item) statusBehind(t *answer.Taker) grid.Read[status.Status] {
	for _, text := range []string{it.at.String(), it.name} { // the answer may follow in the same paragraph
		m := behindName.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil {
			continue
		}
		if r := t.Grammar.Cell(m[1]); r.Status != status.NoStatus && t.Grammar.Is(m[1]) {
			return grid.Read[status.Status]{Value: r.Status, Said: m[1], At: it.at.At()}
		}
	}
	return grid.Read[status.Status]{}
}

// behindName is a bracket at the end of a heading.
var behindName = regexp.MustCompile(`[（(【\[]([^（(【\[)）】\]]{2,10})[)）】\]]\s*[：:]?$`)

// behindStatus takes a status in a bracket off the end of a name.
func behindStatus(t *answer.Taker, name string) string {
	if m := behindName.FindStringSubmatchIndex(name); m != nil && t.Grammar.Is(name[m[2]:m[3]]) {
		return strings.TrimSpace(name[:m[0]])
	}
	return name
}
