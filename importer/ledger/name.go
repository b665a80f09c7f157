package ledger

import (
	"cmp"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

func (pl *placer) unmatched(row *returns.Row, nos []int) placed {
	hint := ""
	if len(nos) > 0 {
		hint = "最接近的是：" + pl.name(nos) + "。"
	}
	return placed{held: finding.RowUnmatched, candidates: nos,
		findings: []finding.Finding{finding.New(finding.RowUnmatched, textPlace(row), rowText(row), hint)}}
}

func (pl *placer) ambiguous(row *returns.Row, nos []int) placed {
	return placed{held: finding.RowAmbiguous, candidates: nos,
		findings: []finding.Finding{finding.New(finding.RowAmbiguous, textPlace(row), rowText(row), pl.name(nos))}}
}

// name lists requirements for a clerk: 第5条“积极推进部门……”.
func (pl *placer) name(nos []int) string {
	var names []string
	for _, no := range nos {
		names = append(names, RequirementName(&pl.plan.Requirements[no-1]))
	}
	return strings.Join(names, "、")
}

// RequirementName names a requirement in a message: 第5条“积极推进部门单位财政……”.
func RequirementName(r *plan.Requirement) string {
	text := []rune(strings.TrimRight(r.Text.Value, "。；"))
	short := string(text)
	if len(text) > 14 {
		short = string(text[:12]) + "……"
	}
	return RequirementNumber(r) + "“" + short + "”"
}

// RequirementNumber names a requirement by the number that the list prints, else by its
// place in it: 第5条.
func RequirementNumber(r *plan.Requirement) string {
	return "第" + cmp.Or(r.Number, strconv.Itoa(r.No)) + "条"
}

// rowText is what a row says of its requirement, for a message.
func rowText(row *returns.Row) string {
	return cmp.Or(row.Text.Said, row.Task.Said, row.Number.Said, row.Progress.Value, row.Status.Said)
}

// textPlace is the cell that a clerk should look at to see which requirement is meant.
func textPlace(row *returns.Row) finding.Place {
	for _, r := range []struct {
		said string
		at   finding.Place
	}{{row.Text.Said, row.Text.At}, {row.Task.Said, row.Task.At}, {row.Number.Said, row.Number.At}} {
		if r.said != "" {
			return r.at
		}
	}
	return row.At
}
