package xml2003_test

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/xml2003"
)

func FuzzXML2003(f *testing.F) {
	f.Add(string(gridtest.Fixture(f, "return/web-xml2003.xls")))
	f.Fuzz(func(t *testing.T, text string) {
		r := &grid.Reading{File: "a.xml"}
		if bad := xml2003.Read(r, []byte(text)); bad == nil {
			gridtest.Sound(t, &grid.Book{Sheets: r.Sheets}, r.Findings)
		}
	})
}
