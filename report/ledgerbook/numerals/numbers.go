package numerals

import (
	"fmt"
	"strings"

	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/templates/tables"
)

// Numbers writes the numbers of the annual report: where each comes from, the official tables, and
// what the rules say.
func Numbers(b *book.Book) {
	if !b.HasNumbers() {
		return
	}
	numberSources(b)
	for i := range b.Numbers.Form.Tables {
		officialTable(b, i)
	}
	ruleResults(b)
}

// First lines of 年报数据 and 勾稽核对 below their headings.
const (
	numbersTop = 6
	rulesTop   = 5
)

// numberSources writes 年报数据: a line a number and department, the quarters side by side with a
// link to each cell, and the sum.
func numberSources(b *book.Book) {
	quarters := b.Until()
	widths := []float64{22, 34, 7, 8, 18}
	for range quarters {
		widths = append(widths, 11)
	}
	widths = append(widths, 11, 46)
	widths = append(widths, numeralWidths...)
	shown := len(widths)
	for range ruling.FigureHidden {
		widths = append(widths, 9)
	}
	s := &sheet{b.Start(book.NumbersSheet, xlsx.Paper{Title: book.NumbersSheet, Landscape: true, Head: [2]int{numbersTop - 1, numbersTop - 1}, Freeze: 2, Tab: "548235"}, widths...)}
	s.Hide(func(col int) bool { return col > shown })
	s.Put(30, []xlsx.Cell{{Value: "年报数据", Style: xlsx.TitleStyle}})
	s.OnScreen("打印请用后面的各张表", 5)
	s.Put(20, []xlsx.Cell{{Value: "表式：" + b.Numbers.Form.Title + "。一行一个部门，点数字可打开来源单元格；没有部门报过的指标写“未报”。", Style: xlsx.NoteStyle}})
	s.Put(20, []xlsx.Cell{{Value: "合计按指标的汇总方式算：流量各季相加，存量取最后一季，归口指标只取一个部门；填报的合计、被替换的数写在“不计的数”里。数有争议的，在合计行的黄色各栏核定。", Style: xlsx.NoteStyle}})
	head := xlsx.Heads("编号", "指标", "单位", "汇总", "部门")
	for _, q := range quarters {
		head = append(head, xlsx.Cell{Value: q.Short(), Style: xlsx.HeadStyle})
	}
	s.Heading(append(append(head, xlsx.Heads("合计", "不计的数")...), numeralHeads(ruling.FigureHidden)...))
	for i := range b.Numbers.Figures {
		s.numberLines(&b.Numbers.Figures[i], quarters)
	}
	s.strayNumerals(ruling.Fix, ruling.FigureHidden, len(head)+2)
	if s.Next > numbersTop {
		s.Filter(xlsx.Area(1, numbersTop-1, len(widths), s.Next-1))
	}
	s.Close()
}

// numberLines writes the departments of a number and its sum.
func (s *sheet) numberLines(f *numbers.Figure, quarters []period.Quarter) {
	ind := &s.Numbers.Form.Indicators()[f.Indicator]
	ruled := takeNumeral(s.Book, ruling.Fix, ruling.Numeral{Indicator: ind.ID})
	var who []string
	by := map[string][]*numbers.Part{}
	for i := range f.Parts {
		p := &f.Parts[i]
		if by[p.Department] == nil {
			who = append(who, p.Department)
		}
		by[p.Department] = append(by[p.Department], p)
	}
	lead := []xlsx.Cell{{Value: ind.ID, Style: xlsx.LabelStyle}, {Value: ind.Label, Style: xlsx.LabelStyle}, {Value: ind.Unit, Style: xlsx.MidStyle}, {Value: string(ind.Sum), Style: xlsx.MidStyle}}
	for _, d := range who {
		line := append(append([]xlsx.Cell{}, lead...), xlsx.Cell{Value: d, Style: xlsx.LabelStyle})
		var beside []string
		for _, q := range quarters {
			c := xlsx.Cell{Style: xlsx.MidStyle}
			for _, p := range by[d] {
				if p.Quarter == q && (p.Counts || c.Value == nil && p.Why != "填报的合计") {
					if c = signs.Amount(p.Datum()); p.Counts {
						break
					}
				}
			}
			for _, p := range by[d] {
				if p.Quarter == q {
					if p.Counts || c.Link.None() {
						c.Link = s.ToFile(p.At)
					}
				}
			}
			line = append(line, c)
		}
		for _, p := range by[d] {
			if !p.Counts {
				beside = append(beside, notCounted(p))
			}
		}
		s.Row(append(line, xlsx.Cell{Style: xlsx.MidStyle}, xlsx.Cell{Value: strings.Join(beside, "；"), Style: xlsx.BodyStyle})...)
	}
	sum := append(append([]xlsx.Cell{}, lead...), xlsx.Cell{Value: "合计", Style: xlsx.LabelStyle})
	for range quarters {
		sum = append(sum, xlsx.Cell{Style: xlsx.MidStyle})
	}
	note := f.Method
	if f.Ruling != "" {
		note = "按办公室核定"
	}
	all := signs.Amount(f.Datum)
	if f.State == numbers.Missing {
		all = xlsx.Cell{Value: "未报", Style: xlsx.MidStyle}
		if len(ind.Owners) > 0 {
			note = "应由" + strings.Join(ind.Owners, "、") + "报"
		}
	}
	sum = append(sum, all, xlsx.Cell{Value: note, Style: xlsx.BodyStyle})
	s.Row(append(sum, s.numeral(ruling.Numeral{Indicator: ind.ID}, ruled, ruling.FigureHidden)...)...)
}

// notCounted says of a value that no sum takes what it says, why it does not count and where it
// stands.
func notCounted(p *numbers.Part) string {
	said, why := p.Said, p.At.String()
	if said == "" {
		said = "空白"
	}
	if p.Why != "" && p.Why != said {
		why = p.Why + "，" + why
	}
	return fmt.Sprintf("%s%s %s（%s）", p.Quarter.Short(), p.What.Label(), said, why)
}

// officialTable writes a table as the form lays it out, ready to be copied: nothing stands above or
// beside it.
func officialTable(b *book.Book, i int) {
	t := &b.Numbers.Form.Tables[i]
	widths := officialWidths(t)
	s := &sheet{b.Start(signs.TableName(t), xlsx.Paper{Title: t.Title, Landscape: wide(widths), Tab: "548235"}, widths...)}
	for row, line := range t.Layout {
		cells := make([]xlsx.Cell, t.Width)
		for c := range cells {
			cells[c] = xlsx.Cell{Style: xlsx.MidStyle}
		}
		height := 20.0
		for _, c := range line {
			at := xlsx.Cell{Value: c.Text, Style: xlsx.MidStyle, Tall: c.Rows > 1}
			if c.Indicator >= 0 {
				at = signs.Amount(b.Numbers.Figures[c.Indicator].Datum)
			}
			cells[c.Col-1] = at
			at.Span = c.Cols
			height = max(height, s.Height(append(make([]xlsx.Cell, c.Col-1), at)))
		}
		s.Put(height, cells)
		for _, c := range line {
			if c.Rows > 1 || c.Cols > 1 {
				s.Merge(c.Col, row+1, c.Col+c.Cols-1, row+c.Rows)
			}
		}
	}
	for _, note := range tableNotes(b, i) {
		s.Row(xlsx.Cell{Value: note, Style: xlsx.Style{}, Span: t.Width})
	}
	s.Close()
}

// wide reports whether columns are too wide for an upright page.
func wide(widths []float64) bool {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	return xlsx.Paper{}.Scale(sum) < 0.8
}

// officialWidths returns how wide the columns of an official table are: those of upright headings are
// narrow, the labels beside them have room for a line, and the numbers have what an upright page leaves.
func officialWidths(t *tables.Table) []float64 {
	widths := make([]float64, t.Width)
	for i := range widths {
		widths[i] = min(13, 150/float64(t.Width))
	}
	widths[0] = max(widths[0], min(18, 250/float64(t.Width)))
	last := 0
	for _, line := range t.Layout {
		for _, c := range line {
			if c.Upright {
				widths[c.Col-1], last = uprightWidth, max(last, c.Col)
			}
		}
	}
	if last > 0 && last < t.Width {
		for i := last; i < t.Width; i++ {
			widths[i] = uprightWidth
		}
		widths[last] = 35
	}
	return widths
}

// uprightWidth is that of a column with upright headings, and of the numbers of such a table.
const uprightWidth = 8

// tableNotes are the explanations that are printed below a table.
func tableNotes(b *book.Book, table int) (notes []string) {
	for i := range b.Numbers.Results {
		r := &b.Numbers.Results[i]
		if r.Note == "" || len(r.Terms) == 0 || b.Numbers.Form.Indicators()[max(r.Terms[0].Indicator, 0)].Table != table {
			continue
		}
		notes = append(notes, fmt.Sprintf("注：%s：%s", r.Label, r.Note))
	}
	return notes
}

// ruleResults writes 勾稽核对: each rule with both sides, the difference and the verdict.
func ruleResults(b *book.Book) {
	widths := append([]float64{7, 7, 22, 38, 12, 12, 11, 11, 38}, numeralWidths...)
	shown := len(widths)
	for range ruling.CheckHidden {
		widths = append(widths, 9)
	}
	s := &sheet{b.Start(book.RulesSheet, xlsx.Paper{Title: book.RulesSheet, Landscape: true, Head: [2]int{rulesTop - 1, rulesTop - 1}, Tab: "548235"}, widths...)}
	s.Hide(func(col int) bool { return col > shown })
	held, open := 0, 0
	for _, r := range b.Numbers.Results {
		switch r.Verdict {
		case numbers.Broken:
			held++
		case numbers.Unknown:
			open++
		}
	}
	s.Put(30, []xlsx.Cell{{Value: "勾稽核对", Style: xlsx.TitleStyle}})
	s.OnScreen("不成立的也列在“"+book.FindingsSheet+"”和“"+book.FinalSheet+"”", 4)
	s.Put(20, []xlsx.Cell{{Value: fmt.Sprintf("共核对 %d 处：成立 %d 处，不成立 %d 处，数不全、没有核的 %d 处。", len(b.Numbers.Results), len(b.Numbers.Results)-held-open, held, open), Style: xlsx.NoteStyle}})
	head := xlsx.Heads("规则", "轻重", "范围", "内容", "左边", "右边", "差", "结论", "说明")
	s.Heading(append(head, numeralHeads(ruling.CheckHidden)...))
	for i := range b.Numbers.Results {
		s.ruleRow(&b.Numbers.Results[i])
	}
	s.strayNumerals(ruling.Explain, ruling.CheckHidden, len(head))
	s.Filter(xlsx.Area(1, rulesTop-1, len(widths), max(s.Next-1, rulesTop-1)))
	s.Close()
}

var severityWords = map[tables.Severity]string{tables.Must: "强制", tables.Look: "核实", tables.Say: "提示"}

func (s *sheet) ruleRow(r *numbers.Result) {
	verdict := xlsx.Cell{Value: "成立", Style: xlsx.MidStyle}
	switch {
	case r.Verdict == numbers.Unknown:
		verdict = xlsx.Cell{Value: "没有核", Style: xlsx.DimStyle}
	case r.Verdict == numbers.Broken && r.Note != "":
		verdict = xlsx.Cell{Value: "已说明", Style: xlsx.MidStyle}
	case r.Verdict == numbers.Broken:
		verdict = xlsx.Cell{Value: "不成立", Style: xlsx.AlarmStyle}
	}
	side := func(v numbers.Side) xlsx.Cell {
		if !v.Known {
			return xlsx.Cell{Value: "—", Style: xlsx.DimStyle}
		}
		return signs.Amount(numbers.Datum{State: numbers.Number, Amount: v.Amount})
	}
	label := r.Label
	if r.Department != "" {
		label += "（" + r.Department + "，" + r.Quarter.Short() + "）"
	}
	at := ruling.Numeral{Rule: r.Rule.ID, Scope: r.Scope}
	if !r.Quarter.IsZero() {
		at.Quarter = r.Quarter.String()
	}
	ruled := takeNumeral(s.Book, ruling.Explain, at)
	cells := []xlsx.Cell{{Value: r.Rule.ID, Style: xlsx.MidStyle}, {Value: severityWords[r.Rule.Severity], Style: xlsx.MidStyle}, {Value: label, Style: xlsx.LabelStyle}, {Value: r.Rule.Says, Style: xlsx.BodyStyle},
		side(r.Left), side(r.Right), side(numbers.Side{Amount: r.Difference(), Known: r.Left.Known && r.Right.Known}), verdict, {Value: r.Note, Style: xlsx.BodyStyle}}
	decides := s.numeral(at, ruled, ruling.CheckHidden)
	if !r.Rule.Explained && ruled == nil { // only numbers can mend it; what is typed here all the same is told so
		typed := len(ruling.NumeralTyped.Headings())
		for i := range decides[:typed] {
			decides[i] = xlsx.Cell{Style: book.OfficeShut}
		}
		if r.Verdict == numbers.Broken {
			decides[typed].Value = "必须成立，要改数"
		}
	}
	s.Row(append(cells, decides...)...)
}
