package book

import (
	"fmt"
	"strings"

	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/templates/tables"
)

// Sheets of the numbers of the annual report; they are there where anybody has given a number.
const (
	numbersSheet = ruling.NumbersSheet
	rulesSheet   = ruling.RulesSheet
)

// amountLook shows a number with as many decimals as it has.
var amountLook = look{frame: true, align: "center", middle: true}

// hasNumbers reports whether anybody has given a number, or the office decided on one.
func (b *book) hasNumbers() bool { return b.Numbers != nil && (b.Numbers.Any() || b.where.numeric) }

// numbers writes the numbers of the annual report: where each comes from, the official tables, and
// what the rules say.
func (b *book) numbers() {
	if !b.hasNumbers() {
		return
	}
	b.numberSources()
	for i := range b.Numbers.Form.Tables {
		b.officialTable(i)
	}
	b.ruleResults()
}

// numberSources writes 年报数据: a line a number and department, the quarters side by side with a
// link to each cell, and the sum.
func (b *book) numberSources() {
	quarters := b.until()
	widths := []float64{24, 40, 8, 9, 20}
	for range quarters {
		widths = append(widths, 13)
	}
	widths = append(widths, 13, 46)
	widths = append(widths, numeralWidths...)
	shown := len(widths)
	for range ruling.FigureHidden {
		widths = append(widths, 9)
	}
	s := b.sheet(numbersSheet, page{title: numbersSheet, landscape: true, head: [2]int{4, 4}, freeze: 2, tab: "548235"}, widths...)
	s.hide(func(col int) bool { return col > shown })
	s.put(30, []cell{{value: "年报数据", look: titleLook}})
	s.put(20, []cell{{value: "表式：" + b.Numbers.Form.Title + "。一行一个部门，点数字可打开来源单元格；没有部门报过的指标不列。", look: noteLook}})
	s.put(20, []cell{{value: "合计按指标的汇总方式算：流量各季相加，存量取最后一季，归口指标只取一个部门；填报的合计、被替换的数写在“不计的数”里。数有争议的，在合计行的黄色各栏核定。", look: noteLook}})
	head := heads("编号", "指标", "单位", "汇总", "部门")
	for _, q := range quarters {
		head = append(head, cell{value: q.Short(), look: headLook})
	}
	s.heading(append(append(head, heads("合计", "不计的数")...), numeralHeads(ruling.FigureHidden)...))
	for i := range b.Numbers.Figures {
		s.numberLines(&b.Numbers.Figures[i], quarters)
	}
	s.strayNumerals(ruling.Fix, ruling.FigureHidden, len(head)+2)
	if s.next > 5 {
		s.filter(area(1, 4, len(widths), s.next-1))
	}
	s.close()
}

// numberLines writes the departments of a number and its sum.
func (s *sheet) numberLines(f *numbers.Figure, quarters []period.Quarter) {
	ind := &s.Numbers.Form.Indicators()[f.Indicator]
	ruled := s.where.takeNumeral(ruling.Fix, ruling.Numeral{Indicator: ind.ID})
	if len(f.Parts) == 0 && ruled == nil {
		return
	}
	var who []string
	by := map[string][]*numbers.Part{}
	for i := range f.Parts {
		p := &f.Parts[i]
		if by[p.Department] == nil {
			who = append(who, p.Department)
		}
		by[p.Department] = append(by[p.Department], p)
	}
	lead := []cell{{value: ind.ID, look: labelLook}, {value: ind.Label, look: labelLook}, {value: ind.Unit, look: midLook}, {value: string(ind.Sum), look: midLook}}
	for _, d := range who {
		line := append(append([]cell{}, lead...), cell{value: d, look: labelLook})
		var beside []string
		for _, q := range quarters {
			c := cell{look: midLook}
			for _, p := range by[d] {
				if p.Quarter == q && (p.Counts || c.value == nil && p.Why != "填报的合计") {
					if c = s.amount(p.Datum()); p.Counts {
						break
					}
				}
			}
			for _, p := range by[d] {
				if p.Quarter == q {
					if p.Counts || c.link.none() {
						c.link = s.toFile(p.At)
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
		s.row(append(line, cell{look: midLook}, cell{value: strings.Join(beside, "；"), look: bodyLook})...)
	}
	sum := append(append([]cell{}, lead...), cell{value: "合计", look: labelLook})
	for range quarters {
		sum = append(sum, cell{look: midLook})
	}
	note := ""
	if f.Ruling != "" {
		note = "按办公室核定"
	}
	sum = append(sum, s.amount(f.Datum), cell{value: note, look: bodyLook})
	s.row(append(sum, s.numeral(ruling.Numeral{Indicator: ind.ID}, ruled, ruling.FigureHidden)...)...)
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

// amount is a number as a cell, or the word for what stands in its place.
func (s *sheet) amount(d numbers.Datum) cell {
	switch d.State {
	case numbers.Number, numbers.Zero:
		if d.Amount.Decimals() == 0 {
			return cell{value: int(d.Amount.Float()), look: amountLook}
		}
		return cell{value: d.Amount.Float(), look: amountLook}
	case numbers.Absent:
		return cell{value: "/", look: amountLook}
	case numbers.Blank:
		return cell{value: "待报", look: alarmLook}
	case numbers.Text, numbers.Conflict:
		return cell{value: "待核", look: alarmLook}
	}
	return cell{look: amountLook}
}

// tableName is what the sheet of an official table is called.
func tableName(t *tables.Table) string {
	if t.Section != "" {
		return "表" + t.Section
	}
	return clip("附表 "+t.Title, 31)
}

// clip shortens a sheet's name to what a spreadsheet takes, and takes out what it doesn't.
func clip(s string, most int) string {
	r := []rune(strings.NewReplacer(":", "", "\\", "", "/", "", "?", "", "*", "", "[", "", "]", "", "'", "").Replace(s))
	return string(r[:min(len(r), most)])
}

// officialTable writes a table as the form lays it out, ready to be copied: nothing stands above or
// beside it.
func (b *book) officialTable(i int) {
	t := &b.Numbers.Form.Tables[i]
	widths := make([]float64, t.Width)
	for c := range widths {
		widths[c] = 13
		if c == 0 || c < 3 && len(t.Columns) > 0 && t.Width > 8 && t.Section == "三" {
			widths[c] = 18
		}
	}
	s := b.sheet(tableName(t), page{title: t.Title, landscape: true, tab: "548235"}, widths...)
	if s.err != nil {
		return
	}
	covered := map[[2]int]bool{}
	for row, line := range t.Layout {
		cells := make([]cell, t.Width)
		for c := range cells {
			cells[c] = cell{look: midLook}
		}
		for _, c := range line {
			for k := range c.Rows {
				for m := range c.Cols {
					covered[[2]int{c.Row + k, c.Col + m}] = true
				}
			}
			at := cell{value: c.Text, look: midLook, tall: c.Rows > 1}
			if c.Indicator >= 0 {
				at = s.amount(b.Numbers.Figures[c.Indicator].Datum)
			}
			cells[c.Col-1] = at
		}
		s.put(max(s.height(cells), 20), cells)
		for _, c := range line {
			if (c.Rows > 1 || c.Cols > 1) && s.err == nil {
				s.check(s.out.MergeCell(name(c.Col, row+1), name(c.Col+c.Cols-1, row+c.Rows)))
			}
		}
	}
	for _, note := range b.tableNotes(i) {
		s.row(cell{value: note, look: look{}, span: t.Width})
	}
	s.close()
}

// tableNotes are the explanations that are printed below a table.
func (b *book) tableNotes(table int) (notes []string) {
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
func (b *book) ruleResults() {
	widths := append([]float64{8, 8, 24, 44, 13, 13, 12, 12, 40}, numeralWidths...)
	shown := len(widths)
	for range ruling.CheckHidden {
		widths = append(widths, 9)
	}
	s := b.sheet(rulesSheet, page{title: rulesSheet, landscape: true, head: [2]int{3, 3}, tab: "548235"}, widths...)
	s.hide(func(col int) bool { return col > shown })
	held, open := 0, 0
	for _, r := range b.Numbers.Results {
		switch r.Verdict {
		case numbers.Broken:
			held++
		case numbers.Unknown:
			open++
		}
	}
	s.put(30, []cell{{value: "勾稽核对", look: titleLook}})
	s.put(20, []cell{{value: fmt.Sprintf("共核对 %d 处：成立 %d 处，不成立 %d 处，数不全、没有核的 %d 处。", len(b.Numbers.Results), len(b.Numbers.Results)-held-open, held, open), look: noteLook}})
	head := heads("规则", "轻重", "范围", "内容", "左边", "右边", "差", "结论", "说明")
	s.heading(append(head, numeralHeads(ruling.CheckHidden)...))
	for i := range b.Numbers.Results {
		s.ruleRow(&b.Numbers.Results[i])
	}
	s.strayNumerals(ruling.Explain, ruling.CheckHidden, len(head))
	s.filter(area(1, 3, len(widths), max(s.next-1, 3)))
	s.close()
}

var severityWords = map[tables.Severity]string{tables.Must: "强制", tables.Look: "核实", tables.Say: "提示"}

func (s *sheet) ruleRow(r *numbers.Result) {
	verdict := cell{value: "成立", look: midLook}
	switch {
	case r.Verdict == numbers.Unknown:
		verdict = cell{value: "没有核", look: dimLook}
	case r.Verdict == numbers.Broken && r.Note != "":
		verdict = cell{value: "已说明", look: midLook}
	case r.Verdict == numbers.Broken:
		verdict = cell{value: "不成立", look: alarmLook}
	}
	side := func(v numbers.Side) cell {
		if !v.Known {
			return cell{value: "—", look: dimLook}
		}
		return s.amount(numbers.Datum{State: numbers.Number, Amount: v.Amount})
	}
	label := r.Label
	if r.Department != "" {
		label += "（" + r.Department + "，" + r.Quarter.Short() + "）"
	}
	at := ruling.Numeral{Rule: r.Rule.ID, Scope: r.Scope}
	if !r.Quarter.IsZero() {
		at.Quarter = r.Quarter.String()
	}
	ruled := s.where.takeNumeral(ruling.Explain, at)
	cells := []cell{{value: r.Rule.ID, look: midLook}, {value: severityWords[r.Rule.Severity], look: midLook}, {value: label, look: labelLook}, {value: r.Rule.Says, look: bodyLook},
		side(r.Left), side(r.Right), side(numbers.Side{Amount: r.Difference(), Known: r.Left.Known && r.Right.Known}), verdict, {value: r.Note, look: bodyLook}}
	if !r.Rule.Explained && ruled == nil { // only numbers can mend it
		s.row(cells...)
		return
	}
	s.row(append(cells, s.numeral(at, ruled, ruling.CheckHidden)...)...)
}
