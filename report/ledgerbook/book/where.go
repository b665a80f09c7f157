package book

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook/asked"
)

// First lines below the headings of the sheets that others lead to.
const (
	FindingsTop = 6
	EntriesTop  = 5
	RowsTop     = 7
)

// Where says on which line of which sheet a thing stands, known before any is written.
type Where struct {
	Lines    []asked.Line              // of 待核对, as arrange puts them
	Wholes   map[int]*ruling.Ruling    // rulings that 总台账 shows, by requirement
	Closed   map[string]*ruling.Ruling // what 报送情况 shows, by quarter
	Numerals []*ruling.Ruling          // decisions on numbers and rules that no line of 年报数据 and 勾稽核对 shows yet
	numeric  bool                      // there are such
	Entry    []int                     // first line in 明细, by the number of the ledger's row; 0 for none
	Several  map[int][]int             // all its lines in 明细, by the number of a row that answers several requirements
	Entries  map[int][2]int            // first and last line in 明细, by requirement
	Row      map[finding.Place]int     // line in 行账, of rows that a finding is about
	held     map[reason]int            // line in 待核对
	Cause    map[int][2]int            // first and last line in 待核对, by the number of a cause
}

// reason is why a row, or its whole sheet (row 0), is held.
type reason struct {
	at   finding.Place
	code finding.Code
}

func find(l *ledger.Ledger) Where {
	rulings := asked.NewLiner(l)
	w := Where{Lines: asked.WithCauses(asked.CauseLines(l.Causes), asked.Arrange(rulings.Lines())), Wholes: rulings.Wholes, Closed: rulings.Closed, Numerals: rulings.Numerals, numeric: len(rulings.Numerals) > 0, Entry: make([]int, len(l.Rows)), Entries: map[int][2]int{},
		Several: map[int][]int{}, Row: map[finding.Place]int{}, held: map[reason]int{}, Cause: map[int][2]int{}}
	for i, e := range l.Entries {
		n := EntriesTop + i
		if first := w.Entry[e.Account]; first == 0 {
			w.Entry[e.Account] = n
		} else {
			if len(w.Several[e.Account]) == 0 {
				w.Several[e.Account] = []int{first}
			}
			w.Several[e.Account] = append(w.Several[e.Account], n)
		}
		span, seen := w.Entries[e.Requirement]
		if !seen {
			span[0] = n
		}
		w.Entries[e.Requirement] = [2]int{span[0], n}
	}
	for i := range w.Lines {
		if w.Lines[i].Cause != nil {
			continue
		}
		f := w.Lines[i].Finding
		if no := w.Lines[i].No; no > 0 {
			span, seen := w.Cause[no]
			if !seen {
				span[0] = FindingsTop + i
			}
			w.Cause[no] = [2]int{span[0], FindingsTop + i}
		}
		w.Row[RowOf(f.Place)] = 0
		for _, at := range []finding.Place{RowOf(f.Place), sheetOf(f.Place)} {
			if key := (reason{at, f.Code}); w.held[key] == 0 {
				w.held[key] = FindingsTop + i
			}
		}
	}
	for i, r := range l.Rows {
		if _, wanted := w.Row[RowOf(r.At)]; wanted {
			w.Row[RowOf(r.At)] = RowsTop + i
		}
	}
	return w
}

// RowOf is the whole row of a place.
func RowOf(p finding.Place) finding.Place   { return p.At(p.Row(), 0) }
func sheetOf(p finding.Place) finding.Place { return p.At(0, 0) }

// Why returns the line of 待核对 that says why the row is held, 0 where none does.
func (w Where) Why(r ledger.Row) int {
	code := finding.Code(r.Reason)
	if n := w.held[reason{RowOf(r.At), code}]; n > 0 {
		return n
	}
	return w.held[reason{sheetOf(r.At), code}]
}
