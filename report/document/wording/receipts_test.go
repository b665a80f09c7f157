package wording

import (
	"strings"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/report/internal/trial"
	annexwords "taizhang/templates/annex"
)

// What came in and when, at 0, 1 and many.
func TestReceipts(t *testing.T) {
	list := trial.Seed()
	for _, tc := range []struct {
		receipts ledger.Receipts
		want     string
	}{
		{ledger.Receipts{}, "1个责任部门无须报送季度报表。"},
		{ledger.Receipts{Expected: 1, Missing: 1}, "报表1份，未收到。"},
		{ledger.Receipts{Expected: 2, Missing: 2}, "报表2份，均未收到。"},
		{ledger.Receipts{Expected: 1, Reported: 1, OnTime: 1}, "报表1份，已按时报送。"},
		{ledger.Receipts{Expected: 2, Reported: 2, OnTime: 2}, "报表2份，全部按时报送。"},
		{ledger.Receipts{Expected: 1, Reported: 1, Late: 1}, "报表1份，已收到。收到的报表为迟报。"},
		{ledger.Receipts{Expected: 3, Reported: 1, OnTime: 1, Missing: 2}, "报表3份，收到1份。收到的报表按时报送。"},
		{ledger.Receipts{Expected: 3, Reported: 2, OnTime: 2, Missing: 1}, "报表3份，收到2份。收到的报表均按时报送。"},
		{ledger.Receipts{Expected: 9, Reported: 6, OnTime: 6, Missing: 3}, "报表9份，收到6份，报送率为66.7%。收到的报表均按时报送。"},
		{ledger.Receipts{Expected: 2, Reported: 2, Undated: 2}, "报表2份，全部收到。收到的报表均无法判断是否按时（报送日期或期限不详）。"},
		{ledger.Receipts{Expected: 2, Reported: 2, Late: 1, Undated: 1}, "收到的报表中，迟报1份，无法判断是否按时（报送日期或期限不详）1份。"},
		{ledger.Receipts{Expected: 2, Reported: 2, OnTime: 1, Undated: 1}, "收到的报表中，按时报送1份，无法判断是否按时（报送日期或期限不详）1份。"},
		{ledger.Receipts{Expected: 3, Reported: 3, OnTime: 1, Late: 1, Undated: 1}, "收到的报表中，按时报送1份，迟报1份，无法判断是否按时（报送日期或期限不详）1份。"},
	} {
		e := trial.Year(list[:1], 1, true)
		for i := range e.Quarters {
			e.Quarters[i].Returns = ledger.Receipts{}
		}
		e.Quarters[0].Returns = tc.receipts
		if got := whole(blocks(t, e, annexwords.Default())); !strings.Contains(got, tc.want) {
			t.Errorf("%+v: lacks %q\n%s", tc.receipts, tc.want, got)
		}
	}
}
