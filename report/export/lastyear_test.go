package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/lookback"
	"taizhang/importer/period"
	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
)

func TestLastYearStandsAtTheEnd(t *testing.T) {
	l := small()
	var without bytes.Buffer
	if err := Write(&without, l); err != nil || strings.Contains(without.String(), "last_year") {
		t.Fatalf("%v: a ledger without a last year speaks of it", err)
	}
	l.LastYear = &ledger.LastYear{File: "上年/台账.json", Sum: "ab", Year: 2020, Unit: "示例局", AsOf: period.Quarter{Year: 2020, N: 4},
		Open: []ledger.Unfinished{
			{Requirement: lookback.Requirement{No: 3, Number: "三", Key: "k3", Task: "任务", Text: "甲"}, Status: status.Behind, Overdue: true, Fate: ledger.Continued, Now: 1},
			{Requirement: lookback.Requirement{No: 4, Key: "k4", Task: "任务", Text: "乙"}, Status: status.NotReported, Fate: ledger.Dropped}}}
	var b bytes.Buffer
	if err := Write(&b, l); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		LastYear json.RawMessage `json:"last_year"`
	}
	var plain bytes.Buffer
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&plain, doc.LastYear); err != nil {
		t.Fatal(err)
	}
	want := `{"file":"上年/台账.json","sha256":"ab","year":2020,"unit":"示例局","as_of":"2020Q4","unfinished":[` +
		`{"no":3,"number":"三","key":"k3","task":"任务","text":"甲","status":"behind","overdue":true,"fate":"continued","requirement":1},` +
		`{"no":4,"number":"","key":"k4","task":"任务","text":"乙","status":"not_reported","overdue":false,"fate":"dropped","requirement":null}]}`
	if diff := cmp.Diff(want, plain.String()); diff != "" {
		t.Error(diff)
	}
	ks := keys(t, b.Bytes())
	if len(ks) == 0 || ks[len(ks)-1] != "last_year" {
		t.Errorf("keys %v", ks)
	}
	// What is written can be looked back on a year later.
	if y, err := lookback.Read(&b, "台账.json"); err != nil || y.Year != 2021 || len(y.Requirements) != 1 {
		t.Errorf("%+v, %v", y, err)
	}
}
