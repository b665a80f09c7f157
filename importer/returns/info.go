package returns

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// info is what stands above and below the table: labelled values and titles.
type info struct {
	values []labelled
	titles []grid.Read[string]
}

type labelled struct {
	label words.Label
	value grid.Read[string]
}

func (i info) of(label words.Label) []grid.Read[string] {
	var vs []grid.Read[string]
	for _, v := range i.values {
		if v.label == label {
			vs = append(vs, v.value)
		}
	}
	return vs
}

// voices returns what labels of a kind say.
func (i info) voices(label words.Label, rank string) []voice {
	var vs []voice
	for _, v := range i.of(label) {
		vs = append(vs, voice{scope: inTable, rank: rank, text: v, exact: label == words.Whose})
	}
	return vs
}

// titleVoices returns what titles say.
func (i info) titleVoices(rank string) []voice {
	var vs []voice
	for _, title := range i.titles {
		vs = append(vs, voice{scope: inTable, rank: rank, text: title})
	}
	return vs
}

// speaks reports whether anything names a department or a quarter.
func (i info) speaks(r *Reader) bool {
	if len(i.of(words.Whose))+len(i.of(words.When)) > 0 {
		return true
	}
	for _, title := range i.titles {
		if len(r.plan.Roster.FindIn(title.Value)) > 0 || len(r.mentions(title.Value)) > 0 {
			return true
		}
	}
	return false
}

// timed reports whether anything names a quarter.
func (i info) timed(r *Reader) bool {
	return len(i.of(words.When)) > 0 || slices.ContainsFunc(i.titles, func(title grid.Read[string]) bool { return len(r.mentions(title.Value)) > 0 })
}

// coverInfo reads a sheet that holds no table as a cover: labels and titles, no sentences. It
// says nothing where there is more on it than a cover holds.
func (r *Reader) coverInfo(s *grid.Sheet) info {
	var in info
	if tabular(s) {
		return info{}
	}
	cells := 0
	for cell := range s.Cells() {
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if cells++; cells > mostOnCover || fold.Longer(cell.Text, longestOnCover) {
			return info{}
		}
	}
	for row := 1; row <= s.LastRow(); row++ {
		r.infoRow(s, row, 1, s.Width(), &in, true)
	}
	return in
}

// tabular reports a sheet that is laid out as a table: a cover has no two lines of three cells.
func tabular(s *grid.Sheet) bool {
	wide := 0
	for row := 1; row <= s.LastRow() && wide < 2; row++ {
		if ownCells(s, row) >= 3 {
			wide++
		}
	}
	return wide >= 2
}

const (
	mostOnCover    = 40 // cells
	longestOnCover = 80 // characters
)

// info reads the rows above the heading and the labelled values at the foot. A value
// stands in its label's cell after a colon, several to a cell, or in the next cell.
func (t *reading) info() info {
	var in info
	v, from, to := t.Above()
	for line := from; line <= to; line++ {
		if p := t.sheet.prose; p != nil && p.above > line {
			in = p.info
			continue
		}
		t.infoLine(v, line, &in)
	}
	for _, cell := range t.Notes() {
		if found := t.labelsIn(cell); len(found) > 0 {
			in.values = append(in.values, found...)
		} else {
			in.titles = append(in.titles, grid.Read[string]{Value: cell.String(), Said: cell.String(), At: cell.At()})
		}
	}
	if t.Shape == table.Upright {
		for line := t.Body; line <= t.End; line++ {
			if t.isSigned(line) {
				t.infoRow(t.sheet.Grid, line, &in, false)
			}
		}
	}
	return in
}

// infoLine reads a line above the table; of a table that lies on its side, that is a column.
func (t *reading) infoLine(v table.View, line int, in *info) {
	if t.Shape != table.Turned {
		t.infoRow(t.sheet.Grid, line, in, true)
		return
	}
	for _, cell := range v.Filled(line) {
		if found := t.labelsIn(cell); len(found) > 0 {
			in.values = append(in.values, found...)
			continue
		}
		in.titles = append(in.titles, grid.Read[string]{Value: cell.String(), Said: cell.String(), At: cell.At()})
	}
}

// infoRow reads a row of the sheet. Of a row that speaks for several tables side by side, each
// table takes what stands above its own columns, and the labels that stand in the row once only.
func (t *reading) infoRow(s *grid.Sheet, row int, in *info, titles bool) {
	left, right := 1, s.Width()
	if t.Shape == table.Upright {
		if l, r := t.Bounds(); ownCells(s, row) > 1 {
			left, right = l, r
		}
	}
	t.Reader.infoRow(s, row, left, right, in, titles)
	if left == 1 && right == s.Width() {
		return
	}
	var whole info
	t.Reader.infoRow(s, row, 1, s.Width(), &whole, false)
	for _, v := range whole.values {
		if len(whole.of(v.label)) == 1 && len(in.of(v.label)) == 0 {
			in.values = append(in.values, v)
		}
	}
}

// ownCells counts the cells of a row that hold something of their own.
func ownCells(s *grid.Sheet, row int) (n int) {
	for c := 1; c <= s.Width(); c++ {
		if cell := s.Cell(row, c); !cell.IsEmpty() && !cell.Covered() {
			n++
		}
	}
	return n
}

func (r *Reader) infoRow(s *grid.Sheet, row, left, right int, in *info, titles bool) {
	for c := left; c <= right; c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if label := r.bareLabel(cell); label != "" {
			if next := r.nextValue(s, row, c); !next.IsEmpty() {
				text := next.String()
				if label == words.On {
					text, _ = next.DateWords()
				}
				if label == words.Whose && r.isMeasure(cell.Text, text) {
					c = next.At().Col()
					continue
				}
				in.values = append(in.values, labelled{label, grid.Read[string]{Value: strings.TrimSpace(text), Said: text, At: next.At()}})
				c = next.At().Col()
			}
			continue
		}
		text := cell.String()
		if found := r.labelsIn(cell); len(found) > 0 {
			in.values = append(in.values, found...)
			text = r.beforeLabels(text) // a title may hold labels: … 填报单位：市博物馆
		}
		if titles && strings.TrimSpace(text) != "" {
			in.titles = append(in.titles, grid.Read[string]{Value: text, Said: text, At: cell.At()})
		}
	}
}
