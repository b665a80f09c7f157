package merge

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// A day after the quarter beside a status that is not 已完成 is a plan: it is kept as it was written, is no
// day of completion, and nobody is asked for another one. Beside 已完成 it is an error, quoted as written.
func TestAPlannedDayIsNoError(t *testing.T) {
	at := finding.In("a.xlsx", "Sheet1").At(4, 7)
	for _, c := range []struct {
		stands   status.Status
		said     string
		on       period.Date
		planned  bool
		reported string // what the finding quotes, "" for none
	}{
		{status.InProgress, "2021-10-25", period.Date{Year: 2021, Month: 10, Day: 25}, true, ""},
		{status.NotStarted, "2021.11", period.Date{Year: 2021, Month: 11, Day: 30}, true, ""},
		{status.Behind, "44500", period.Date{Year: 2021, Month: 10, Day: 31}, true, ""},
		{status.Completed, "2021.11", period.Date{Year: 2021, Month: 11, Day: 30}, false, "填的是 2021.11，"},
		{status.Completed, "44500", period.Date{Year: 2021, Month: 10, Day: 31}, false, "填的是 44500（2021年10月31日）"},
		{"", "2021-10-25", period.Date{Year: 2021, Month: 10, Day: 25}, false, "填的是 2021年10月25日，"},
		{status.InProgress, "2021.2.1", period.Date{Year: 2021, Month: 2, Day: 1}, false, "填的是 2021.2.1，"},
		{status.InProgress, "2021.6.1", period.Date{Year: 2021, Month: 6, Day: 1}, false, ""},
	} {
		row := ledgertest.Row(ledgertest.SmallPlan().Requirements[4].Text.Value, c.stands, "已公示三批执法信息")
		row.CompletedOn = grid.Read[period.Date]{Value: c.on, Said: c.said, At: at}
		ret := ledgertest.Ret("a.xlsx", "执法股", ledgertest.Q2, row)
		l := merged(t, ret)
		e := l.Entries[0]
		kept := len(e.Row.Other) == 1 && e.Row.Other[0] == returns.Other{Heading: "计划完成时间", Text: c.said, At: at}
		if planned := e.Row.CompletedOn.Value.IsZero() && kept; planned != c.planned {
			t.Errorf("%s %s: completed on %v, beside it %v", c.stands, c.said, e.Row.CompletedOn, e.Row.Other)
		}
		if ret.Rows[0].CompletedOn.Said != c.said {
			t.Errorf("%s %s: the return itself was changed", c.stands, c.said)
		}
		said := ""
		for _, f := range l.Findings {
			if f.Code == finding.DateOutsideQuarter {
				said = f.Message
			}
		}
		if (said == "") != (c.reported == "") || !strings.Contains(said, c.reported) {
			t.Errorf("%s %s: %q, want %q in it", c.stands, c.said, said, c.reported)
		}
	}
}
