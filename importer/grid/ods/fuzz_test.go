package ods_test

import (
	"testing"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func FuzzODS(f *testing.F) {
	for _, file := range []string{"return/odfpy.ods", "kinds/libreoffice-formulas.ods"} {
		f.Add(gridtest.Part(f, file, "content.xml"))
	}
	f.Fuzz(func(t *testing.T, content string) {
		book, findings := open.Parse("a.ods", gridtest.Packed(t, "mimetype", "x", "content.xml", content))
		gridtest.Sound(t, book, findings)
	})
}
