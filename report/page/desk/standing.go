package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"taizhang/importer/period"
	"taizhang/report/page/questions"
)

// Standing is how far a year is, in a word for the head of every screen. Headings says beside it that headings
// wait for an answer; "" where none does, and where the word claims nothing that they could change.
type Standing struct{ Kind, Sign, Word, Headings string }

// Standing says how far the outputs are: a quarter that was made final stays so whatever is built, and
// nothing can be ready or a draft that was never built.
func (y *Year) Standing(s *questions.Reading) Standing {
	final, on := y.LastFinal(s)
	draft := s.Ledger.Pending().Draft()
	now := Standing{Kind: "final", Sign: "◆", Word: "可定稿"}
	switch {
	case final == s.Ledger.AsOf && !draft:
		return Standing{"final", "✓", final.Short() + "已定稿" + OfDay(on, s.Ledger.Year), y.HeadingsWait(s)}
	case !y.Built():
		now = Standing{Kind: "none", Sign: "○", Word: "还没有生成"}
	case draft:
		now = Standing{Kind: "draft", Sign: "◇", Word: "草稿"}
	default:
		now.Headings = y.HeadingsWait(s)
		if waits := y.ChecksWait(s); waits != "" {
			now.Word += " · " + waits
		}
		if waits := y.datesWait(s); waits != "" {
			now.Word += " · " + waits
		}
	}
	if !final.IsZero() {
		now.Word += " · " + final.Short() + "已定稿"
	}
	return now
}

// HeadingsWait says how many headings wait for an answer, "" for none: what stands below them may be a status or a
// department that is not read, and no question of 核对 tells of it.
func (y *Year) HeadingsWait(s *questions.Reading) string {
	if n := len(y.Doubtful(s)); n > 0 {
		return fmt.Sprintf("认表还有%d处没有答", n)
	}
	return ""
}

// ChecksWait says how many questions can still be looked into although none of them keeps the outputs a draft, ""
// for none.
func (y *Year) ChecksWait(s *questions.Reading) string {
	if n := len(y.Asked(s)); n > 0 {
		return fmt.Sprintf("还有%d处可核实", n)
	}
	return ""
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
