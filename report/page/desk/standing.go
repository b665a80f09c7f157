package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"taizhang/importer/period"
	"taizhang/report/page/questions"
)

// Standing is how far a year is, in a word for the head of every screen.
type Standing struct{ Kind, Sign, Word string }

// Standing says how far the outputs are: a quarter that was made final stays so whatever is built, and
// nothing can be ready or a draft that was never built.
func (y *Year) Standing(s *questions.Reading) Standing {
	final, on := y.LastFinal(s)
	draft := s.Ledger.Pending().Draft()
	now := Standing{"final", "◆", "可定稿"}
	switch {
	case final == s.Ledger.AsOf && !draft:
		return Standing{"final", "✓", final.Short() + "已定稿" + OfDay(on, s.Ledger.Year)}
	case !y.Built():
		now = Standing{"none", "○", "还没有生成"}
	case draft:
		now = Standing{"draft", "◇", "草稿"}
	}
	if !final.IsZero() {
		now.Word += " · " + final.Short() + "已定稿"
	}
	return now
}

// LastFinal is the last quarter that was made final, with the day of it; zero for none.
func (y *Year) LastFinal(s *questions.Reading) (last period.Quarter, on string) {
	for _, q := range s.Ledger.AsOf.Until() {
		if day, closed := y.ClosedOn(s, q); closed {
			last, on = q, day
		}
	}
	return last, on
}

// OfDay shows a day in brackets, without the year where that is plain; "" for none.
func OfDay(on string, year int) string {
	if on == "" {
		return ""
	}
	return "（" + strings.TrimPrefix(on, fmt.Sprintf("%d年", year)) + "）"
}

// Built reports whether outputs lie there, of whatever build.
func (y *Year) Built() bool {
	_, err := os.Stat(filepath.Join(y.Out, "台账.xlsx"))
	return err == nil
}
