package hostile

import (
	"fmt"
	"io"
	"strings"
)

const quarter = "第一季度"

// requirements are the list: few, and so unlike each other that no damage makes one another.
var requirements = []string{
	"编制并公布年度重大行政决策目录。",
	"每周更新政府网站的办事指南栏目。",
	"开展基层图书阅览室设备普查登记。",
	"组织非物质文化遗产传承人培训班。",
}

// department names the department of each patient, so that none has anything to do with
// what another says.
func department(n int) string {
	first, second, office := []rune("白石青龙凤金银大新古长清云竹松梅荷平安永和福高"), []rune("沙桥湖岭溪塘坪湾河山"),
		[]string{"文化站", "司法所", "卫生院", "财政所", "农技站", "水利所", "敬老院", "图书馆", "便民中心", "执法队"}
	return string(first[n%len(first)]) + string(second[n/len(first)%len(second)]) + "镇" + office[n/len(first)/len(second)%len(office)]
}

func (p *Patient) plainRows() []Row {
	var rows []Row
	for i := range requirements[:3] {
		rows = append(rows, Row{i + 1, fmt.Sprintf("%s第%d项做了%d件事", p.department, i+1, 3+i)})
	}
	return rows
}

var heading = []string{"序号", "具体要求", "完成情况", "完成状态", "佐证材料"}

// table is the return of a patient: a title, who reports, the heading, its rows.
func (p *Patient) table() [][]string {
	cells := [][]string{{"2021年第一季度重点工作完成情况表"}, {"填报单位：" + p.department + "    填报日期：2021年4月6日"}, heading}
	for _, r := range p.Rows {
		cells = append(cells, []string{fmt.Sprint(r.Requirement), requirements[r.Requirement-1], r.Progress, "推进中", "见工作简报"})
	}
	return cells
}

// says replaces what is said of the first requirement.
func (p *Patient) says(progress string) { p.Rows[0].Progress = progress }

// good are returns with nothing wrong, in several formats.
var good = []disease{
	{name: "一般.xlsx", want: Want{Read: true}, make: plain},
	{name: "制表.csv", want: Want{Read: true}, make: func(p *Patient, w io.Writer) error { return text(w, p.csv()) }},
	{name: "旧式.xls", want: Want{Read: true}, make: func(p *Patient, w io.Writer) error { return write(w, compound(p.biff().bytes(), nil)) }},
	{name: "开放.ods", want: Want{Read: true}, make: func(p *Patient, w io.Writer) error { return zipTo(w, odsParts(odsTable(p.table()))...) }},
	{name: "文字.docx", want: Want{Read: true}, make: func(p *Patient, w io.Writer) error { return zipTo(w, docxParts(docxTable(p.table()))...) }},
	{name: "开放文字.odt", want: Want{Read: true}, make: func(p *Patient, w io.Writer) error { return zipTo(w, odtParts(odtTable(p.table()))...) }},
	{name: "单个文件.fodt", want: Want{Read: true}, make: func(p *Patient, w io.Writer) error { return text(w, odtFlat(odtTable(p.table()))) }},
}

// writeList writes 任务清单.xlsx with so many departments.
func writeList(w io.Writer, departments int) error {
	list := [][]string{{"示例县2021年政务公开工作要点任务分工表"}, {"序号", "工作任务", "具体要求", "责任部门"}}
	for i, r := range requirements {
		list = append(list, []string{fmt.Sprint(i + 1), "重点工作", r, "属下单位"})
	}
	roster := [][]string{{"部门名称", "类别", "别名", "启用", "停用"}}
	for n := range departments {
		roster = append(roster, []string{department(n), "属下单位"})
	}
	settings := [][]string{{"项目", "值"}, {"年度", "2021"}, {"单位名称", "示例县人民政府办公室"}, {"截至季度", "2021Q1"}, {"报送截止日", "次月8日"}, {"公开电话", "12345"}}
	b := newBook(sheetOf("任务清单", list), sheetOf("部门名录", roster), sheetOf("设置", settings))
	return zipTo(w, b.parts()...)
}

func plain(p *Patient, w io.Writer) error { return zipTo(w, p.book().parts()...) }

func text(w io.Writer, s string) error {
	_, err := io.WriteString(w, s)
	return err
}

func write(w io.Writer, data []byte) error {
	_, err := w.Write(data)
	return err
}

func (p *Patient) csv() string {
	var b strings.Builder
	for _, row := range p.table() {
		for i, c := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			if strings.ContainsAny(c, "\",\r\n") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}
