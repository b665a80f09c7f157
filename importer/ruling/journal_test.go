package ruling

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// copyOf is a copy of a ledger as an office has it: lines, each with what was printed there
// and what stands there now.
type copyOf []Line

// printedFrom prints a line a subject, with the decisions that are in force.
func printedFrom(j *Journal, subjects int) copyOf {
	var c copyOf
	for i := range subjects {
		l := Line{Target: target(i), Kind: MergedRow}
		id := ""
		for _, r := range j.InForce() {
			if r.about() == (Ruling{Target: l.Target}).about() && id == "" {
				l, id = r.Line(), r.ID
			}
		}
		l.Mark = MarkOf(j.Count(), id, LineTyped.Cells(l)).String()
		c = append(c, l)
	}
	return c
}

func target(i int) Target {
	return Target{RowKey: fmt.Sprintf("%016x", i+1), Department: "办公室", Quarter: "2021Q1", Code: finding.RowUnmatched, Nth: 1, Sum: fmt.Sprint("s", i)}
}

func (c copyOf) book() *grid.Book { return ledgerOf(list, c) }

func take(t *testing.T, j *Journal, c copyOf) {
	t.Helper()
	typed, err := ReadTyped(c.book(), nil)
	if err != nil {
		t.Fatal(err)
	}
	j.Take(typed)
}

// shown lists what is in force, by what it is about.
func shown(j *Journal) (list []string) {
	for _, r := range j.InForce() {
		list = append(list, r.Target.RowKey+" "+r.says())
	}
	slices.Sort(list)
	return list
}

// TestDecisionsOverTheYears is an office that types, builds, and puts back any copy of the
// ledger that it ever had, for as long as it likes. The file only grows, says the same to
// whoever reads it, and what holds is what was typed last.
func TestDecisionsOverTheYears(t *testing.T) {
	const subjects = 4
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 3))
		var file []byte
		holds := map[string]string{} // by row: what is typed of it
		var copies []copyOf
		for round := range 30 {
			j := ReadJournal(file)
			now := slices.Clone(printedFrom(j, subjects))
			if len(copies) > 0 && rng.IntN(3) == 0 { // an old copy, as it is
				take(t, j, copies[rng.IntN(len(copies))])
				if len(j.Fresh()) > 0 {
					t.Fatalf("seed %d, round %d: an old copy decides %s", seed, round, j.Fresh())
				}
			}
			copies = append(copies, slices.Clone(now))
			for range rng.IntN(3) {
				l := &now[rng.IntN(subjects)]
				l.Choice, l.Reason = "忽略", fmt.Sprint("第", rng.IntN(3), "种理由")
				if rng.IntN(3) == 0 {
					l.Choice, l.Reason = "", ""
				}
				if l.Choice == "" {
					delete(holds, l.RowKey)
				} else {
					holds[l.RowKey] = l.Choice + "\n\n\n\n" + l.Reason
				}
			}
			copies = append(copies, now)
			take(t, j, now)
			more := append(bytes.Clone(file), j.Fresh()...)
			again := ReadJournal(more)
			if again.Count() != j.Count() || !slices.Equal(shown(again), shown(j)) || len(again.Faults) > 0 {
				t.Fatalf("seed %d, round %d: read again otherwise:\n%s", seed, round, more)
			}
			var want []string
			for key, says := range holds {
				want = append(want, key+" "+says)
			}
			if slices.Sort(want); !slices.Equal(want, shown(j)) {
				t.Fatalf("seed %d, round %d: in force\n%q, want\n%q", seed, round, shown(j), want)
			}
			file = more
		}
	}
}

// A ledger of an earlier version has no marks: what stands in it was decided, once.
func TestALedgerWithoutMarks(t *testing.T) {
	c := copyOf{{Choice: "忽略", Reason: "作废", Target: target(0)}, {Target: target(1)}}
	j := ReadJournal(nil)
	take(t, j, c)
	if got := shown(j); len(got) != 1 || j.Count() != 1 {
		t.Fatalf("%q", got)
	}
	next := ReadJournal(j.Fresh())
	take(t, next, c)
	if next.Count() != 1 || len(next.Fresh()) > 0 {
		t.Errorf("taken twice: %s", next.Fresh())
	}
}

// What a journal has lost comes back from a ledger that shows it.
func TestALostJournal(t *testing.T) {
	j := ReadJournal(nil)
	take(t, j, copyOf{{Choice: "忽略", Target: target(0)}, {Choice: "认可", Reason: "属实", Target: target(1)}})
	c := printedFrom(j, 3)
	lost := ReadJournal(nil)
	take(t, lost, c)
	if !slices.Equal(shown(lost), shown(j)) {
		t.Errorf("%q, want %q", shown(lost), shown(j))
	}
	for i, r := range lost.InForce() {
		if r.ID != j.InForce()[i].ID {
			t.Error("under another number")
		}
	}
	half := ReadJournal(bytes.SplitAfter(j.Fresh(), []byte("\n"))[0])
	take(t, half, c)
	if !slices.Equal(shown(half), shown(j)) {
		t.Errorf("%q, want %q", shown(half), shown(j))
	}
}

// Spaces and line breaks, as other programs save them, change nothing.
func TestWhatAProgramSavesOtherwise(t *testing.T) {
	j := ReadJournal(nil)
	take(t, j, copyOf{{Choice: "忽略", Reason: "甲\n乙  丙", By: "01", Target: target(0)}})
	c := printedFrom(j, 1)
	c[0].Reason = "甲\r\n乙 丙 "
	take(t, j, c)
	if j.Count() != 1 {
		t.Errorf("%s", j.Fresh())
	}
}

func TestLinesOfTheJournal(t *testing.T) {
	for _, c := range []struct {
		name, text    string
		count, faults int
		force         int
	}{
		{"nothing", "", 0, 0, 0},
		{"a mark before it, and Windows line ends", "\uFEFF{\"id\":\"a\",\"act\":\"ignore\",\"target\":{\"row_key\":\"1\"}}\r\n", 1, 0, 1},
		{"no end", `{"id":"a","act":"ignore"}`, 1, 0, 1},
		{"twice", "{\"id\":\"a\",\"act\":\"ignore\"}\n{\"id\":\"a\",\"act\":\"ignore\"}\n", 1, 0, 1},
		{"withdrawn", "{\"id\":\"a\",\"act\":\"ignore\"}\n{\"id\":\"b\",\"act\":\"\",\"withdraws\":\"a\"}\n", 2, 0, 0},
		{"withdrawn before it was said, as joined copies may have it", "{\"id\":\"b\",\"act\":\"\",\"withdraws\":\"a\"}\n{\"id\":\"a\",\"act\":\"ignore\"}\n", 2, 0, 0},
		{"half", "{\"id\":\"a\",\"act\":\"ign", 0, 1, 0},
		{"says nothing", "{\"id\":\"a\"}\n[]\n1\n\n", 0, 3, 0},
		{"of a version to come", "{\"id\":\"a\",\"act\":\"fly\",\"wings\":2}\n", 1, 0, 1},
	} {
		j := ReadJournal([]byte(c.text))
		if j.Count() != c.count || len(j.Faults) != c.faults || len(j.InForce()) != c.force {
			t.Errorf("%s: %d lines, %d faults, %d in force", c.name, j.Count(), len(j.Faults), len(j.InForce()))
		}
		for _, r := range j.InForce() {
			if (r.Why != "") != (r.Act == "fly") {
				t.Errorf("%s: %q", c.name, r.Why)
			}
		}
	}
	if j := ReadJournal([]byte(`{"id":"a","act":"ignore"}`)); true {
		take(t, j, copyOf{{Choice: "忽略", Target: target(0)}})
		if !strings.HasPrefix(string(j.Fresh()), "\n{") {
			t.Errorf("joined to a line without an end: %q", j.Fresh())
		}
	}
}

func FuzzJournal(f *testing.F) {
	f.Add([]byte("{\"id\":\"a\",\"act\":\"column\",\"value\":\"状态\",\"target\":{\"heading\":\"x\"}}\n{\"id\":\"b\",\"withdraws\":\"a\"}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		j := ReadJournal(data)
		for _, e := range j.entries {
			if again, ok := parseEntry(string(e.line())); !ok || again.ruling.about() != e.ruling.about() || again.withdraws != e.withdraws {
				t.Errorf("%s is read otherwise", e.line())
			}
		}
	})
}
