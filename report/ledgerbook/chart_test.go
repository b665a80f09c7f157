package ledgerbook

import (
	"encoding/xml"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/report/internal/trial"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

type cache struct {
	Count struct {
		N int `xml:"val,attr"`
	} `xml:"ptCount"`
	Points []struct {
		V string `xml:"v"`
	} `xml:"pt"`
}

// A chart holds the values that its references point to, so that a viewer that computes
// nothing still draws it.
func TestChartsHoldTheirValues(t *testing.T) {
	b := written(t, trial.Whole(t))
	f, all := xlsxtest.Open(t, b), xlsxtest.Parts(t, b)
	for part, bars := range map[string]int{"xl/charts/chart1.xml": 10, "xl/charts/chart2.xml": 4} {
		var c struct {
			Series []struct {
				Name struct {
					F     string `xml:"f"`
					Cache cache  `xml:"strCache"`
				} `xml:"tx>strRef"`
				Categories struct {
					F     string `xml:"f"`
					Cache cache  `xml:"strCache"`
				} `xml:"cat>strRef"`
				Values struct {
					F     string `xml:"f"`
					Cache cache  `xml:"numCache"`
				} `xml:"val>numRef"`
			} `xml:"chart>plotArea>barChart>ser"`
		}
		if err := xml.Unmarshal([]byte(all[part]), &c); err != nil {
			t.Fatal(err)
		}
		if len(c.Series) != 7 {
			t.Fatalf("%s: %d series", part, len(c.Series))
		}
		for _, s := range c.Series {
			agree(t, f, s.Name.F, s.Name.Cache, 1)
			agree(t, f, s.Categories.F, s.Categories.Cache, bars)
			agree(t, f, s.Values.F, s.Values.Cache, bars)
		}
	}
}

// agree compares a cache with the cells that the reference points to.
func agree(t *testing.T, f *excelize.File, ref string, c cache, n int) {
	t.Helper()
	if c.Count.N != n || len(c.Points) != n {
		t.Errorf("%s: %d of %d values, want %d", ref, len(c.Points), c.Count.N, n)
		return
	}
	sheet, cells, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), "!")
	first, _, _ := strings.Cut(cells, ":")
	col, row, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range c.Points {
		stands, err := f.GetCellValue(sheet, xlsx.Name(col, row+i))
		if err != nil || stands != p.V {
			t.Errorf("%s, %d: the chart has %q, the cell %q, %v", ref, i, p.V, stands, err)
		}
		if strings.Contains(ref, ":") && col > 1 {
			if _, err := strconv.Atoi(p.V); err != nil {
				t.Errorf("%s: %v", ref, err)
			}
		}
	}
}
