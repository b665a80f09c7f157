package docx_test

import (
	"testing"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func FuzzDOCX(f *testing.F) {
	f.Add(gridtest.Part(f, "return/python-docx.docx", "word/document.xml"), gridtest.Part(f, "return/python-docx.docx", "word/numbering.xml"))
	f.Add(numberedDocument, numberedLists)
	for _, name := range []string{"python-docx-seen", "python-docx-controls", "python-docx-places", "python-docx-embedded"} {
		f.Add(gridtest.Part(f, "kinds/"+name+".docx", "word/document.xml"), numberedLists)
	}
	f.Fuzz(func(t *testing.T, document, numbering string) {
		book, findings := open.Parse("a.docx", gridtest.Packed(t, docxParts(document, numbering)...))
		gridtest.Sound(t, book, findings)
	})
}
