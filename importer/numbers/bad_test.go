package numbers_test

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
)

// settled reads a sheet as 办公室's of the first quarter and settles it.
func settled(t *testing.T, s *grid.Sheet) (*numbers.Year, []finding.Finding) {
	t.Helper()
	f := formOf(t, 2021, "")
	r := readerOf(f).Read(bookOf(s))
	balance(t, s.Name, r)
	y := sums.Settle(f, r.Values, r.Totals, r.Held, sums.Options{AsOf: period.Quarter{Year: 2021, N: 1}})
	return y, append(r.Findings, y.Findings...)
}

func saysAny(found []finding.Finding, code finding.Code, part string) bool {
	for _, f := range found {
		if f.Code == code && strings.Contains(f.Message, part) {
			return true
		}
	}
	return false
}

// TestBadTables holds what becomes of tables whose shape is wrong: each fault is named, and no
// number is made up.
func TestBadTables(t *testing.T) {
	whole := "信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0\n行政规范性文件|3|1|40\n信息内容|本年处理决定数量\n行政许可|12\n信息内容|本年处理决定数量\n行政处罚|5\n行政强制|0\n信息内容|本年收费金额（单位：万元）\n行政事业性收费|2.5"
	if _, found := settled(t, sheetText(whole)); len(found) > 0 {
		t.Fatalf("a good table: %v", found)
	}
	for name, c := range map[string]struct {
		sheet *grid.Sheet
		code  finding.Code
		says  string
		id    string
		state numbers.State
	}{
		"row missing":       {sheetText(strings.Replace(whole, "行政处罚|5\n", "", 1)), finding.NumberMissing, "行政处罚", "T2.penalty.decisions", numbers.Missing},
		"row doubled":       {sheetText(strings.Replace(whole, "行政处罚|5\n", "行政处罚|5\n行政处罚|6\n", 1)), finding.NumberConflict, "行政处罚", "T2.penalty.decisions", numbers.Conflict},
		"row twice alike":   {sheetText(strings.Replace(whole, "行政处罚|5\n", "行政处罚|5\n行政处罚|5\n", 1)), "", "", "T2.penalty.decisions", numbers.Number},
		"shifted":           {sheetText(strings.Replace(whole, "规范性文件|3|1|40", "规范性文件||3|1|40", 1)), finding.NumberUnreadable, "不在任何一栏下面", "T2.normative.made", numbers.Blank},
		"blank":             {sheetText(strings.Replace(whole, "行政处罚|5", "行政处罚|", 1)), finding.NumberMissing, "行政处罚", "T2.penalty.decisions", numbers.Blank},
		"元 for 万元":          {sheetText(strings.Replace(whole, "2.5", "25000元", 1)), finding.NumberDoubtful, "已换算成 2.5万元", "T2.fees.amount", numbers.Number},
		"made beyond valid": {sheetText(strings.Replace(whole, "文件|3|1|40", "文件|43|1|40", 1)), finding.NumberDoubtful, "T2.2", "T2.normative.made", numbers.Number},
		"规章 of a bureau":    {sheetText(strings.Replace(whole, "规章|0|0|0", "规章|0|0|6", 1)), finding.NumberDoubtful, "T2.3", "T2.regulation.valid", numbers.Number},
		"a row unknown":     {sheetText(strings.Replace(whole, "行政处罚|5", "行政处罚|5\n行政奖励|7", 1)), finding.NumberUnreadable, "行政奖励", "T2.penalty.decisions", numbers.Number},
	} {
		y, found := settled(t, c.sheet)
		if fig := y.Figures[y.Form.Find(c.id)]; fig.State != c.state {
			t.Errorf("%s: %s is %s, want %s", name, c.id, fig.State, c.state)
		}
		if c.code == "" && len(found) > 0 || c.code != "" && !saysAny(found, c.code, c.says) {
			t.Errorf("%s: %v", name, found)
		}
	}
	merged := grid.FromRows("第一季度/办公室.xlsx", "merged", [][]string{{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"}, {"规章", "0", "0", "0"}, {"行政规范性文件", "3", "", "40"}}, [4]int{3, 2, 3, 3})
	y, found := settled(t, merged)
	if y.Figures[y.Form.Find("T2.normative.made")].State.Counts() || !saysAny(found, finding.NumberUnreadable, "合并单元格") {
		t.Errorf("a merge over two numbers: %v", found)
	}
}
