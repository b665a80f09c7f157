package merge

import (
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// That a text was copied is said to who copied, and to each only where nobody knows.
func TestWhoCopiedIsTold(t *testing.T) {
	const text = "已在门户网站公开规划纲要和各项专项规划。"
	texts := ledgertest.SmallPlan().Requirements
	says := func(department string, q period.Quarter, day int) returns.Return {
		r := ledgertest.Ret(department+q.String(), department, q, ledgertest.Row(texts[0].Text.Value, status.Ongoing, text))
		if day > 0 {
			r.StatedOn = grid.Read[period.Date]{Value: period.Date{Year: 2021, Month: q.N * 3, Day: day}, Said: "x"}
		}
		return r
	}
	for name, c := range map[string]struct {
		returns []returns.Return
		want    []string // departments, of the last quarter
	}{
		"the later one":             {[]returns.Return{says("办公室", ledgertest.Q1, 9), says("财务股", ledgertest.Q1, 8)}, []string{"办公室"}},
		"two later ones":            {[]returns.Return{says("办公室", ledgertest.Q1, 9), says("财务股", ledgertest.Q1, 8), says("图书馆", ledgertest.Q1, 9)}, []string{"办公室", "图书馆"}},
		"the same day":              {[]returns.Return{says("办公室", ledgertest.Q1, 8), says("财务股", ledgertest.Q1, 8)}, []string{"办公室", "财务股"}},
		"a day is not known":        {[]returns.Return{says("办公室", ledgertest.Q1, 0), says("财务股", ledgertest.Q1, 8)}, []string{"办公室", "财务股"}},
		"who said it a quarter ago": {[]returns.Return{says("办公室", ledgertest.Q1, 9), says("办公室", ledgertest.Q2, 9), says("财务股", ledgertest.Q2, 8)}, []string{"财务股"}},
		"both said it":              {[]returns.Return{says("办公室", ledgertest.Q1, 9), says("财务股", ledgertest.Q1, 8), says("办公室", ledgertest.Q2, 9), says("财务股", ledgertest.Q2, 8)}, []string{"办公室", "财务股"}},
		"one alone":                 {[]returns.Return{says("办公室", ledgertest.Q1, 9)}, nil},
	} {
		var got []string
		last := c.returns[len(c.returns)-1].Quarter.Value
		for _, f := range Merge(ledgertest.SmallPlan(), c.returns, nil, Options{AsOf: ledgertest.Q2}).Findings {
			if f.Code == finding.TextCopied && f.Quarter == last.String() {
				got = append(got, f.Department)
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: told %v, want %v", name, got, c.want)
		}
	}
}
