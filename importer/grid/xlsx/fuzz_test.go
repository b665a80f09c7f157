package xlsx_test

import (
	"testing"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func FuzzXLSX(f *testing.F) {
	for _, file := range []string{"return/openpyxl.xlsx", "return/libreoffice.xlsx"} {
		f.Add(gridtest.Part(f, file, "xl/worksheets/sheet1.xml"), gridtest.Part(f, file, "xl/styles.xml"), gridtest.Part(f, file, "xl/workbook.xml"))
	}
	f.Add(gridtest.Rows(`<row><c t="d"><v>2021-09-28</v></c><c><f t="shared" si="0">A1</f></c></row>`, `<mergeCells><mergeCell ref="A:B"/></mergeCells>`), "<styleSheet/>", `<workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`)
	f.Fuzz(func(t *testing.T, sheet, styles, workbook string) {
		file := gridtest.Small{Sheet: sheet, Styles: styles, Workbook: workbook, SheetRels: `<Relationships><Relationship Id="rId1" Target="http://a.cn" TargetMode="External"/></Relationships>`}
		book, findings := open.Parse("a.xlsx", gridtest.Packed(t, file.Parts()...))
		gridtest.Sound(t, book, findings)
	})
}
