package xlsx_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// Damage gives no book, and a finding that says what is wrong.
func TestRefusesDamage(t *testing.T) {
	cell := func(c string) gridtest.Small {
		return gridtest.Small{Sheet: gridtest.Rows(`<row r="1">` + c + `</row>`)}
	}
	tests := []struct {
		name  string
		file  gridtest.Small
		found string
	}{
		{"XML cut", gridtest.Small{Sheet: `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`}, "文件中的零件 xl/worksheets/sheet1.xml 内容中断，没有写完"},
		{"XML cut inside a tag", gridtest.Small{Sheet: `<worksheet><sheetData><row r="1`}, "文件中的零件 xl/worksheets/sheet1.xml 内容中断"},
		{"tags crossed", cell(`<c r="A1"><v>1</c></v>`), "文件中的零件 xl/worksheets/sheet1.xml 标记不配对"},
		{"content behind the root", gridtest.Small{Sheet: gridtest.Rows("") + "x"}, "文件中的零件 xl/worksheets/sheet1.xml 标记之外有多余内容"},
		{"second root", gridtest.Small{Sheet: gridtest.Rows("") + gridtest.Rows("")}, "文件中的零件 xl/worksheets/sheet1.xml 标记之外有多余内容"},
		{"document type", gridtest.Small{Sheet: `<!DOCTYPE a [<!ENTITY b "c">]>` + gridtest.Rows("")}, "文件中的零件 xl/worksheets/sheet1.xml 含有不允许的声明"},
		{"unknown entity", cell(`<c r="A1" t="inlineStr"><is><t>&b;</t></is></c>`), "文件中的零件 xl/worksheets/sheet1.xml 含有不认识的转义字符"},
		{"entity not closed", cell(`<c r="A1" t="inlineStr"><is><t>a&amp</t></is></c>`), "文件中的零件 xl/worksheets/sheet1.xml 含有不完整的转义字符"},
		{"control character", cell("<c r=\"A1\" t=\"inlineStr\"><is><t>a\x01</t></is></c>"), "文件中的零件 xl/worksheets/sheet1.xml 含有不允许的控制字符"},
		{"broken UTF-8", cell("<c r=\"A1\" t=\"inlineStr\"><is><t>\xE4\xB8</t></is></c>"), "文件中的零件 xl/worksheets/sheet1.xml 的文字编码已损坏"},
		{"nested without end", gridtest.Small{Sheet: "<worksheet>" + strings.Repeat("<a>", 600)}, "文件中的零件 xl/worksheets/sheet1.xml 嵌套过深"},
		{"not a worksheet", gridtest.Small{Sheet: "<sst/>"}, "文件中的零件 xl/worksheets/sheet1.xml 不是工作表"},
		{"string that isn't there", cell(`<c r="A1" t="s"><v>2</v></c>`), "工作表“一季度”的单元格 A1 的文字编号“2”无效"},
		{"string index unreadable", cell(`<c r="A1" t="s"><v>-1</v></c>`), "工作表“一季度”的单元格 A1 的文字编号“-1”无效"},
		{"number unreadable", cell(`<c r="A1"><v>1,5</v></c>`), "工作表“一季度”的单元格 A1 的数值“1,5”无效"},
		{"not a number", cell(`<c r="A1"><v>NaN</v></c>`), "工作表“一季度”的单元格 A1 的数值“NaN”无效"},
		{"neither true nor false", cell(`<c r="A1" t="b"><v>2</v></c>`), "工作表“一季度”的单元格 A1 的真假值“2”无效"},
		{"type unknown", cell(`<c r="A1" t="z"><v>1</v></c>`), "工作表“一季度”的单元格 A1 的类型“z”无效"},
		{"style that isn't there", cell(`<c r="A1" s="4"><v>1</v></c>`), "工作表“一季度”的单元格 A1 的格式编号“4”无效"},
		{"reference unreadable", cell(`<c r="1A"><v>1</v></c>`), "工作表“一季度”第 1 行的单元格位置“1A”读不出来"},
		{"reference of another row", cell(`<c r="A2"><v>1</v></c>`), "工作表“一季度”第 1 行的单元格位置“A2”读不出来"},
		{"reference beyond the sheet", cell(`<c r="XFE1"><v>1</v></c>`), "工作表“一季度”第 1 行的单元格位置“XFE1”读不出来"},
		{"row unreadable", gridtest.Small{Sheet: gridtest.Rows(`<row r="x"/>`)}, "工作表“一季度”的行号“x”读不出来"},
		{"cell twice", cell(`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`), "工作表“一季度”的单元格 A1 出现了两次"},
		{"merge unreadable", gridtest.Small{Sheet: gridtest.Rows("", `<mergeCells><mergeCell ref="A1:"/></mergeCells>`)}, "工作表“一季度”的合并范围“A1:”读不出来"},
		{"link without address", gridtest.Small{Sheet: gridtest.Rows("", `<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>`)}, "工作表“一季度”单元格 A1 的超链接缺少地址"},
		{"no strings part", gridtest.Small{Sheet: gridtest.Rows(""), Rels: `<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="/sharedStrings" Target="lost.xml"/></Relationships>`}, "缺少零件 xl/lost.xml"},
		{"sheet without part", gridtest.Small{Sheet: gridtest.Rows(""), Rels: `<Relationships/>`}, "工作表“一季度”指向的文件中的零件不存在"},
		{"no sheets", gridtest.Small{Sheet: gridtest.Rows(""), Workbook: "<workbook/>"}, "工作簿里没有工作表"},
		{"part twice", gridtest.Small{Sheet: gridtest.Rows(""), More: []string{"xl/Worksheets/Sheet1.xml", gridtest.Rows("")}}, "文件中的零件 xl/Worksheets/Sheet1.xml 出现了两次"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			gridtest.Refused(t, open.Parse, "a.xlsx", gridtest.Zip(t, tt.file.Parts()...), finding.UnreadableFile, tt.found)
		})
	}
}

// A sheet that the workbook lists and has not is said; without styles only what hangs on none is read.
func TestWhatIsMissing(t *testing.T) {
	read := func(s gridtest.Small, drop string) (*grid.Book, []finding.Finding) {
		parts := s.Parts()
		for i := 0; i < len(parts); i += 2 {
			if parts[i] == drop {
				parts = append(parts[:i:i], parts[i+2:]...)
				break
			}
		}
		return open.Parse("a.xlsx", gridtest.Zip(t, parts...))
	}
	listed := gridtest.Small{Sheet: gridtest.Rows(`<row><c t="s"><v>0</v></c></row>`),
		Workbook: `<workbook ` + gridtest.MainNS + `><sheets><sheet name="一季度" r:id="rId1"/><sheet name="Module1" r:id=""/></sheets></workbook>`}
	if book, found := read(listed, ""); book == nil || len(book.Sheets) != 1 || len(found) != 1 || found[0].Code != finding.HiddenContent {
		t.Errorf("a sheet without a part: %+v", found)
	}
	plain := gridtest.Small{Sheet: gridtest.Rows(`<row><c t="s" s="3"><v>0</v></c><c><v>5</v></c><c s="0"><v>6</v></c></row>`)}
	if book, found := read(plain, "xl/styles.xml"); book == nil || book.Sheets[0].Cell(1, 3).Number != 6 || len(found) != 1 || found[0].Code != finding.HiddenContent {
		t.Errorf("no styles: %+v", found)
	}
	dated := gridtest.Small{Sheet: gridtest.Rows(`<row><c s="2"><v>44467</v></c></row>`)}
	if book, found := read(dated, "xl/styles.xml"); book != nil || len(found) != 1 || found[0].Found != "缺少零件 xl/styles.xml" {
		t.Errorf("no styles, and a number of some style: %+v", found)
	}
}

// The main part may lie anywhere: the package says where it begins.
func TestWorkbookOutsideItsFolder(t *testing.T) {
	parts := gridtest.Small{Sheet: gridtest.Rows(`<row><c t="s"><v>0</v></c></row>`)}.Parts()
	for i := 0; i < len(parts); i += 2 {
		parts[i] = strings.TrimPrefix(parts[i], "xl/")
		if parts[i] == "_rels/.rels" {
			parts[i+1] = strings.Replace(parts[i+1], "xl/workbook.xml", "workbook.xml", 1)
		}
	}
	if book, findings := open.Parse("a.xlsx", gridtest.Zip(t, parts...)); book == nil || book.Format != "xlsx" || len(findings) != 0 {
		t.Errorf("%+v", findings)
	}
}

// A part that nobody reads is checked all the same.
func TestChecksumOfEveryPart(t *testing.T) {
	file := gridtest.Small{Sheet: gridtest.Rows(`<row r="1"><c r="A1"><v>1</v></c></row>`), More: []string{"docProps/app.xml", "<Properties>abcdefgh</Properties>"}}
	data := gridtest.Packed(t, file.Parts()...)
	if book, findings := open.Parse("a.xlsx", data); book == nil {
		t.Fatal(findings)
	}
	gridtest.Refused(t, open.Parse, "a.xlsx", bytes.Replace(data, []byte("abcdefgh"), []byte("abcdefgi"), 1), finding.UnreadableFile, "文件中的零件 docProps/app.xml 校验不符")
}

func TestCutZip(t *testing.T) {
	data := gridtest.Fixture(t, "return/openpyxl.xlsx")
	for _, n := range []int{10, len(data) / 2, len(data) - 1} {
		book, findings := open.Parse("a.xlsx", data[:n])
		if book != nil || len(findings) != 1 || findings[0].Code != finding.UnreadableFile {
			t.Errorf("cut to %d bytes: %+v", n, findings)
		}
	}
}

// One flipped bit in a good workbook is either found or makes no difference. The writers
// differ in their zip directories: that is where the checksums don't reach.
func TestSingleBitFlips(t *testing.T) {
	full, seed := 4002, uint64(20210928)
	if testing.Short() {
		full = 300
	}
	writers := []struct {
		name string
		data []byte
	}{
		{"openpyxl", gridtest.Fixture(t, "return/openpyxl.xlsx")},
		{"libreoffice", gridtest.Fixture(t, "return/libreoffice.xlsx")},
		{"excelize", excelizeReturn(t)},
	}
	for _, w := range writers {
		book, findings := open.Parse("a.xlsx", w.data)
		if book == nil {
			t.Fatal(findings)
		}
		want := dumpBook(book)
		random := rand.New(rand.NewPCG(seed, 1))
		caught, harmless := 0, 0
		for range full / len(writers) {
			data := bytes.Clone(w.data)
			bit := random.IntN(len(data) * 8)
			data[bit/8] ^= 1 << (bit % 8)
			got, findings := open.Parse("a.xlsx", data)
			if got == nil {
				caught++
				if len(findings) != 1 || findings[0].Severity() != finding.Error {
					t.Errorf("%s, bit %d: no book and %+v", w.name, bit, findings)
				}
				continue
			}
			harmless++
			if diff := cmp.Diff(want, dumpBook(got)); diff != "" {
				t.Errorf("%s, bit %d of byte %d reads wrong:\n%s", w.name, bit%8, bit/8, diff)
			}
		}
		t.Logf("%s: %d flips, %d caught, %d without effect", w.name, caught+harmless, caught, harmless)
	}
}

func dumpBook(b *grid.Book) []string {
	var out []string
	for _, s := range b.Sheets {
		out = append(out, s.Name)
		if s.Hidden {
			out = append(out, "hidden")
		}
		out = append(out, gridtest.Dump(s, false)...)
	}
	return out
}

// excelizeReturn is the return of the fixtures in short, as excelize writes it: text,
// numbers, a percentage, a date, a link, a merge, a hidden row and a hidden sheet.
func excelizeReturn(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	const sheet = "Sheet1"
	must(f.SetCellStr(sheet, "A1", "2021年第三季度政务公开工作完成情况表"))
	must(f.MergeCell(sheet, "A1", "F1"))
	for row := 2; row <= 8; row++ {
		for col := 1; col <= 6; col++ {
			at, err := excelize.CoordinatesToCellName(col, row)
			must(err)
			if col == 1 {
				must(f.SetCellInt(sheet, at, int64(row)))
			} else {
				must(f.SetCellStr(sheet, at, strings.Repeat("政务公开", col)+at))
			}
		}
	}
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	must(err)
	code := `yyyy"年"m"月"d"日"`
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	must(err)
	must(f.SetCellFloat(sheet, "D3", 0.855, -1, 64))
	must(f.SetCellStyle(sheet, "D3", "D3", percent))
	must(f.SetCellInt(sheet, "E3", 44467))
	must(f.SetCellStyle(sheet, "E3", "E3", date))
	must(f.SetCellHyperLink(sheet, "F3", "http://www.example.gov.cn/a?b=1&c=2", "External"))
	must(f.SetRowVisible(sheet, 5, false))
	_, err = f.NewSheet("填表说明")
	must(err)
	must(f.SetCellStr("填表说明", "A1", "说明"))
	must(f.SetSheetVisible("填表说明", false))
	var b bytes.Buffer
	_, err = f.WriteTo(&b)
	must(err)
	return b.Bytes()
}
