package hostile

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// sheetDiseases are workbooks whose container is sound and whose sheets are not.
var sheetDiseases = []disease{
	{name: "合并十万处.xlsx", want: tooLarge, make: sick(func(p *Patient, s *sheet) {
		var b strings.Builder
		for i := range 100_001 {
			fmt.Fprintf(&b, `<mergeCell ref="H%d:I%d"/>`, i+20, i+20)
		}
		s.after = "<mergeCells>" + b.String() + "</mergeCells>"
	})},
	{name: "一处合并盖住全表.xlsx", want: named("file-too-large", "unreadable-file", "no-table"), make: sick(func(_ *Patient, s *sheet) { s.after = merges("A1:XFD1048576") })},
	{name: "合并十亿格.xlsx", want: read.or("file-too-large"), make: sick(func(_ *Patient, s *sheet) { s.after = merges("H20:ALM1000020") })},
	{name: "合并互相重叠.xlsx", want: read.or("unreadable-file"), make: sick(func(_ *Patient, s *sheet) { s.after = merges("G20:J30", "H25:K40", "G20:J30") })},
	{name: "合并范围颠倒.xlsx", want: read.or("unreadable-file"), make: sick(func(_ *Patient, s *sheet) { s.after = merges("J30:G20") })},
	{name: "合并范围读不出.xlsx", want: unreadable, make: sick(func(_ *Patient, s *sheet) { s.after = merges("A0:ZZZZ9999999999") })},
	{name: "空白带格式的行.xlsx", want: read.or("file-too-large"), make: sick(func(p *Patient, s *sheet) {
		rows := s.rows
		s.rows = func(w io.Writer) {
			rows(w)
			for i := 20; i <= p.size.of(20_000, 1_048_576); i++ {
				fmt.Fprintf(w, `<row r="%d" s="1" customFormat="1"/>`, i)
			}
		}
	})},
	{name: "空白带格式的格.xlsx", want: read.or("file-too-large"), make: sick(func(p *Patient, s *sheet) {
		rows := s.rows
		s.rows = func(w io.Writer) {
			rows(w)
			for i := 20; i <= p.size.of(100, 10_000); i++ {
				fmt.Fprintf(w, `<row r="%d">`, i)
				repeat(w, `<c s="1"/>`, 200)
				io.WriteString(w, "</row>")
			}
		}
	})},
	{name: "行十万零一.xlsx", want: tooLarge, make: filledRows(100_001, 1)},
	{name: "格一百万零一.xlsx", want: tooLarge, make: filledRows(9_991, 101)},
	{name: "远处一格.xlsx", want: tooLarge, make: sick(func(_ *Patient, s *sheet) { s.add(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`) })},
	{name: "行倒着写.xlsx", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.sheets[0].rows = func(w io.Writer) {
			for i, row := range slices.Backward(p.table()) {
				io.WriteString(w, rowOf(i+1, row...))
			}
		}
		return zipTo(w, b.parts()...)
	}},
	{name: "格倒着写.xlsx", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.sheets[0].rows = func(w io.Writer) {
			for i, row := range p.table() {
				fmt.Fprintf(w, `<row r="%d">`, i+1)
				for j, s := range slices.Backward(row) {
					io.WriteString(w, textCell(fmt.Sprintf("%c%d", 'A'+j, i+1), s))
				}
				io.WriteString(w, "</row>")
			}
		}
		return zipTo(w, b.parts()...)
	}},
	{name: "行出现两次.xlsx", want: unreadable, make: sick(func(p *Patient, s *sheet) { s.add(rowOf(4, "1", requirements[3], "别的", "已完成")) })},
	{name: "行号零.xlsx", want: unreadable, make: extraRow(`<row r="0"><c r="A0"><v>1</v></c></row>`)},
	{name: "行号负数.xlsx", want: unreadable, make: extraRow(`<row r="-5"><c><v>1</v></c></row>`)},
	{name: "行号超界.xlsx", want: unreadable, make: extraRow(`<row r="1048577"><c r="A1048577"><v>1</v></c></row>`)},
	{name: "行号溢出.xlsx", want: unreadable, make: extraRow(`<row r="18446744073709551617"><c><v>1</v></c></row>`)},
	{name: "列号超界.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="XFE20"><v>1</v></c></row>`)},
	{name: "列号溢出.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="AAAAAAAAAAAAAAAAAAAA20"><v>1</v></c></row>`)},
	{name: "格不在自己的行.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="A21"><v>1</v></c></row>`)},
	{name: "所有行都隐藏.xlsx", want: read.with("hidden-content").or("no-table", "hidden-content"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.sheets[0].rows = func(w io.Writer) {
			for i, row := range p.table() {
				io.WriteString(w, strings.Replace(rowOf(i+1, row...), "<row ", `<row hidden="1" `, 1))
			}
		}
		return zipTo(w, b.parts()...)
	}},
	{name: "所有列都隐藏.xlsx", want: read.with("hidden-content").or("no-table", "hidden-content"), make: sick(func(_ *Patient, s *sheet) { s.cols = `<cols><col min="1" max="16384" hidden="1"/></cols>` })},
	{name: "列宽定义十万条.xlsx", want: read, make: sick(func(p *Patient, s *sheet) {
		s.cols = "<cols>" + strings.Repeat(`<col min="1" max="16384" width="9"/>`, p.size.of(1000, 100_000)) + "</cols>"
	})},
	{name: "隐藏列定义十万条.xlsx", want: read.or("file-too-large", "unreadable-file"), make: sick(func(p *Patient, s *sheet) {
		s.cols = "<cols>" + strings.Repeat(`<col min="20" max="16384" hidden="1"/><col min="19" max="16383" hidden="1"/>`, p.size.of(500, 50_000)) + "</cols>"
		s.add(`<row r="20"><c r="XFD20"><v>1</v></c></row>`)
	})},
	{name: "工作表三百张.xlsx", want: read, make: sheetsOf(300)},
	{name: "工作表五百零一张.xlsx", want: tooLarge, make: sheetsOf(501)},
	{name: "工作表名有路径.xlsx", want: read, make: sheetNames(`..\..\evil`, "../../etc/passwd", "/", "C:\\x", "a'b!c", "=1+1", "[x]", "")},
	{name: "工作表名很长.xlsx", want: read, make: sheetNames(strings.Repeat("很长的名字", 2000), strings.Repeat("很长的名字", 2000))},
	{name: "工作表同名.xlsx", want: read, make: sheetNames("报送表", "报送表")},
	{name: "工作表名有控制字符.xlsx", want: read.or("unreadable-file"), make: sheetNames("a&#10;b\u202Ec", "_x0000_", "_x001B_[31m")},
	{name: "工作表都指同一张.xlsx", want: named("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.entries = strings.Repeat(`<sheet name="一" sheetId="1" r:id="rId1"/>`, 2)
		return zipTo(w, b.parts()...)
	}},
	{name: "没有工作表.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.entries = " "
		return zipTo(w, b.parts()...)
	}},
}

// sick changes the sheet of the patient's return.
func sick(change func(*Patient, *sheet)) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error {
		b := p.book()
		change(p, &b.sheets[0])
		return zipTo(w, b.parts()...)
	}
}

// add puts rows behind those that are there.
func (s *sheet) add(rows string) {
	before := s.rows
	s.rows = func(w io.Writer) {
		before(w)
		io.WriteString(w, rows)
	}
}

func extraRow(row string) func(*Patient, io.Writer) error {
	return sick(func(_ *Patient, s *sheet) { s.add(row) })
}

func merges(refs ...string) string {
	return `<mergeCells><mergeCell ref="` + strings.Join(refs, `"/><mergeCell ref="`) + `"/></mergeCells>`
}

// filledRows adds rows of numbers.
func filledRows(rows, cells int) func(*Patient, io.Writer) error {
	return sick(func(_ *Patient, s *sheet) {
		before := s.rows
		s.rows = func(w io.Writer) {
			before(w)
			for i := range rows {
				fmt.Fprintf(w, `<row r="%d">`, i+20)
				repeat(w, `<c><v>1</v></c>`, cells)
				io.WriteString(w, "</row>")
			}
		}
	})
}

// sheetsOf makes a workbook of many sheets, the patient's return the first.
func sheetsOf(n int) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error {
		b := p.book()
		for i := 1; i < n; i++ {
			b.sheets = append(b.sheets, sheetOf(fmt.Sprintf("说明%d", i), [][]string{{"说明"}}))
		}
		return zipTo(w, b.parts()...)
	}
}

// sheetNames names the patient's sheet, and further ones that hold nothing to merge.
func sheetNames(names ...string) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error {
		b := p.book()
		b.sheets[0].name = names[0]
		for _, name := range names[1:] {
			b.sheets = append(b.sheets, sheetOf(name, [][]string{{"说明"}}))
		}
		return zipTo(w, b.parts()...)
	}
}
