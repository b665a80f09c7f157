package publish

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// What an earlier year left undone passes the gate before it is named, and what must not go
// out is found at that year's file; what continues is told in this year's words.
func TestLastYearPassesTheGate(t *testing.T) {
	l := yearOf(true, status.Completed, word{"办公室", status.Completed, "已公开。", ""})
	was := func(no int, text string, now int) ledger.Unfinished {
		u := ledger.Unfinished{Requirement: lookback.Requirement{No: no, Text: text}, Status: status.Behind, Fate: ledger.Dropped, Now: now}
		if now > 0 {
			u.Fate = ledger.Continued
		}
		return u
	}
	l.LastYear = &ledger.LastYear{File: "上年/台账.json", Year: 2020, AsOf: period.Quarter{Year: 2020, N: 4}, Open: []ledger.Unfinished{
		was(1, "主动公开规划。电话13800138000。", 1), was(2, "编制指南,及时更新。联系人张三，13900139000。", 0), was(3, "处置某某事件", 0), was(4, "开展培训;", 0)}}
	ed, found := Of(l)
	var told []string
	for _, p := range ed.LastYear.Dropped {
		told = append(told, p.Text)
	}
	if got := strings.Join(told, "|"); got != "编制指南，及时更新。|（内容从略）。|开展培训。" {
		t.Errorf("%s", got)
	}
	codes := map[finding.Code]int{}
	for _, f := range found {
		if f.Place.File() == "上年/台账.json" {
			codes[f.Code]++
		}
	}
	if codes[finding.PersonalInformation] != 1 || codes[finding.SensitiveWording] != 1 {
		t.Errorf("%v", found)
	}
}
