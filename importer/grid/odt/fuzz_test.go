package odt_test

import (
	"testing"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func FuzzODT(f *testing.F) {
	for _, file := range []string{"return/libreoffice.odt", "kinds/libreoffice-seen.odt", "kinds/libreoffice-controls.odt", "kinds/libreoffice-places.odt", "kinds/libreoffice-lists.odt", "kinds/odfpy-text.odt"} {
		f.Add(gridtest.Part(f, file, "content.xml"))
	}
	f.Fuzz(func(t *testing.T, content string) {
		book, findings := open.Parse("a.odt", gridtest.Packed(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content))
		gridtest.Sound(t, book, findings)
	})
}
