package reader

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// soundAccount holds the accounts of a reading against the sheets: each cell that holds anything
// is counted once, the sum is right, no cell of a row is unread, what is unread is named, and
// whatever counts as used or kept stands in a row or in a finding.
func soundAccount(t failer, r *Reader, book *grid.Book, got returns.Reading) {
	t.Helper()
	if len(got.Sheets) != len(book.Sheets) {
		t.Fatalf("%d accounts of %d sheets", len(got.Sheets), len(book.Sheets))
	}
	var before *table.Block
	for i, s := range book.Sheets {
		a := got.Sheets[i]
		filled := filledCells(s)
		if a.Sheet != s.Name || !a.Cells.Balances() || a.Cells.Read != len(filled) {
			t.Fatalf("sheet %q of %d cells has the account %+v", s.Name, len(filled), a)
		}
		if a.Cells.Unread > 0 && !named(got.Findings, s, a) {
			t.Fatalf("%d cells of %q are unread, and no finding says so: %v", a.Cells.Unread, s.Name, got.Findings)
		}
		said := spoken(s, got)
		silent := 0
		for _, cell := range filled {
			if !said.has(r, cell) {
				silent++
			}
		}
		if rest := a.Cells.Heading + a.Cells.Info + a.Cells.Furniture + a.Cells.Unread; silent > rest {
			t.Fatalf("%q: %d cells stand in no row and no finding, only %d are heading, info, furniture or unread: %+v\n%v",
				s.Name, silent, rest, a.Cells, silentCells(r, filled, said))
		}
		u := r.facts.Tables.Understand(s, table.Context{File: book.File, Before: before})
		if n := len(u.Blocks); n > 0 {
			before = u.Blocks[n-1]
			if outside := outsideBlocks(u, filled) + inFreeLines(s, got); a.Cells.Unread > outside {
				t.Fatalf("%q: %d cells are unread, only %d stand outside its tables or in free lines", s.Name, a.Cells.Unread, outside)
			}
		}
	}
}

// inFreeLines counts the cells of the lines of tables that are no rows.
func inFreeLines(s *grid.Sheet, got returns.Reading) (n int) {
	for _, ret := range got.Returns {
		for _, row := range ret.Rows {
			if ret.Sheet == s.Name && row.Ignored == returns.Unread {
				cells := cellsIn(s, row.At.Row())
				n += cells
			}
		}
	}
	return n
}

func filledCells(s *grid.Sheet) (cells []grid.Cell) {
	for cell := range s.Cells() {
		if !cell.IsEmpty() && !cell.Covered() {
			cells = append(cells, cell)
		}
	}
	return cells
}

// named reports whether a finding says of a sheet that something on it was not read.
func named(fs []finding.Finding, s *grid.Sheet, a returns.SheetAccount) bool {
	for _, f := range fs {
		if f.Code == finding.NoTable || (f.Code == finding.SheetUnread || f.Code == finding.HiddenContent) && f.Place.Sheet() == s.Name {
			return true
		}
	}
	return false
}

// voiced is what a reading says of a sheet, by cell and as texts.
type voiced struct {
	at    map[[2]int]bool
	texts []string
	rows  map[int]int // values by row of the sheet
}

// spoken gathers the values and findings of a sheet.
func spoken(s *grid.Sheet, got returns.Reading) voiced {
	v := voiced{at: map[[2]int]bool{}, rows: map[int]int{}}
	add := func(at finding.Place, texts ...string) {
		if at.Row() > 0 && at.Sheet() == s.Name {
			v.at[[2]int{at.Row(), at.Col()}] = true
		}
		v.texts = append(v.texts, texts...)
	}
	for _, ret := range got.Returns {
		if ret.Sheet != s.Name {
			continue
		}
		add(ret.Department.At, ret.Department.Said)
		add(ret.Quarter.At, ret.Quarter.Said)
		add(ret.StatedOn.At, ret.StatedOn.Said)
		for i := range ret.Rows {
			row := &ret.Rows[i]
			v.rows[row.At.Row()]++
			for _, f := range row.Findings {
				add(f.Place, f.Message)
			}
			for _, read := range append([]grid.Read[string]{row.Key, row.Number, row.Task, row.Text, row.Section}, row.Evidence...) {
				add(read.At, read.Value, read.Said)
			}
			for _, w := range []grid.Words{row.Departments, row.Progress, row.Problems, row.NextSteps, row.Remarks} {
				add(w.At, w.Value)
			}
			add(row.Status.At, row.Status.Said)
			add(row.Percent.At, row.Percent.Said)
			add(row.CompletedOn.At, row.CompletedOn.Said)
			for _, o := range row.Other {
				add(o.At, o.Text)
			}
			v.texts = append(v.texts, row.Cites...)
		}
	}
	for _, f := range got.Findings {
		add(f.Place, f.Message)
	}
	return v
}

// has reports whether a cell stands in a row or a finding, or says nothing that could.
func (v voiced) has(r *Reader, cell grid.Cell) bool {
	if v.at[[2]int{cell.At().Row(), cell.At().Col()}] {
		return true
	}
	text := strings.TrimSpace(cell.String())
	if r.facts.Nothing(text) || r.facts.Declines(text) || status.MarkOf(text) != status.NoMark || slices.Contains([]string{"是", "否", "FALSE", "false", "0", "1", "V", "v"}, text) || strings.ContainsAny(text, "√✓✔☑✅■●★▲◆") || strings.Trim(text, " \t\n　；;，,。") == "" {
		return true
	}
	for _, said := range v.texts {
		if strings.Contains(said, text) {
			return true
		}
	}
	// A paragraph of prose is a row of its own, parted into name, label and text.
	if cellsIn(cell.Sheet(), cell.At().Row()) == 1 {
		for _, said := range v.texts {
			if len(said) > 3 && strings.Contains(text, said) {
				return true
			}
		}
	}
	return false
}

func silentCells(r *Reader, cells []grid.Cell, v voiced) (silent []string) {
	for _, cell := range cells {
		if !v.has(r, cell) {
			silent = append(silent, cell.At().Cell()+" "+cell.Text)
		}
	}
	return silent
}

// outsideBlocks counts the cells of a sheet that stand in none of its tables, nor above one as a title:
// a line as wide as a table is none.
func outsideBlocks(u *table.Sheet, filled []grid.Cell) int {
	inside := map[finding.Place]bool{}
	for _, b := range u.Blocks {
		if v, from, to := b.Above(); true {
			for line := from; line <= to; line++ {
				for _, cell := range v.Filled(line) {
					if n := len(v.Filled(line)); b.Shape == table.Upright && n >= 3 && 2*n > b.Right()-b.Left() {
						break
					}
					inside[cell.Anchor()] = true
				}
			}
		}
		for line := b.Head; line <= b.End; line++ {
			for c := b.Left(); c <= b.Right(); c++ {
				if cell := b.Cell(line, c); !cell.IsEmpty() {
					inside[cell.Anchor()] = true
				}
			}
		}
	}
	n := 0
	for _, cell := range filled {
		if !inside[cell.At()] {
			n++
		}
	}
	return n
}

// cellsIn counts the cells of a row that hold something of their own.
func cellsIn(s *grid.Sheet, row int) (n int) {
	for c := 1; c <= s.Width(); c++ {
		if cell := s.Cell(row, c); !cell.IsEmpty() && !cell.Covered() {
			n++
		}
	}
	return n
}
