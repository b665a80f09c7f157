package questions

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// Lapsed reports a decision that is not carried out and that the office may drop here.
func Lapsed(q *ledgerbook.Question) bool {
	return q.Ruled != nil && q.Ruled.State != ruling.Applied && q.Office.Kind != ""
}

// HintHere is the hint of a finding as the page can follow it: the ledger speaks of its own columns.
func HintHere(f finding.Finding, drop bool) string {
	switch {
	case f.Code == finding.RulingOrphaned && drop:
		return "这条核定仍然保留，只是没有照办。还要的，在这里重新选一次；不再需要的，按“撤掉这条核定”。"
	case f.Code == finding.RulingOrphaned:
		return strings.ReplaceAll(f.Hint, "清空它的黄色各栏", "在 台账.xlsx 里清空它的黄色各栏，存盘后重新生成")
	}
	return f.Hint
}

// Emptied is the line of a question with nothing decided in it.
func Emptied(q *ledgerbook.Question) ruling.Line {
	return Fill(q, ruling.Line{}, Habits{}, "")
}
