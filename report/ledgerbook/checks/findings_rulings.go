package checks

import (
	"fmt"

	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

const incompleteFill = "F4B183"

// ruleFindings holds the ruling columns of 待核对, which begin at the column typed, to
// their lists. What a line may choose hangs on its kind, which moves along when the lines
// are sorted. A choice that still lacks its item or its status is marked.
func (s *sheet) ruleFindings(typed, kind, first, last int) {
	words := ruling.LineTyped.Headings()
	at := func(word string) int { return typed + book.ColumnOf(words, word) }
	choice, item, status := at("核定"), at("按第几项"), at("采用状态")
	n := max(len(s.Plan.Requirements), 1)
	s.Validate(xlsx.Validation{Ref: xlsx.Area(choice, first, choice, last), Title: "核定", Input: "从列表中选；选完再填右边的项次或状态，写明理由和姓名。各项的意思见“说明”。",
		Error: "请从列表中选。没有列表的，这一行不能核定。", Allowed: xlsx.OneFrom(fmt.Sprintf(`INDIRECT("核定_"&$%s%d)`, xlsx.Letter(kind), first))})
	s.Validate(xlsx.Validation{Ref: xlsx.Area(item, first, item, last), Title: "按第几项", Input: fmt.Sprintf("只填数字，即“总台账”第一栏的项次，1至%d。", n),
		Error: fmt.Sprintf("请填1至%d的整数。", n), Allowed: xlsx.WholeNumber(1, n)})
	s.Validate(xlsx.Validation{Ref: xlsx.Area(status, first, status, last), Title: "采用状态", Error: "请从列表中选一种状态。", Allowed: xlsx.OneOf(signs.StatusWords()...)})
	s.markIncomplete(choice, item, status, first, last)
}

func (s *sheet) markIncomplete(choice, item, status, first, last int) {
	mark := s.NewConditional("", incompleteFill)
	c, i, st := xlsx.Letter(choice), xlsx.Letter(item), xlsx.Letter(status)
	for _, m := range []struct {
		col       int
		condition string
	}{
		{item, fmt.Sprintf(`AND($%s%d="%s",$%s%d="")`, c, first, ruling.Place.Label(), i, first)},
		{status, fmt.Sprintf(`AND($%s%d="%s",$%s%d="")`, c, first, ruling.Take.Label(), st, first)},
		{choice, fmt.Sprintf(`AND($%s%d="",OR($%s%d<>"",$%s%d<>""))`, c, first, i, first, st, first)},
	} {
		s.When(xlsx.Area(m.col, first, m.col, last), m.condition, mark)
	}
}
