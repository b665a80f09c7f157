package xls

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

func FuzzXLS(f *testing.F) {
	for _, file := range []string{"return/xlwt.xls", "return/libreoffice.xls", "kinds/libreoffice-formulas.xls", "seen/libreoffice.xls", "seen/xlwt.xls"} {
		found, bad := Streams(gridtest.Fixture(f, file))
		if bad != nil {
			f.Fatal(bad.Found)
		}
		book, bad := found[StreamWorkbook].Bytes()
		if bad != nil {
			f.Fatal(bad.Found)
		}
		f.Add(book)
	}
	f.Fuzz(func(t *testing.T, book []byte) {
		r := &grid.Reading{File: "a.xls"}
		if bad := readBIFF(r, book); bad != nil {
			gridtest.Sound(t, nil, []finding.Finding{bad.Finding(finding.In("a.xls", ""))})
			return
		}
		gridtest.Sound(t, &grid.Book{Sheets: r.Sheets}, r.Findings)
	})
}
