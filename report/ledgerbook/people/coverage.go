package people

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
)

// CoverageTop is the first line of 报送情况 below its headings.
const CoverageTop = 5

// Coverage writes 报送情况: departments down, quarters across, then who is to be reminded.
func Coverage(b *book.Book) {
	quarters := b.Until()
	widths := []float64{20, 9}
	for range quarters {
		widths = append(widths, 11, 14)
	}
	widths = append(widths, 6, 6)
	shown := len(widths)
	widths = append(widths, 9)
	s := &sheet{b.Start(book.CoverageSheet, xlsx.Paper{Title: book.CoverageSheet, Landscape: true, Head: [2]int{3, 4}, Freeze: 1, Tab: "548235"}, widths...)}
	s.Hide(func(col int) bool { return col > shown })
	s.Put(30, []xlsx.Cell{{Value: "报送情况", Style: xlsx.TitleStyle}})
	open := ""
	if slices.ContainsFunc(b.Coverage, func(c ledger.Coverage) bool { return c.State == ledger.Undated && c.Due.IsZero() }) {
		open = "没有设报送截止日的、日期不详的、"
	}
	s.Note("应报＝按时＋迟报＋"+s.UndatedWord()+"（含"+open+"已交而未能读取的）＋未报送。收到日期取报表上的填报日期，没有的取报送登记；文件的修改时间不作数。", shown)
	s.coverageHead(quarters)
	for _, d := range b.Departments {
		s.Row(s.coverageOf(d.Name, string(d.Kind), quarters)...)
	}
	if last := s.Next - 1; last >= CoverageTop {
		s.coverageTotals(quarters, last)
	}
	s.closings(quarters)
	s.Close()
}

func (s *sheet) coverageHead(quarters []period.Quarter) {
	upper := []xlsx.Cell{{Value: "部门", Style: xlsx.HeadStyle, Tall: true}, {Value: "类别", Style: xlsx.HeadStyle, Tall: true}}
	lower := []xlsx.Cell{{Style: xlsx.HeadStyle}, {Style: xlsx.HeadStyle}}
	for _, q := range quarters {
		word := q.Short()
		if due := deadline(s.Book, q); !due.IsZero() {
			word += "\n（截止" + due.Label() + "）"
		} else if s.open(q) {
			word += "\n（未设截止日）"
		}
		upper = append(upper, xlsx.Cell{Value: word, Style: xlsx.HeadStyle, Span: 2})
		lower = append(lower, xlsx.Cell{Value: "情况", Style: xlsx.HeadStyle}, xlsx.Cell{Value: "收到日期", Style: xlsx.HeadStyle})
	}
	upper = append(upper, xlsx.Cell{Value: "应报", Style: xlsx.HeadStyle, Tall: true}, xlsx.Cell{Value: "已报", Style: xlsx.HeadStyle, Tall: true})
	lower = append(lower, xlsx.Cell{Style: xlsx.HeadStyle}, xlsx.Cell{Style: xlsx.HeadStyle})
	top := s.Heading(upper)
	s.Heading(lower)
	for _, col := range []int{1, 2, len(upper) + len(quarters) - 1, len(upper) + len(quarters)} {
		s.MergeDown(col, top, top+1)
	}
}

// deadline is the last day on which a return of the quarter is on time.
func deadline(b *book.Book, q period.Quarter) period.Date {
	for _, c := range b.Coverage {
		if c.Quarter == q && !c.Due.IsZero() {
			return c.Due
		}
	}
	return period.Date{}
}

// open reports whether a return of the quarter came that can't be judged, as no deadline is set.
func (s *sheet) open(q period.Quarter) bool {
	return slices.ContainsFunc(s.Coverage, func(c ledger.Coverage) bool { return c.Quarter == q && c.State == ledger.Undated && c.Due.IsZero() })
}

func undue(c ledger.Coverage) bool {
	return c.State == ledger.Undated && c.Due.IsZero() && !c.ReceivedOn.IsZero()
}

func (s *sheet) coverageOf(department, kind string, quarters []period.Quarter) []xlsx.Cell {
	cells := []xlsx.Cell{{Value: department, Style: xlsx.LabelStyle}, {Value: kind, Style: xlsx.MidStyle}}
	states := map[period.Quarter]ledger.Coverage{}
	for i := range s.Coverage {
		if c := &s.Coverage[i]; c.Department == department {
			states[c.Quarter] = *c
		}
	}
	for _, q := range quarters {
		c, ok := states[q]
		if !ok {
			c.State = ledger.NotExpected
		}
		cells = append(cells, xlsx.Cell{Value: stateWord(c), Style: stateStyle(c.State)}, xlsx.Cell{Value: c.ReceivedOn, Style: xlsx.MidStyle})
	}
	line := xlsx.Area(3, s.Next, 2+2*len(quarters), s.Next)
	var r ledger.Receipts
	for i := range s.ByDepartment {
		if d := &s.ByDepartment[i]; d.Department.Name == department {
			r = d.Returns
		}
	}
	reported := book.CountIf(line, "按时") + "+" + book.CountIf(line, "迟报*") + "+" + book.CountIf(line, "已报送") + "+" + book.CountIf(line, undated) + "+" + book.CountIf(line, unreadable)
	return append(cells,
		xlsx.Cell{Value: r.Expected, Style: xlsx.CountStyle, Formula: reported + "+" + book.CountIf(line, "未报送")},
		xlsx.Cell{Value: r.Reported, Style: xlsx.CountStyle, Formula: reported})
}

// unreadable is what a return is called that came and could not be read.
var unreadable = ledger.Unreadable.Label()

// undated is what a return is called that came and whose date nobody knows.
const undated = "日期不详"

// stateWord is how a return stands; that no deadline is set says the heading of its quarter.
func stateWord(c ledger.Coverage) string {
	switch {
	case c.State == ledger.Late && c.LateDays > 0:
		return fmt.Sprintf("迟报%d天", c.LateDays)
	case undue(c):
		return "已报送"
	case c.State == ledger.Undated:
		return undated
	}
	return c.Word()
}

func stateStyle(s ledger.CoverageState) xlsx.Style {
	k := xlsx.MidStyle
	switch s {
	case ledger.OnTime:
		k.Fill = "B7DDA0"
	case ledger.Late:
		k.Fill, k.Bold = "FFE699", true
	case ledger.Missing:
		k.Fill, k.Bold, k.Color = "DCCFEA", true, "4B2A7B" // as 未报 in the other sheets
	case ledger.Unreadable:
		k.Fill, k.Bold = "F8CBAD", true
	case ledger.NotExpected:
		k.Color = xlsx.Grey
	}
	return k
}

// coverageTotals closes the table with a quarter's sums, as formulas over the words above.
func (s *sheet) coverageTotals(quarters []period.Quarter, last int) {
	rows := []struct {
		word  string
		terms []string
		count func(ledger.Receipts) int
	}{
		{"应报", []string{"按时", "迟报*", "已报送", undated, unreadable, "未报送"}, func(r ledger.Receipts) int { return r.Expected }},
		{"已报", []string{"按时", "迟报*", "已报送", undated, unreadable}, func(r ledger.Receipts) int { return r.Reported }},
		{"其中：按时", []string{"按时"}, func(r ledger.Receipts) int { return r.OnTime }},
		{"　　　迟报", []string{"迟报*"}, func(r ledger.Receipts) int { return r.Late }},
		{"　　　" + s.UndatedWord(), []string{"已报送", undated, unreadable}, func(r ledger.Receipts) int { return r.Undated }},
		{"未报送", []string{"未报送"}, func(r ledger.Receipts) int { return r.Missing }},
	}
	left := xlsx.TotalStyle
	left.Align = "left"
	for _, row := range rows {
		cells := []xlsx.Cell{{Value: row.word, Style: left, Span: 2}}
		year, sum := ledger.Receipts{}, []string(nil)
		for i, q := range quarters {
			ref := xlsx.Area(3+2*i, CoverageTop, 3+2*i, last)
			var terms []string
			for _, term := range row.terms {
				terms = append(terms, book.CountIf(ref, term))
			}
			r := receipts(s.Book, q)
			year, sum = add(year, r), append(sum, xlsx.Name(3+2*i, s.Next))
			cells = append(cells, xlsx.Cell{Value: row.count(r), Style: xlsx.TotalStyle, Formula: strings.Join(terms, "+"), Span: 2})
		}
		cells = append(cells, xlsx.Cell{Value: row.count(year), Style: xlsx.TotalStyle, Formula: strings.Join(sum, "+"), Span: 2})
		s.Row(cells...)
	}
}

func receipts(b *book.Book, q period.Quarter) ledger.Receipts {
	for _, t := range b.Quarters {
		if t.Quarter == q {
			return t.Returns
		}
	}
	return ledger.Receipts{}
}

func add(a, b ledger.Receipts) ledger.Receipts {
	return ledger.Receipts{Expected: a.Expected + b.Expected, Reported: a.Reported + b.Reported, OnTime: a.OnTime + b.OnTime,
		Late: a.Late + b.Late, Undated: a.Undated + b.Undated, Missing: a.Missing + b.Missing}
}

// closings is the row in which the office makes a quarter final.
func (s *sheet) closings(quarters []period.Quarter) {
	cells := []xlsx.Cell{{Value: ruling.CloseRow, Style: book.OfficeHead, Span: 2}}
	var marks []ruling.Closing
	for _, q := range quarters {
		c := ruling.Closing{Quarter: q.String()}
		shown := s.Where.Closed[c.Quarter]
		if shown != nil {
			c.Said = shown.Closing().Said
		}
		c.Mark = s.Mark(shown, []string{c.Said})
		marks = append(marks, c)
		cells = append(cells, xlsx.Cell{Value: c.Said, Style: book.OfficeWord, Span: 2})
	}
	cells = append(cells, xlsx.Cell{Style: xlsx.WordStyle, Span: 2}, xlsx.Cell{Value: ruling.Closings(marks), Style: book.KeyStyle})
	at := s.Row(cells...)
	for i, q := range quarters {
		s.Validate(xlsx.Validation{Ref: xlsx.Name(3+2*i, at), Title: ruling.CloseRow,
			Input: "填“" + ruling.CloseWord + "”，" + q.Short() + "就此定稿：以后才来的、改过的报表都先不并入，列在“待核对”里等办公室核定。清空就是撤销。",
			Error: "请填“" + ruling.CloseWord + "”，或者清空。", Allowed: xlsx.OneOf(ruling.CloseWord)})
	}
}
