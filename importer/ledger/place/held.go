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
	f := finding.New(finding.RowAmbiguous, ledger.TextPlace(row), ledger.RowText(row), pl.name(nos))
	if len(nos) == 1 {
		// The row is like one requirement alone. What can't be told is which of the rows answers it.
		f.Message = "这一行像" + pl.name(nos) + "，同一张表里还有一行也像它，分不清是各说一件还是说了两遍：" + ledger.RowText(row) + "。"
		f.Hint = "请写明是清单第几条；都是这一条的，请部门合成一行填写。"
	}
	return Outcome{Held: finding.RowAmbiguous, Candidates: nos, Findings: []finding.Finding{f}}
}

// name lists requirements for a clerk: 第5条“积极推进部门……”.
func (pl *Placer) name(nos []int) string {
	var names []string
	for _, no := range nos {
		names = append(names, ledger.RequirementName(&pl.plan.Requirements[no-1]))
	}
	return strings.Join(names, "、")
}
