package book

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
)

// First lines below the headings of the sheets that others lead to.
const (
	findingsTop = 6
	entriesTop  = 4
	rowsTop     = 6
)

// where says on which line of which sheet a thing stands, known before any is written.
type where struct {
	lines   []line                 // of 待核对, as arrange puts them
	wholes  map[int]*ruling.Ruling // rulings that 总台账 shows, by requirement
	entry   map[finding.Place]int  // line in 明细, by the row of the return
	entries map[int][2]int         // first and last line in 明细, by requirement
	row     map[finding.Place]int  // line in 行账
	held    map[reason]int         // line in 待核对
}

// reason is why a row, or its whole sheet (row 0), is held.
type reason struct {
	at   finding.Place
	code finding.Code
}

func find(l *ledger.Ledger) where {
	rulings := newLiner(l)
	w := where{lines: arrange(rulings.lines()), wholes: rulings.wholes, entry: make(map[finding.Place]int, len(l.Entries)), entries: map[int][2]int{},
		row: make(map[finding.Place]int, len(l.Rows)), held: map[reason]int{}}
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
	for i := range w.lines {
		f := w.lines[i].finding
		for _, at := range []finding.Place{rowOf(f.Place), sheetOf(f.Place)} {
			if key := (reason{at, f.Code}); w.held[key] == 0 {
				w.held[key] = findingsTop + i
			}
		}
	}
	return w
}

func rowOf(p finding.Place) finding.Place   { return p.At(p.Row(), 0) }
func sheetOf(p finding.Place) finding.Place { return p.At(0, 0) }

// why returns the line of 待核对 that says why the row is held, 0 where none does.
func (w where) why(r ledger.Row) int {
	code := finding.Code(r.Reason)
	if n := w.held[reason{rowOf(r.At), code}]; n > 0 {
		return n
	}
	return w.held[reason{sheetOf(r.At), code}]
}
