package book

import (
	"cmp"
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// First lines below the headings of the sheets that others lead to.
const (
	findingsTop = 5
	entriesTop  = 4
	rowsTop     = 6
)

// where says on which line of which sheet a thing stands, known before any is written.
type where struct {
	lines   []finding.Finding     // of 待核对, as arrange puts them
	entry   map[finding.Place]int // line in 明细, by the row of the return
	entries map[int][2]int        // first and last line in 明细, by requirement
	row     map[finding.Place]int // line in 行账
	held    map[reason]int        // line in 待核对
}

// reason is why a row, or its whole sheet (row 0), is held.
type reason struct {
	at   finding.Place
	code finding.Code
}

func find(l *ledger.Ledger) where {
	w := where{lines: arrange(l.Findings), entry: map[finding.Place]int{}, entries: map[int][2]int{},
		row: map[finding.Place]int{}, held: map[reason]int{}}
	for i, e := range l.Entries {
		n := entriesTop + i
		w.entry[rowOf(e.Row.At)] = n
		span, seen := w.entries[e.Requirement]
		if !seen {
			span[0] = n
		}
		w.entries[e.Requirement] = [2]int{span[0], n}
	}
	for i, r := range l.Rows {
		w.row[rowOf(r.At)] = rowsTop + i
	}
	for i, f := range w.lines {
		for _, at := range []finding.Place{rowOf(f.Place), sheetOf(f.Place)} {
			if key := (reason{at, f.Code}); w.held[key] == 0 {
				w.held[key] = findingsTop + i
			}
		}
	}
	return w
}

func rowOf(p finding.Place) finding.Place   { p.Col = 0; return p }
func sheetOf(p finding.Place) finding.Place { p.Col, p.Row = 0, 0; return p }

// why returns the line of 待核对 that says why the row is held, 0 where none does.
func (w where) why(r ledger.Row) int {
	code := finding.Code(r.Reason)
	if n := w.held[reason{rowOf(r.At), code}]; n > 0 {
		return n
	}
	return w.held[reason{sheetOf(r.At), code}]
}

// A list that is read once is full of notes of one kind; the first few of each say it all.
const sameNotes = 10

// arrange puts what holds rows back first, then what somebody should look at, each by
// place; what is only good to know comes last, kind by kind, and of a kind with many the
// last line says how many more there are.
func arrange(findings []finding.Finding) []finding.Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b finding.Finding) int {
		if c := cmp.Compare(rank(a), rank(b)); c != 0 || a.Severity() != finding.Info {
			return c
		}
		return cmp.Compare(a.Code, b.Code)
	})
	count := map[finding.Code]int{}
	for _, f := range sorted {
		count[f.Code]++
	}
	var lines []finding.Finding
	seen := map[finding.Code]int{}
	for _, f := range sorted {
		n, all := seen[f.Code]+1, count[f.Code]
		seen[f.Code] = n
		switch {
		case f.Severity() != finding.Info || n <= sameNotes || all == n && n == sameNotes+1:
			lines = append(lines, f)
		case n == sameNotes+1:
			lines = append(lines, finding.Finding{Code: f.Code,
				Message: fmt.Sprintf("同类提示还有%d条，这里不再列出，全部在 台账.json 的 findings 中。", all-sameNotes)})
		}
	}
	return lines
}

func rank(f finding.Finding) int {
	return slices.Index([]finding.Severity{finding.Error, finding.Warning, finding.Info}, f.Severity())
}
