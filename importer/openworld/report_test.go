package openworld

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shares are what should be near 1, with the aims for known and for unknown words: rows that
// were placed; of these, progress in the field progress, problems, next steps and evidence in
// theirs, statuses and dates; and of all texts those that stand in an entry, a held row or
// a finding.
var shares = []struct {
	name           string
	known, unknown float64
}{{"placed", 0.99, 0.95}, {"progress", 0.99, 0.95}, {"fields", 0.98, 0.95}, {"statuses", 0.98, 0.98}, {"dates", 0.99, 0.99}, {"texts", 1, 1}}

// counts are what should be 0: a row on a requirement that it does not answer; a text of
// another row in an entry; a text that is no progress printed as progress; a status and a
// date that were not written so; somebody blamed for leaving out what she wrote; an account
// that does not close; a list that was not understood.
var counts = []string{"wrong", "foreign", "published", "status-wrong", "date-wrong", "blame", "unbalanced", "list-refused"}

// tally is how often something was so, of how often it should be: of the rows that were
// placed, and of all that were written. The first is the aim, the second the floor: it does
// not fall because more rows are placed.
type tally struct {
	Right, Of, All map[string]int
	Counts         map[string]int
}

// share counts one case of the share, and returns whether it was right.
func (t *tally) share(name string, right bool) bool {
	t.Of[name]++
	t.All[name]++
	if right {
		t.Right[name]++
	}
	return right
}

func (t *tally) add(o *tally) {
	for name, n := range o.All {
		t.All[name] += n
		t.Of[name] += o.Of[name]
		t.Right[name] += o.Right[name]
	}
	for name, n := range o.Counts {
		t.Counts[name] += n
	}
}

func newTally() *tally {
	return &tally{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
}

type failure struct {
	seed                      int
	words, layout, what, text string
}

// report is what all seeds gave.
type report struct {
	tallies map[[3]string]*tally // by words, layout, list
	misses  []failure
}

func newReport() *report { return &report{tallies: map[[3]string]*tally{}} }

func (r *report) of(words, layout, list string) *tally {
	key := [3]string{words, layout, list}
	if r.tallies[key] == nil {
		r.tallies[key] = newTally()
	}
	return r.tallies[key]
}

// sum adds the tallies that are wanted; "" is all.
func (r *report) sum(words, layout, list string) *tally {
	sum := newTally()
	for key, t := range r.tallies {
		if (words == "" || key[0] == words) && (layout == "" || key[1] == layout) && (list == "" || key[2] == list) {
			sum.add(t)
		}
	}
	return sum
}

func (t *tally) line(name, words string) string {
	out := fmt.Sprintf("%-28s %-8s %5d", name, words, t.Of["placed"])
	for _, s := range shares {
		if t.Of[s.name] == 0 {
			out += fmt.Sprintf(" %9s", "-")
			continue
		}
		out += fmt.Sprintf(" %9.3f", float64(t.Right[s.name])/float64(t.Of[s.name]))
	}
	for _, c := range counts {
		out += fmt.Sprintf(" %*d", len(c), t.Counts[c])
	}
	return out + "\n"
}

// table prints the figures by words, by list and by layout.
func (r *report) table() string {
	out := fmt.Sprintf("%-28s %-8s %5s", "", "words", "rows")
	for _, s := range shares {
		out += fmt.Sprintf(" %9s", s.name)
	}
	out += " " + strings.Join(counts, " ") + "\n"
	names := map[[2]string]bool{}
	for key := range r.tallies {
		names[[2]string{"2 list ", key[2]}] = true
		if key[1] != "" {
			names[[2]string{"3 ", key[1]}] = true
		}
	}
	words := []string{"known", "unknown"}
	for _, w := range words {
		out += r.sum(w, "", "").line("all", w)
	}
	for _, n := range slices.SortedFunc(maps.Keys(names), func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }) {
		for _, w := range words {
			t := r.sum(w, n[1], "")
			if n[0] != "3 " {
				t = r.sum(w, "", n[1])
			}
			if len(t.Of) > 0 || len(t.Counts) > 0 {
				out += t.line(n[0][2:]+n[1], w)
			}
		}
	}
	return out
}

// firsts prints the first failures of each kind in each layout.
func (r *report) firsts(most int) string {
	seen := map[string]int{}
	out := ""
	for _, f := range r.misses {
		kind := f.words + " " + f.layout + " " + f.what
		if seen[kind]++; seen[kind] <= most {
			out += fmt.Sprintf("seed %d, %s: %s\n", f.seed, kind, f.text)
		}
	}
	return out
}

// floor is what was reached before: shares that may only rise, counts that may only fall.
type floor struct {
	Shares map[string]float64 `json:"shares"`
	Counts map[string]int     `json:"counts"`
}

// cut returns a share with four places, never above what was reached.
func cut(right, of int) float64 { return float64(right*10000/max(1, of)) / 10000 }

// hold compares with the floors of this number of seeds.
func (r *report) hold(t *testing.T, seeds string, raise bool) {
	path := filepath.Join("testdata", "openworld", "floor.json")
	floors := map[string]map[string]floor{}
	b, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(b, &floors)
	}
	if err != nil && !(raise && os.IsNotExist(err)) {
		t.Fatal(err)
	}
	reached := map[string]floor{}
	for _, words := range []string{"known", "unknown"} {
		sum, before := r.sum(words, "", ""), floors[seeds][words]
		now := floor{map[string]float64{}, map[string]int{}}
		for _, s := range shares {
			aim := s.known
			if words == "unknown" {
				aim = s.unknown
			}
			share := cut(sum.Right[s.name], sum.All[s.name])
			if share < before.Shares[s.name] {
				t.Errorf("%s words: %s %.4f, was %.4f", words, s.name, share, before.Shares[s.name])
			}
			if of := cut(sum.Right[s.name], sum.Of[s.name]); of < aim {
				t.Logf("%s words: %s %.4f, the aim is %.2f", words, s.name, of, aim)
			}
			now.Shares[s.name] = max(share, before.Shares[s.name])
		}
		for _, c := range counts {
			n := sum.Counts[c]
			most, known := before.Counts[c]
			if known && n > most {
				t.Errorf("%s words: %s %d, was %d", words, c, n, most)
			}
			if now.Counts[c] = n; known {
				now.Counts[c] = min(n, most)
			}
		}
		reached[words] = now
	}
	if !raise {
		return
	}
	floors[seeds] = reached
	if b, err = json.MarshalIndent(floors, "", "  "); err == nil {
		err = os.WriteFile(path, append(b, '\n'), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
