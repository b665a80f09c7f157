package progress

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

const (
	entryPoints  = 9
	entryPrinted = 7 // columns over which the line for the printer goes
	entryMost    = 72
	entryProof   = 11 // index of 佐证材料
	proofMost    = 52
)

// CommentHeading is the heading of one more column, where any cell was commented on.
const CommentHeading = "批注"

// entryHeads returns the headings of 明细.
func entryHeads(b *book.Book) []string {
	if !commented(b) {
		return book.EntryColumns
	}
	return append(slices.Clip(book.EntryColumns), CommentHeading)
}

// commented reports whether any entry has a comment.
func commented(b *book.Book) bool {
	return slices.ContainsFunc(b.Entries, func(e ledger.Entry) bool { return len(e.Row.Comments) > 0 })
}

// Entries writes 明细: one line for what one department says of one requirement in one
// quarter, whole, with the cell that it stands in.
func Entries(b *book.Book) {
	roles := readAsOf(b)
	s := &sheet{b.Start(book.EntriesSheet, xlsx.Paper{Title: book.EntriesSheet, Landscape: true, Head: [2]int{book.EntriesTop - 1, book.EntriesTop - 1}, Freeze: 1, Tab: "2E75B6"}, entryWidths(b, roles)...)}
	s.Put(30, []xlsx.Cell{{Value: "明细", Style: xlsx.TitleStyle}})
	s.OnScreen("打印请用“"+book.PrintSheet+"”", entryPrinted)
	s.Put(20, []xlsx.Cell{{Value: "一行是一个部门一个季度对一条要求的报送，文字与原表一致；没有认出用途的、台账没有单独一栏的（如责任人，括号里注明）在“其他栏目”里，不对外公开。点“单元格”打开原表，点“行账”看这一行的去向；文字太长显示不全的，点中后在编辑栏里看全文。", Style: xlsx.NoteStyle}})
	headings := entryHeads(b)
	s.Heading(xlsx.Heads(headings...))
	for i := range b.Entries {
		cells := s.entry(&b.Entries[i], roles)
		if len(headings) > len(book.EntryColumns) {
			cells = append(cells, xlsx.Cell{Text: comments(&b.Entries[i]), Style: xlsx.BodyStyle.Small()})
		}
		s.Row(cells...)
	}
	if len(b.Entries) == 0 {
		s.Row(xlsx.Cell{Value: "没有并入的条目。", Style: xlsx.MidStyle, Span: len(headings)})
	} else {
		s.Table("明细表", book.EntriesTop-1, headings)
	}
	s.Close()
}

// entryWidths makes the columns of long texts wide enough for the longest of them.
func entryWidths(b *book.Book, roles readAs) []float64 {
	w := []float64{6, 16, 30, 16, 10, 10, 9, 11, 9, 44, 15, 24, 24, 24, 16, 20, 12, 7, 24, 11, 9, 11}
	if commented(b) {
		w = append(w, 24)
	}
	long := map[int]func(*ledger.Entry) string{
		9:  func(e *ledger.Entry) string { return e.Row.Progress.Value },
		11: func(e *ledger.Entry) string { return evidence(e) },
		12: func(e *ledger.Entry) string { return e.Row.Problems.Value },
		13: func(e *ledger.Entry) string { return e.Row.NextSteps.Value },
		14: func(e *ledger.Entry) string { return e.Row.Remarks.Value },
		15: roles.others,
	}
	for col, text := range long {
		var texts []string
		for i := range b.Entries {
			said := text(&b.Entries[i])
			if said == "" {
				continue
			}
			if s := b.Shown(said); s != "" {
				texts = append(texts, s)
			}
		}
		if len(texts) == 0 {
			w[col] = 10
		}
		w[col] = fit.Width(texts, entryPoints, w[col], entryMost)
	}
	for i := range b.Entries {
		if e := &b.Entries[i]; !proof(e).None() {
			w[entryProof] = max(w[entryProof], min(fit.WidthOf(evidence(e), entryPoints), proofMost))
		}
	}
	return w
}

func evidence(e *ledger.Entry) string {
	if len(e.Row.Evidence) == 1 {
		return e.Row.Evidence[0].Value
	}
	var list []string
	for _, v := range e.Row.Evidence {
		list = append(list, v.Value)
	}
	return strings.Join(list, "\n")
}

// proof is the link of an evidence that is one web address and nothing else.
func proof(e *ledger.Entry) xlsx.Target {
	if len(e.Row.Evidence) != 1 {
		return xlsx.Target{}
	}
	return xlsx.Web(e.Row.Evidence[0].Value)
}

func (s *sheet) entry(e *ledger.Entry, roles readAs) []xlsx.Cell {
	text, word := xlsx.BodyStyle.Small(), xlsx.WordStyle.Small()
	r := s.Requirement(e.Requirement)
	at := book.Spot(e)
	said := e.Row.Status.Said
	evident := xlsx.Cell{Text: evidence(e), Style: text}
	// Some programs don't wrap what is linked; a link that is cut would be worse than none.
	if url := proof(e); !url.None() && fit.Lines(evidence(e), fit.Room(s.Widths[entryProof], entryPoints)) == 1 {
		evident.Style, evident.Link = text.Linked(), url
	}
	status := signs.StatusStyle(e.Row.Status.Value).Small()
	if e.Row.Status.Value == "" {
		status = word
	}
	s.Spare = append(s.Spare[:0], []xlsx.Cell{
		{Value: e.Requirement, Style: xlsx.OrderStyle.Small()},
		{Text: s.Task(r.Task).Title.Value, Style: text},
		{Text: r.Text.Value, Style: text},
		{Text: e.Department, Style: text},
		{Text: e.Role.Label(), Style: word},
		{Text: e.Quarter.Short(), Style: word},
		{Text: e.Row.Status.Value.Label(), Style: status},
		{Text: said, Style: word},
		percentage(e.Row.Percent, word),
		{Text: e.Row.Progress.Value, Style: text},
		completedOn(e, word),
		evident,
		{Text: e.Row.Problems.Value, Style: text},
		{Text: e.Row.NextSteps.Value, Style: text},
		{Text: e.Row.Remarks.Value, Style: text},
		{Text: roles.others(e), Style: text},
		{Text: matchWord(e.Match), Style: word},
		{Value: book.Share(e.Match.Score * 100), Style: xlsx.Style{Frame: true, Align: "center", Size: 9, Format: "0%"}},
		{Text: at.File(), Style: text},
		{Text: at.Sheet(), Style: text},
		s.Opening(at, word),
		s.Account(book.RowsTop+e.Account, word),
	}...)
	return s.Spare
}

// completedOn is the day, or the words of a row that names no day: 3月.
func completedOn(e *ledger.Entry, k xlsx.Style) xlsx.Cell {
	day, known := e.Row.DoneOn()
	if known || day.IsZero() {
		return xlsx.Cell{Value: day, Style: k}
	}
	said := e.Row.CompletedOn.Said
	if _, words, ok := period.FindDate(said, day.Year); ok {
		said = words
	}
	return xlsx.Cell{Text: finding.Brief(said), Style: k}
}

func percentage(p grid.Read[float64], k xlsx.Style) xlsx.Cell {
	if !p.Given() {
		return xlsx.Cell{Style: k}
	}
	k.Format = "0%"
	if p.Value != float64(int(p.Value)) {
		k.Format = xlsx.ShareFormat
	}
	return xlsx.Cell{Value: p.Value / 100, Style: k}
}

func matchWord(m ledger.Match) string {
	switch m.By {
	case "key":
		return "报送表编号"
	case "number_text":
		return "序号和文字"
	case "text":
		return "文字"
	case "likeness":
		return "文字相近"
	case "number":
		return "序号"
	case "short":
		return "简称"
	case "ruling":
		if m.As != (finding.Place{}) {
			return "核定（与 " + m.As.String() + " 写法相同）"
		}
		return "核定"
	}
	return m.By
}
