// Package collect says how far the collecting of returns is: which quarter is collected, whose forms are out, who
// owes what, and where the texts are that ask for it.
package collect

import (
	"path/filepath"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/letters"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// Quarter is the one whose returns are being collected: the first that is not final, has no later one with
// returns, and is not over. Where all are done with, it is the last of those that are not final.
func Quarter(y *desk.Year, s *questions.Reading, today period.Date) period.Quarter {
	now := s.Quarter()
	last := period.Quarter{Year: s.Ledger.Year, N: 4}
	at := period.Quarter{}
	for _, q := range last.Until() {
		if _, closed := y.ClosedOn(s, q); closed {
			continue
		}
		if at = q; !q.Before(now) && !over(y, s, q, today) {
			return q
		}
	}
	if at.IsZero() {
		return last
	}
	return at
}

// over reports that nothing more is collected for a quarter although it was not made final. Where returns of it came,
// the next one's forms are out, and nobody's return is waited for or the next one has ended. Where nothing was done
// for it, something was for a later one. How late a year is begun says nothing: last quarters are made up in order.
func over(y *desk.Year, s *questions.Reading, q period.Quarter, today period.Date) bool {
	if q.N == 4 || q == s.Ledger.Plan.Settings.AsOf {
		return false
	}
	out := func(q period.Quarter) bool {
		return FormsIn(filepath.Join(y.Folder, FormsFolder, q.Short())) > 0
	}
	if ReceiptsOf(s.Ledger, q).Reported > 0 {
		owed, unread := OwedFor(y, s, q)
		return out(q.Next()) && (owed+unread == 0 || today.After(q.Next().Last()))
	}
	if out(q) {
		return false
	}
	for later := q.Next(); later.Year == q.Year; later = later.Next() {
		if out(later) {
			return true
		}
	}
	return false
}

// ReceiptsOf counts the returns of a quarter. Of one that the ledger has not come to nothing has come, and those are
// expected that get a form.
func ReceiptsOf(l *ledger.Ledger, q period.Quarter) ledger.Receipts {
	for _, t := range l.Quarters {
		if t.Quarter == q {
			return t.Returns
		}
	}
	n := len(letters.Forms(l, q))
	return ledger.Receipts{Expected: n, Missing: n}
}
