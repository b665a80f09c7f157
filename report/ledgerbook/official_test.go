package ledgerbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/numbers"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// TestOfficialTables holds the spans and some labels of the printed tables against the form of 2021, stated
// here by hand: 30号, tables of sections 二, 三 and 四. What nobody gave is 未报.
func TestOfficialTables(t *testing.T) {
	f, err := tables.Of(2021, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := yearWith(t, nil)
	q := period.Quarter{Year: 2021, N: 1}
	l.Numbers = sums.Settle(f, []numbers.Value{{Indicator: f.Find("T3.r13.legal"), Department: "办公室", Quarter: q, What: numbers.Cumulative, State: numbers.Number, Amount: numbers.Whole(7)}},
		nil, nil, sums.Options{AsOf: q})
	book, err := excelize.OpenReader(bytes.NewReader(written(t, l)))
	if err != nil {
		t.Fatal(err)
	}
	for sheet, want := range map[string]string{
		"表二": "A1:D1 A5:D5 B6:D6 B7:D7 A8:D8 B9:D9 B10:D10 B11:D11 A12:D12 B13:D13 B14:D14",
		"表三": "A1:C3 D1:J1 D2:D3 E2:I2 J2:J3 A4:C4 A5:C5 A6:A27 B6:C6 B7:C7 B8:B15 B16:B18 B19:B23 B24:B26 B27:C27 A28:C28",
		"表四": "A1:E1 F1:O1 A2:A3 B2:B3 C2:C3 D2:D3 E2:E3 F2:J2 K2:O2",
	} {
		merged, err := book.GetMergeCells(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, m := range merged {
			have = append(have, m.GetStartAxis()+":"+m.GetEndAxis())
		}
		spans := strings.Fields(want)
		slices.Sort(have)
		slices.Sort(spans)
		if !slices.Equal(have, spans) {
			t.Errorf("%s: spans %v, want %v", sheet, have, spans)
		}
	}
	for at, want := range map[string]string{
		"表二 B13": "本年收费金额（单位：万元）", "表三 A1": "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "表三 C10": "3.危及“三安全一稳定”",
		"表三 H16": "7", "表三 B27": "（七）总计", "表四 K2": "复议后起诉", "表四 O3": "总计", "年报数据 J6": "未报",
	} {
		sheet, cell, _ := strings.Cut(at, " ")
		if have, _ := book.GetCellValue(sheet, cell); have != want {
			t.Errorf("%s is %q, want %q", at, have, want)
		}
	}
	tall, _ := book.GetRowHeight("表三", 5)
	if tall > 24 {
		t.Errorf("a label over three columns is given %v points, as if it stood in one", tall)
	}
}
