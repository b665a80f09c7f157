package book

import (
	"testing"

	"taizhang/importer/finding"
)

func TestToFile(t *testing.T) {
	b := &Book{root: "..", files: map[string]*source{"第一季度/a b#1%.xlsx": {format: "xlsx"}, "c.csv": {format: "csv"}, "it's.xls": {format: "xls"}}}
	for _, c := range []struct {
		at             finding.Place
		address, place string
	}{
		{finding.In("第一季度/a b#1%.xlsx", "Sheet1").At(17, 4), "../第一季度/a%20b%231%25.xlsx", "'Sheet1'!D17"},
		{finding.In("第一季度/a b#1%.xlsx", "Sheet1"), "../第一季度/a%20b%231%25.xlsx", "'Sheet1'!A1"},
		{finding.In("c.csv", "c").At(3, 0), "../c.csv", ""},
		{finding.In("it's.xls", "it's").At(3, 0), "../it's.xls", "'it''s'!A3"},
		{finding.In("not-looked-at.xlsx", ""), "", ""},
		{finding.Place{}, "", ""},
	} {
		if got := b.ToFile(c.at); got.Address != c.address || got.Place != c.place {
			t.Errorf("%v: %q %q", c.at, got.Address, got.Place)
		}
	}
}
