package read

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/find"
	"taizhang/templates/tables"
)

// unreadable says that a cell of a number holds none.
func unreadable(f *tables.Form, v *numbers.Value, why string) finding.Finding {
	ind := &f.Indicators()[v.Indicator]
	wanted := "不小于 0 的整数"
	if ind.Decimals > 0 {
		wanted = fmt.Sprintf("不小于 0、最多 %d 位小数的数", ind.Decimals)
	}
	if ind.Signed {
		wanted = strings.ReplaceAll(wanted, "不小于 0 的", "")
	}
	found := fmt.Sprintf("%s填的是“%s”，%s", ind.Label, finding.Brief(v.Said), why)
	if v.Said == "" {
		found = ind.Label + "：" + why
	}
	return finding.New(finding.NumberUnreadable, v.At, found, wanted).For(v.Department, v.Quarter.String())
}

// mostSaid is how many cells a finding quotes.
const mostSaid = 3

// unread names cells that nothing became of.
func unread(cells []grid.Cell) finding.Finding {
	var said []string
	for _, c := range cells[:min(len(cells), mostSaid)] {
		said = append(said, "“"+finding.Brief(c.Text)+"”（"+c.At().Cell()+"）")
	}
	found := strings.Join(said, "、")
	if len(cells) > mostSaid {
		found += fmt.Sprintf("等%d处", len(cells))
	}
	return finding.New(finding.SheetUnread, cells[0].At(), found, "")
}

// reportStrays says once a sheet which numbers can't be placed, and once for each that may be
// one of several known ones.
func (sc part) reportStrays(whose Whose, got *Reading) {
	say := func(f finding.Finding) {
		got.Findings = append(got.Findings, f.For(whose.Department, whose.Quarter.String()))
	}
	var plain []find.Stray
	for _, s := range sc.Strays {
		if len(s.Candidates) == 0 {
			plain = append(plain, s)
			continue
		}
		var names []string
		for _, i := range s.Candidates {
			names = append(names, sc.Form.Indicators()[i].Label)
		}
		say(finding.New(finding.NumberUnreadable, s.Cell.Anchor(), fmt.Sprintf("“%s”的 %s，%s", finding.Brief(s.Label), finding.Brief(s.Cell.String()), s.Why),
			"指标名称写成表上的原文，可能是："+strings.Join(names, "、")))
	}
	if len(plain) == 0 {
		return
	}
	var said []string
	for _, s := range plain[:min(len(plain), mostSaid)] {
		said = append(said, fmt.Sprintf("“%s”的 %s（%s）", finding.Brief(s.Label), finding.Brief(s.Cell.String()), s.Cell.At().Cell()))
	}
	found := strings.Join(said, "、")
	if len(plain) > mostSaid {
		found += fmt.Sprintf("等%d处", len(plain))
	}
	say(finding.New(finding.NumberUnreadable, plain[0].Cell.Anchor(), found+"，"+plain[0].Why, "指标名称写成表上的原文，表上没有的在“模板/指标.yaml”里登记"))
}
