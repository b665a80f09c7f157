package place

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

func (pl *Placer) unmatched(row *returns.Row, nos []int) Outcome {
	hint := ""
	if len(nos) > 0 {
		hint = "最接近的是：" + pl.name(nos) + "。"
	}
	return Outcome{Held: finding.RowUnmatched, Candidates: nos,
		Findings: []finding.Finding{finding.New(finding.RowUnmatched, ledger.TextPlace(row), ledger.RowText(row), hint)}}
}

func (pl *Placer) ambiguous(row *returns.Row, nos []int) Outcome {
	return Outcome{Held: finding.RowAmbiguous, Candidates: nos,
		Findings: []finding.Finding{finding.New(finding.RowAmbiguous, ledger.TextPlace(row), ledger.RowText(row), pl.name(nos))}}
}

// name lists requirements for a clerk: 第5条“积极推进部门……”.
func (pl *Placer) name(nos []int) string {
	var names []string
	for _, no := range nos {
		names = append(names, ledger.RequirementName(&pl.plan.Requirements[no-1]))
	}
	return strings.Join(names, "、")
}
