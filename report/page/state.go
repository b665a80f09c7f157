package page

import (
	"os"
	"path/filepath"
	"strings"

	"taizhang/importer/period"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// standing is how far a year is, in a word for the head of every screen.
type standing struct{ Kind, Sign, Word string }

// standingOf says how far the outputs are: a quarter that was made final stays so whatever is built, and
// nothing can be ready or a draft that was never built.
func standingOf(y *desk.Year, s *questions.Reading) standing {
	final, on := lastFinal(y, s)
	draft := s.Ledger.Pending().Draft()
	now := standing{"final", "◆", "可定稿"}
	switch {
	case final == s.Ledger.AsOf && !draft:
		return standing{"final", "✓", final.Short() + "已定稿" + ofDay(on, s.Ledger.Year)}
	case !built(y):
		now = standing{"none", "○", "还没有生成"}
	case draft:
		now = standing{"draft", "◇", "草稿"}
	}
	if !final.IsZero() {
		now.Word += " · " + final.Short() + "已定稿"
	}
	return now
}

// lastFinal is the last quarter that was made final, with the day of it; zero for none.
func lastFinal(y *desk.Year, s *questions.Reading) (last period.Quarter, on string) {
	for _, q := range s.Ledger.AsOf.Until() {
		if day, closed := y.ClosedOn(s, q); closed {
			last, on = q, day
		}
	}
	return last, on
}

// ofDay shows a day in brackets, without the year where that is plain; "" for none.
func ofDay(on string, year int) string {
	if on == "" {
		return ""
	}
	return "（" + strings.TrimPrefix(on, yearName(year)) + "）"
}

// built reports whether outputs lie there, of whatever build.
func built(y *desk.Year) bool {
	_, err := os.Stat(filepath.Join(y.Out, "台账.xlsx"))
	return err == nil
}
