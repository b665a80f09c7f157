package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// printed is what the outputs that lie there were made of, as far as that can be told: from which files,
// with which decisions, and what came of them.
type printed struct {
	stamp string // of 台账.json, "" where there is none
	files map[builtFile]bool
	sums
}

// sums are of what outputs are made of; closings, which change no number, are apart.
type sums struct{ all, closings string }

// Outdated reports outputs that a build would now write otherwise: something has come in, gone or been
// decided since. Outputs that there are not are not outdated.
func (y *Year) Outdated(s *questions.Reading) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.printed.stamp != "" && (y.decided-s.Decided > y.closedAfter(s) || y.printed.all != y.sums.all)
}

// ClosedSince reports that nothing has changed since the outputs were made but which quarters are final.
func (y *Year) ClosedSince(s *questions.Reading) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.printed.stamp != "" && y.printed.all == y.sums.all && y.decided-s.Decided == y.closedAfter(s) && (y.decided > s.Decided || y.printed.closings != y.sums.closings)
}

// closedAfter counts the decisions since a reading that made a quarter final. It is called under the lock.
func (y *Year) closedAfter(s *questions.Reading) (n int) {
	for _, at := range y.finals {
		if at > s.Decided {
			n++
		}
	}
	return n
}

// BuiltIn reports a file of which the outputs that lie there were made.
func (y *Year) BuiltIn(s *questions.Reading, file string) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return slices.ContainsFunc(s.Ledger.Inputs, func(in ledger.Input) bool {
		return in.File == file && y.printed.files[builtFile{in.File, in.Sum}]
	})
}

// CatchUp asks for a reading at once where decisions have come in since the last one: a screen that sums the year
// up is not to count them half.
func (y *Year) CatchUp(s *questions.Reading) {
	y.mu.Lock()
	behind := s != nil && y.decided > s.Decided
	y.mu.Unlock()
	if behind {
		y.Again()
	}
}

// weigh sums up a reading, and the outputs where they are others than before. It takes a while.
func (y *Year) weigh(s *questions.Reading) {
	sum := sumsOf(builtFrom(s.Ledger))
	y.mu.Lock()
	now := y.printed
	y.mu.Unlock()
	if stamp := jsonStamp(y.Out); stamp != now.stamp {
		now = printed{stamp: stamp}
		if b := lastBuilt(y.Out); b != nil {
			now.sums, now.files = sumsOf(b), map[builtFile]bool{}
			for _, f := range b.Files {
				now.files[f] = true
			}
		}
	}
	y.mu.Lock()
	defer y.mu.Unlock()
	y.sums, y.printed = sum, now
}

func jsonStamp(out string) string {
	info, err := os.Stat(filepath.Join(out, "台账.json"))
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano())
}

// builtFrom is what 台账.json would say of a ledger, as far as it is summed up.
func builtFrom(l *ledger.Ledger) *built {
	b := &built{AsOf: l.AsOf.String(), Unit: l.Unit}
	for _, in := range l.Inputs {
		b.Files = append(b.Files, builtFile{in.File, in.Sum})
	}
	for _, r := range slices.Concat(l.Rulings, l.Readings, l.Journal.TakenBack()) {
		b.Rulings = append(b.Rulings, builtRuling{r.ID, string(r.Act), string(r.State)})
	}
	for _, s := range l.Standings {
		b.Standings = append(b.Standings, builtStanding{s.Requirement, s.Quarter.String(), string(s.Status), s.Overdue})
	}
	for _, c := range l.Coverage {
		b.Coverage = append(b.Coverage, builtCoverage{c.Department, c.Quarter.String(), c.Expected, string(c.State)})
	}
	return b
}

func sumsOf(b *built) sums {
	var closings, others []builtRuling
	for _, r := range b.Rulings {
		if r.Act == string(ruling.Close) && r.State == string(ruling.Applied) {
			closings = append(closings, r)
		} else {
			others = append(others, r)
		}
	}
	h, c := sha256.New(), sha256.New()
	fmt.Fprintf(h, "%q %q\n", b.AsOf, b.Unit)
	each(c, closings)
	each(h, b.Files)
	each(h, others)
	each(h, b.Standings)
	each(h, b.Coverage)
	return sums{hex.EncodeToString(h.Sum(nil)), hex.EncodeToString(c.Sum(nil))}
}

func each[T any](w io.Writer, list []T) {
	for _, one := range list {
		fmt.Fprintf(w, "%q\n", fmt.Sprint(one))
	}
	fmt.Fprintln(w)
}
