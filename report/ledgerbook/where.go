package ledgerbook

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
	lines    []line                    // of 待核对, as arrange puts them
	wholes   map[int]*ruling.Ruling    // rulings that 总台账 shows, by requirement
	closed   map[string]*ruling.Ruling // what 报送情况 shows, by quarter
	numerals []*ruling.Ruling          // decisions on numbers and rules that no line of 年报数据 and 勾稽核对 shows yet
	numeric  bool                      // there are such
	entry    []int                     // first line in 明细, by the number of the ledger's row; 0 for none
	several  map[int][]int             // all its lines in 明细, by the number of a row that answers several requirements
	entries  map[int][2]int            // first and last line in 明细, by requirement
	row      map[finding.Place]int     // line in 行账, of rows that a finding is about
	held     map[reason]int            // line in 待核对
	cause    map[int][2]int            // first and last line in 待核对, by the number of a cause
}

// reason is why a row, or its whole sheet (row 0), is held.
type reason struct {
	at   finding.Place
	code finding.Code
}

func find(l *ledger.Ledger) where {
	rulings := newLiner(l)
	w := where{lines: withCauses(causeLines(l.Causes), arrange(rulings.lines())), wholes: rulings.wholes, closed: rulings.closed, numerals: rulings.numerals, numeric: len(rulings.numerals) > 0, entry: make([]int, len(l.Rows)), entries: map[int][2]int{},
		several: map[int][]int{}, row: map[finding.Place]int{}, held: map[reason]int{}, cause: map[int][2]int{}}
	for i, e := range l.Entries {
		n := entriesTop + i
		if first := w.entry[e.Account]; first == 0 {
			w.entry[e.Account] = n
		} else {
			if len(w.several[e.Account]) == 0 {
				w.several[e.Account] = []int{first}
			}
			w.several[e.Account] = append(w.several[e.Account], n)
		}
		span, seen := w.entries[e.Requirement]
		if !seen {
			span[0] = n
		}
		w.entries[e.Requirement] = [2]int{span[0], n}
	}
	for i := range w.lines {
		if w.lines[i].cause != nil {
			continue
		}
		f := w.lines[i].finding
		if no := w.lines[i].no; no > 0 {
			span, seen := w.cause[no]
			if !seen {
				span[0] = findingsTop + i
			}
			w.cause[no] = [2]int{span[0], findingsTop + i}
		}
		w.row[rowOf(f.Place)] = 0
		for _, at := range []finding.Place{rowOf(f.Place), sheetOf(f.Place)} {
			if key := (reason{at, f.Code}); w.held[key] == 0 {
				w.held[key] = findingsTop + i
			}
		}
	}
	for i, r := range l.Rows {
		if _, wanted := w.row[rowOf(r.At)]; wanted {
			w.row[rowOf(r.At)] = rowsTop + i
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
