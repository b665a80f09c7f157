package ledgerbook

import (
	"fmt"
	"slices"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// notes writes 说明: how the ledger came about and what it was made from.
func notes(b *book.Book) {
	s := b.Start(book.NotesSheet, xlsx.Paper{Title: book.NotesSheet, Landscape: true, Tab: xlsx.Grey}, 22, 44, 10, 11, 55)
	s.Put(30, []xlsx.Cell{{Value: "说明", Style: xlsx.TitleStyle}})
	s.Note("台账由程序根据文件夹中的报表生成；同样的文件得到同样的台账。", 5)
	s.Section("一、各表用途")
	sheets := [][2]string{
		{book.OverviewSheet, "一行一条具体要求：责任部门、时限、各季度状态和进展、年度进度、是否逾期。"},
		{book.OnePageSheet, "本季度通报，打印一页 A4：与上季度相比、红灯和黄灯事项、谁迟报、完成率居前居后、工作要求。"},
		{book.PrintSheet, "总台账的打印版：只有本季度，多个部门共同负责的合成一句。"},
		{book.DueSheet, "按完成时限逐月排列，看接下来要办结哪几条。"},
		{book.FindingsSheet, "读报表时发现的问题，同一原因的排在一起，先列影响多条的原因：强制的没有并入，核实的请看一看，提示的知道即可；办公室在黄色各栏核定，下次生成时照办。"},
		{book.ReadingsSheet, "报表里每一种表头读作了什么、凭什么；读得不对的，办公室在黄色各栏改，以后都照办。"},
		{book.CoverageSheet, "各部门各季度是否报送、是否按时。"},
		{book.RemindersSheet, "没有定稿的季度，截止前、当天、截止后三次催报的文字，一个部门一条，另有发工作群的，可以直接复制。"},
		{book.DepartmentsSheet, "各部门承担的要求按状态的条数和占比；点数字看是哪几条。"},
		{book.QuartersSheet, "各季度末的进度、报送，以及与上季度相比的变化。"},
		{book.EntriesSheet, "每个部门每个季度对每条要求的原话，带来源单元格，没有认出用途的、台账没有单独一栏的（如责任人）照原样留在“其他栏目”；可筛选、可做数据透视表。"},
		{book.RowsSheet, "报表的每一行去了哪里，每张工作表的每一格成了什么，合计平衡。"},
		{book.FinalSheet, "年报附件签发以前看：还有什么没有办结，什么没有公开、为什么，哪里说法不一，哪些进度沿用以前季度，每个数字出自哪里。"},
	}
	if b.HasNumbers() {
		sheets = append(sheets, [][2]string{
			{book.NumbersSheet, "年报的每个数：各部门各季度报的、合计和来源；有争议的，办公室在合计行的黄色各栏定一个数。"},
			{book.RulesSheet, "每条勾稽关系的左边、右边、差和结论；可以说明的，办公室在黄色各栏写明原因，印在年报的表下。"},
		}...)
	}
	for _, p := range sheets {
		s.Row(xlsx.Cell{Value: p[0], Style: xlsx.LabelStyle.Linked(), Link: xlsx.LinkTo(p[0], "A1", "")}, xlsx.Cell{Value: p[1], Style: xlsx.LabelStyle, Span: 4})
	}
	s.Together(book.SectionHeight + float64(len(status.Statuses))*fit.MinHeight)
	s.Section("二、状态")
	for _, st := range status.Statuses {
		k := signs.StatusStyle(st)
		k.Middle = true
		s.Row(xlsx.Cell{Value: st.Label(), Style: k}, xlsx.Cell{Value: meaning(st), Style: xlsx.LabelStyle, Span: 4})
	}
	s.Together(book.SectionHeight + 3*fit.MinHeight)
	s.Section("三、核定（“总台账”“待核对”“读法”中的黄色各栏）")
	rulingNotes(s)
	s.Together(book.SectionHeight + 3*fit.MinHeight)
	s.Section("四、归并规则")
	rules := ledger.Rules
	if b.LastYear != nil {
		rules = append(slices.Clip(rules), ledger.LookBackRule)
	}
	for _, r := range rules {
		s.Row(xlsx.Cell{Value: r.Name, Style: xlsx.LabelStyle}, xlsx.Cell{Value: r.Text, Style: xlsx.LabelStyle, Span: 4})
	}
	s.Together(book.SectionHeight + 3*fit.MinHeight)
	s.Section("五、设置")
	for _, p := range settings(b) {
		value := p[1]
		if value == "" {
			value = "（未设置）"
		}
		s.Row(xlsx.Cell{Value: p[0], Style: xlsx.LabelStyle}, xlsx.Cell{Value: value, Style: xlsx.LabelStyle, Span: 4})
	}
	s.Print(5, s.Next-1) // sums of files are compared on the screen
	s.Section("六、输入文件")
	inputs(s)
	s.Close()
}

func meaning(st status.Status) string {
	switch st {
	case status.Completed:
		return "全部办结。多个部门共同负责的，每个部门都已完成才算。"
	case status.InProgress:
		return "正在办理。基本完成、部分完成、按序时进度都算推进中：没有做完就不算完成。"
	case status.Ongoing:
		return "长期坚持、没有终点的工作；不计入完成率的分母。"
	case status.Behind:
		return "未按进度或未按期完成。"
	case status.NotStarted:
		return "还没有开展。"
	case status.NotApplicable:
		return "部门没有此项业务；不计入完成率的分母。"
	default:
		return "还没有一个决定进度的部门报送过。"
	}
}

func settings(b *book.Book) [][2]string {
	p, none := b.Plan, "共同负责（各责任部门都完成才算完成）"
	if p.Settings.FirstLeads {
		none = "首位牵头（列第一位的为牵头部门）"
	}
	list := p.Source
	if p.Embedded {
		list += "（程序内置）"
	}
	settings := [][2]string{
		{"年度", strconv.Itoa(b.Year)},
		{"单位名称", b.Unit},
		{"截至季度", b.AsOf.Label()},
		{"任务清单", fmt.Sprintf("%s，%d项工作任务，%d条具体要求", list, len(p.Tasks), len(p.Requirements))},
		{"报送截止日", p.Settings.Deadline.Rule},
		{"没有写明牵头时", none},
		{"公开电话", p.Settings.Phone},
		{"字体", p.Settings.Fonts},
		{"程序版本", b.Version},
	}
	if y := b.LastYear; y != nil {
		settings = append(settings, [2]string{"上年台账", fmt.Sprintf("%s，%s%d年，截至%s，校验值（SHA-256）%s", y.File, y.Unit, y.Year, y.AsOf.Label(), y.Sum)})
	}
	return settings
}

func inputs(s *book.Sheet) {
	s.Heading(append([]xlsx.Cell{{Value: "文件", Style: xlsx.HeadStyle, Span: 2}}, xlsx.Heads("格式", "结果", "校验值（SHA-256）")...))
	for _, in := range s.Inputs {
		s.Row(xlsx.Cell{Value: in.File, Style: xlsx.LabelStyle, Span: 2}, xlsx.Cell{Value: in.Format, Style: xlsx.MidStyle},
			xlsx.Cell{Value: stateOf(in.State), Style: xlsx.MidStyle}, xlsx.Cell{Value: in.Sum, Style: xlsx.Style{Frame: true, Middle: true, Size: 9}})
	}
	if len(s.Inputs) == 0 {
		s.Row(xlsx.Cell{Value: "没有输入文件。", Style: xlsx.MidStyle, Span: 5})
	}
}

func stateOf(s ledger.InputState) string {
	switch s {
	case ledger.FileRead:
		return "已读取"
	case ledger.FileFailed:
		return "未能读取"
	case ledger.FileAttachment:
		return "附件材料"
	default:
		return "未作报表读取"
	}
}

// rulingNotes explains the choices in 说明. The lists of 待核对 are taken from here.
func rulingNotes(s *book.Sheet) {
	first := s.Next
	for _, c := range ruling.Choices {
		if c.Act.OfNumbers() && !s.HasNumbers() {
			continue // they come last
		}
		s.Row(xlsx.Cell{Value: c.Label, Style: xlsx.LabelStyle}, xlsx.Cell{Value: c.Meaning, Style: xlsx.LabelStyle, Span: 4})
	}
	for _, k := range ruling.Kinds {
		from, to := k.Span()
		s.Define(book.ChoicesName(k), fmt.Sprintf("%s!$A$%d:$A$%d", book.NotesSheet, first+from, first+to))
	}
}
