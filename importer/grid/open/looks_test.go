package open

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

// looksOf writes each cell of a sheet with its fill and the color of its text.
func looksOf(s *grid.Sheet) (out []string) {
	for row := 1; row <= s.LastRow(); row++ {
		for col := 1; col <= s.Width(); col++ {
			c := s.Cell(row, col)
			out = append(out, c.At().Cell()+" "+c.Text+" "+c.Fill()+"/"+c.Color())
		}
	}
	return out
}

// What a cell says by its looks reads the same out of every format, also where it says
// nothing else.
func TestLooksOfTwins(t *testing.T) {
	want := []string{"A1 黄底 FFFF00/", "B1 红字 /FF0000", "C1 都有 92D050/0000FF", "D1 无 /", "A2  FFC000/", "B2 空格在左 /", "C2 合并 00B0F0/", "D2 合并 00B0F0/"}
	for _, file := range []string{"web-looks.html", "libreoffice-looks.xlsx", "libreoffice-looks.xls", "libreoffice-looks.ods"} {
		book, _ := mustRead(t, "kinds/"+file)
		gridtest.SoundSheet(t, book.Sheets[0])
		if diff := cmp.Diff(want, looksOf(book.Sheets[0])); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}

// Formats that only a fixture by hand can show.
func TestLooksOfOthers(t *testing.T) {
	xml := `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ID="a"><Interior Color="#FFFF00" Pattern="Solid"/></Style><Style ID="b" Parent="a"><Font Color="#FF0000"/></Style></Styles>` +
		`<Worksheet Name="表"><Table><Row><Cell StyleID="b"><Data Type="String">甲</Data></Cell><Cell StyleID="a"/><Cell><Data Type="String">乙</Data></Cell></Row></Table></Worksheet></Workbook>`
	run := func(props, text string) string {
		return `<r><rPr>` + props + `</rPr><t>` + text + `</t></r>`
	}
	cell := func(props, runs string) string {
		return `<tc><tcPr>` + props + `</tcPr><p>` + runs + `</p></tc>`
	}
	docx := string(gridtest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<document><body><tbl><tr>`+
		cell(`<shd val="clear" color="auto" fill="ffff00"/>`, run(`<color val="FF0000"/>`, "甲")+run(`<color val="FF0000"/>`, "乙"))+
		cell(`<shd val="solid" color="00FF00" fill="auto"/>`, "")+
		cell("", run(`<color val="FF0000"/>`, "红")+run(`<color val="auto"/>`, "黑"))+
		cell("", run(`<highlight val="yellow"/>`, "荧光"))+`</tr></tbl></body></document>`))
	for file, c := range map[string]struct {
		data string
		want []string
	}{
		"a.xml":  {xml, []string{"A1 甲 FFFF00/FF0000", "B1  FFFF00/", "C1 乙 /"}},
		"a.docx": {docx, []string{"A1 甲乙 FFFF00/FF0000", "B1  00FF00/", "C1 红黑 /", "D1 荧光 FFFF00/"}},
		"a.html": {`<html><table><tr style="background: Yellow url(a.png)"><td>甲</td><td style="background:#f00"></td><td bgcolor=oops>乙</td></tr><tr><td>丙</td></tr></table>`,
			[]string{"A1 甲 FFFF00/", "B1  FF0000/", "C1 乙 FFFF00/", "A2 丙 /", "B2  /", "C2  /"}},
		"a.csv": {"甲,乙\n", []string{"A1 甲 /", "B1 乙 /"}},
	} {
		book, findings := Parse(file, []byte(c.data))
		if book == nil {
			t.Fatal(file, findings)
		}
		if diff := cmp.Diff(c.want, looksOf(book.Sheets[0])); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}
