package page

import (
	"fmt"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// mostUndated is how many departments are named whose day is not known.
const mostUndated = 8

// undatedOf says whose returns came on a day that nobody knows, each name leading to where the day is set; of one
// quarter, or of all where it is zero. nil for none.
func undatedOf(y *desk.Year, s *questions.Reading, of period.Quarter) (said []questions.Piece) {
	var list []ledger.Coverage
	for _, c := range y.Undated(s) {
		if of.IsZero() || c.Quarter == of {
			list = append(list, c)
		}
	}
	for i, c := range list[:min(len(list), mostUndated)] {
		before, name := "、", c.Department
		if i == 0 {
			before = fmt.Sprintf("%d个部门的报表看不出哪天交的，分不清迟没迟（", len(list))
		}
		if of.IsZero() {
			name = c.Quarter.Short() + name
		}
		said = append(said, questions.Piece{Text: before}, questions.Piece{Text: name, Path: camePath(c.Department, c.Quarter)})
	}
	switch {
	case len(list) > mostUndated:
		said = append(said, questions.Piece{Text: "等）。点部门，写上哪天收到的"})
	case len(list) > 0:
		said = append(said, questions.Piece{Text: "）。点部门，写上哪天收到的"})
	}
	return said
}

// dayAsked is a return of which the day is not known, as the card of its file asks for it.
type dayAsked struct {
	Department string
	Quarter    period.Quarter
	Example    string
}

// daysAsked lists them for a file that was dropped: those that somebody can be held to once the day is known, and for
// which it can be written down.
func (p *Page) daysAsked(y *desk.Year, s *questions.Reading, file string) (list []dayAsked) {
	for _, c := range y.Undated(s) {
		for i := range s.Ledger.Returns {
			r := &s.Ledger.Returns[i]
			if r.File != file || r.Department != c.Department || r.Quarter != c.Quarter || !r.ReceivedOn.IsZero() {
				continue
			}
			if was, why := p.registered(y, s, &came{Department: c.Department, Quarter: c.Quarter}); was == "" && why == "" {
				list = append(list, dayAsked{c.Department, c.Quarter, exampleDay(c.Quarter)})
			}
			break
		}
	}
	return list
}

// exampleDay is a day on which a return of the quarter may come in.
func exampleDay(q period.Quarter) string {
	return fmt.Sprintf("%d年%d月8日", q.Year+q.N/4, 3*q.N%12+1)
}

// afterReceipt is where a day that was written down leads: the board where it was written there, else the light.
func afterReceipt(to string, of report.Receipt) string {
	if to == "board" {
		return fmt.Sprintf("/board?q=%d#drops", of.Quarter.N)
	}
	return camePath(of.Department, of.Quarter)
}
