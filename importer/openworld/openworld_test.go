// Package openworld tests the importer with forms that nobody here has seen: a generator
// makes year folders with headings, titles, file names and status words that stand only in
// this test, and compares what the program prints with what was written.
package openworld

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	seeds = flag.Int("seeds", 48, "how many year folders are made")
	one   = flag.Int("seed", -1, "only the folder of this seed")
	form  = flag.String("layout", "", "only forms of this layout")
	keep  = flag.String("keep", "", "write the year folders below this folder and leave them there")
	raise = flag.Bool("raise", false, "write what was reached into floor.json, where it is better")
	most  = flag.Int("failures", 3, "how many failures of a kind are printed with -v")
)

// TestForms reads year folders in forms that a careful clerk understands. What is reached
// may only rise, and what goes wrong may only fall: see floor.json.
func TestForms(t *testing.T) {
	w, err := load()
	if err != nil {
		t.Fatal(err)
	}
	all := newReport()
	for seed := range *seeds {
		if *one >= 0 {
			seed = *one
		}
		if err := all.run(t, w, seed); err != nil {
			t.Fatal(err)
		}
		if *one >= 0 {
			break
		}
	}
	t.Log("\n" + all.table())
	if testing.Verbose() {
		t.Log("\n" + all.firsts(*most))
	}
	if *one >= 0 || *form != "" {
		return
	}
	all.hold(t, fmt.Sprint(*seeds), *raise)
}

// run makes the folder of a seed, reads it and checks what was read.
func (r *report) run(t *testing.T, w *world, seed int) error {
	folder := filepath.Join(t.TempDir(), fmt.Sprint("seed", seed))
	if *keep != "" {
		folder = filepath.Join(*keep, fmt.Sprint("seed", seed))
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	f, books, err := w.year(seed, *form, folder)
	if err != nil || len(books) == 0 {
		return err
	}
	words := "unknown"
	if f.known {
		words = "known"
	}
	miss := func(layout, what, text string) {
		r.misses = append(r.misses, failure{seed, words, layout, what, strings.ReplaceAll(text, "\n", "⏎")})
	}
	tally := func(layout string) *tally { return r.of(words, layout, f.list.file) }
	strange := seed%4 == 1
	if err := f.issue(folder, strange); err != nil {
		return err
	}
	p, err := read(folder)
	var nos map[int]*requirement
	if err == nil {
		nos, err = p.numbered(f.list)
	}
	if err != nil && strange { // the forms are read all the same, with a list that is understood
		tally("").Counts["list-refused"]++
		miss("", "list-refused", err.Error())
		if err := f.issue(folder, false); err != nil {
			return err
		}
		if p, err = read(folder); err == nil {
			nos, err = p.numbered(f.list)
		}
	}
	if err != nil {
		return fmt.Errorf("seed %d: %w", seed, err)
	}
	c := &checker{folder: f, printed: p, books: books, nos: nos, miss: miss, tally: tally}
	c.check()
	return nil
}
