package grid

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid/chars"
)

// Beside is what a file stores in or over a cell beside what a person sees written in it. The
// cell's Text never holds it.
type Beside struct {
	Struck  string // what is struck out: it was withdrawn, and answers nothing
	Hidden  string // what is hidden from the eye: hidden runs, display:none, text taken back by a revision
	Comment string // notes and comments, their authors left out; several are joined by line breaks
	Picture bool   // a picture stands in the cell
}

// Beside returns what is stored with the cell and not written in it. Each cell under a merge
// returns what the merge's first cell holds.
func (c Cell) Beside() Beside {
	if c.beside == 0 || c.sheet == nil {
		return Beside{}
	}
	return c.sheet.beside[c.beside-1]
}

// HasBeside reports whether anything stands beside any cell of the sheet.
func (s *Sheet) HasBeside() bool { return s.beside != nil }

// noted is what stands beside one cell, until the draft is finished.
type noted struct {
	row, col int32
	Beside
}

// Note adds what stands beside the cell at row and col, which may be put before or after, or
// never: a cell that only bears a picture or a comment keeps its place. What was noted of
// the cell before stays, and the texts are joined.
func (d *Draft) Note(row, col int, b Beside) {
	if b = (Beside{seen(b.Struck), seen(b.Hidden), seen(b.Comment), b.Picture}); b != (Beside{}) {
		d.notes = append(d.notes, noted{int32(row), int32(col), b})
	}
}

// seen returns a text as it is kept, "" for one that shows nothing.
func seen(s string) string {
	if chars.Blank(s) {
		return ""
	}
	return chars.Tidy(s)
}

// mostNotes is how many cells of a sheet keep what stands beside them.
const mostNotes = 1 << 16

// attachNotes gives the cells what stands beside them. A blank one that bears anything keeps
// its place; cells far outside what the sheet uses are not kept for it.
func (d *Draft) attachNotes() {
	d.noteMerged()
	slices.SortStableFunc(d.notes, func(a, b noted) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	var extra []Cell
	for i := 0; i < len(d.notes) && len(d.sheet.beside) < mostNotes; {
		n := d.notes[i]
		for i++; i < len(d.notes) && d.notes[i].row == n.row && d.notes[i].col == n.col; i++ {
			n.Beside = n.with(d.notes[i].Beside)
		}
		at, ok := d.find(int(n.row), int(n.col))
		if !ok && (int(n.row) > d.sheet.last || int(n.col) > d.sheet.width) && n.Struck == "" && n.Hidden == "" {
			continue // a comment or a picture outside the table is nobody's answer
		}
		d.sheet.beside = append(d.sheet.beside, n.Beside)
		number := int32(len(d.sheet.beside))
		if ok {
			d.cells[at].beside = number
			continue
		}
		c := d.sheet.blank(int(n.row), int(n.col))
		c.beside = number
		extra = append(extra, c)
	}
	d.overlay(extra)
}

// noteMerged moves comments and pictures from cells that a merge covers to the one that it shows.
func (d *Draft) noteMerged() {
	if len(d.notes)*len(d.Merges) > mostCompared {
		return
	}
	for i := range d.notes {
		n := &d.notes[i]
		if n.Struck == "" && n.Hidden == "" {
			row, col, _ := d.Over(Span{int(n.row), int(n.col), int(n.row), int(n.col)})
			n.row, n.col = int32(row), int32(col)
		}
	}
}

// mostCompared is how often a note is held against a merge.
const mostCompared = 1 << 22

// with joins what was noted of one cell twice.
func (b Beside) with(more Beside) Beside {
	return Beside{joined(b.Struck, more.Struck), joined(b.Hidden, more.Hidden), joined(b.Comment, more.Comment), b.Picture || more.Picture}
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// reportBeside says once a sheet what was left out because it is struck out or hidden.
func (r *Reading) reportBeside(s *Sheet) {
	if s.beside == nil {
		return
	}
	var struck, hidden []Cell
	for c := range s.Cells() {
		if c.Covered() {
			continue
		}
		if b := c.Beside(); b.Struck != "" {
			struck = append(struck, c)
		} else if b.Hidden != "" {
			hidden = append(hidden, c)
		}
	}
	leftOut(r, finding.StruckText, struck, "划去", func(b Beside) string { return b.Struck })
	leftOut(r, finding.HiddenContent, hidden, "隐藏", func(b Beside) string { return b.Hidden })
}

func leftOut(r *Reading, code finding.Code, cells []Cell, how string, text func(Beside) string) {
	if len(cells) == 0 {
		return
	}
	first := cells[0]
	found := fmt.Sprintf("%s 里%s的“%s”没有读取", first.At().Cell(), how, brief(text(first.Beside())))
	if len(cells) > 1 {
		found = fmt.Sprintf("有 %d 个单元格里%s的文字没有读取，如 %s“%s”", len(cells), how, first.At().Cell(), brief(text(first.Beside())))
	}
	r.Findings = append(r.Findings, finding.New(code, first.At(), found, ""))
}

// Comment notes a comment on the cell at row and col. Programs begin one with its author's name,
// which is left out.
func (d *Draft) Comment(row, col int, author, text string) {
	if author = strings.TrimSpace(author); author != "" {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(text), author); ok {
			if after := strings.TrimLeft(rest, " \t"); strings.HasPrefix(after, ":") || strings.HasPrefix(after, "：") {
				text = strings.TrimLeft(after, ":： \t\r\n")
			}
		}
	}
	if row >= 1 && col >= 1 && row <= MostRows && col <= MostCols {
		d.Note(row, col, Beside{Comment: strings.TrimSpace(text)})
	}
}
