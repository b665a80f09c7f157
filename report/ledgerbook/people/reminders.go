package people

import (
	"slices"
	"strconv"

	"taizhang/report/ledgerbook/book"
	"taizhang/report/letters"
	"taizhang/report/xlsx"
	"taizhang/templates/forms"
)

// dayColumn is where 催报 says on which day a text is sent; without a deadline nobody knows one.
const dayColumn = 5

const (
	remindersHead = 3
	mostPrinted   = 60 // texts; of more those to the group go on paper, as each is there to be sent
)

// Reminders writes 催报: the texts that ask for what is missing, each with its day.
func Reminders(b *book.Book) {
	words := &forms.Default().Urge
	list := letters.Reminders(b.Ledger)
	dated := slices.ContainsFunc(list, func(r letters.Reminder) bool { return !r.On.IsZero() }) || len(list) == 0
	if !dated {
		words = words.Without()
	}
	s := &sheet{b.Start(book.RemindersSheet, xlsx.Paper{Title: words.Title, Landscape: true, Head: [2]int{remindersHead, remindersHead}, Freeze: 2, Tab: "C55A11"}, 11, 18, 14, 12, 15, 82)}
	s.Put(30, []xlsx.Cell{{Value: words.Title, Style: xlsx.TitleStyle}})
	days := func(i int) string { return strconv.Itoa(max(words.Days[i], -words.Days[i])) }
	note := forms.Fill(words.Note, "提前", days(0), "一", days(2), "二", days(3), "三", days(4))
	printed := len(list)
	if group := slices.IndexFunc(list, func(r letters.Reminder) bool { return r.To != words.Group }); printed > mostPrinted && group > 0 {
		printed = group
		note += forms.Fill(words.Printed, "季度", list[0].Quarter.Short())
	}
	s.Note(note, len(words.Columns))
	s.Hide(func(col int) bool { return !dated && col == dayColumn })
	s.Heading(xlsx.Heads(words.Columns...))
	for _, r := range list {
		text := xlsx.BodyStyle
		if r.To == words.Group {
			text.Fill = "DDEBF7"
		}
		k := text
		k.Bold = r.To == words.Group
		word := k
		word.Align = "center"
		day := word
		day.Format = xlsx.DayFormat
		to := r.To
		if r.Parts > 1 {
			to += forms.Fill(words.Part, "第", strconv.Itoa(r.Part), "共", strconv.Itoa(r.Parts))
		}
		s.Row(xlsx.Cell{Value: r.Quarter.Short(), Style: word}, xlsx.Cell{Value: to, Style: k}, xlsx.Cell{Value: r.State, Style: word},
			xlsx.Cell{Value: r.When, Style: word}, xlsx.Cell{Value: r.On, Style: day}, xlsx.Cell{Value: r.Text, Style: text})
	}
	if len(list) == 0 {
		s.Row(xlsx.Cell{Value: words.None, Style: xlsx.MidStyle, Span: len(words.Columns)})
	} else {
		s.Filter(xlsx.Area(1, remindersHead, len(words.Columns), s.Next-1))
		if printed < len(list) {
			s.Print(len(words.Columns), remindersHead+printed)
		}
	}
	s.Close()
}
