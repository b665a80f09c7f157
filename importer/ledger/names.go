package ledger

import (
	"cmp"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

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

// RowText is what a row says of its requirement, for a message.
func RowText(row *returns.Row) string {
	return cmp.Or(row.Text.Said, row.Task.Said, row.Number.Said, row.Progress.Value, row.Status.Said)
}

// TextPlace is the cell that a clerk should look at to see which requirement is meant.
func TextPlace(row *returns.Row) finding.Place {
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

// SheetPlace is the sheet that a return stands on.
func SheetPlace(ret *returns.Return) finding.Place {
	return finding.In(ret.File, ret.Sheet)
}
