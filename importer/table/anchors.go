package table

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// anchor is a cell that names a requirement of the list.
type anchor struct {
	line, col int // of the sheet
	no        int
	how       string
}

// mostAnchored is how many cells of a sheet are held against the list. Returns have some
// hundreds; a sheet of a hundred thousand texts is none.
const mostAnchored = 6000

// anchorsOf finds the cells of a sheet that name requirements.
func (r *Reader) anchorsOf(s *grid.Sheet) []anchor {
	if r.known.List == nil {
		return nil
	}
	var found []anchor
	v := whole(s)
	looked := 0
	for cell := range s.Cells() {
		if cell.Kind != grid.Text || cell.Covered() || len(cell.Text) < 3*namedFrom {
			continue
		}
		if looked++; looked > mostAnchored {
			break
		}
		no, how := r.requirement(cell.Text)
		if no == 0 || how == ByShort {
			if n := r.besideNumber(v, cell); n != 0 {
				no, how = n, ByNumber
			}
		}
		if no == 0 || how == ByShort && r.known.Status.Is(cell.Text) || how != ByText && r.known.Names != nil && r.known.Names(cell.Text) {
			continue
		}
		if len(cell.Text) <= 3*longestHeading && (r.headed(cell) || period.IsDate(cell.Text, r.known.Year) || period.IsDue(cell.Text, r.known.Year)) {
			continue
		}
		found = append(found, anchor{cell.At().Row(), cell.At().Col(), no, how})
	}
	return found
}

// besideNumber returns the requirement whose number stands beside a short name, before it in
// its row or above it in its column; 0 for none.
func (r *Reader) besideNumber(v View, cell grid.Cell) int {
	if utf8.RuneCountInString(cell.Text) > 2*shortTo {
		return 0
	}
	row, col := cell.At().Row(), cell.At().Col()
	for c := col - 1; c >= max(v.left, col-numberNear); c-- {
		if n := r.listNumber(v.sheet.Cell(row, c)); n != "" {
			for between := c + 1; between < col; between++ {
				if r.known.List.Named(n, v.sheet.Cell(row, between).Text) != 0 {
					return 0 // the name stands before it, and this is the answer
				}
			}
			return r.known.List.Named(n, cell.Text)
		}
	}
	for c := col + 1; c <= min(v.right, col+numberNear); c++ {
		if n := r.listNumber(v.sheet.Cell(row, c)); n != "" {
			return r.known.List.Named(n, cell.Text)
		}
	}
	for _, line := range []int{row - 1, row + 1} {
		if n := r.listNumber(v.sheet.Cell(line, col)); n != "" {
			return r.known.List.Named(n, cell.Text)
		}
	}
	return 0
}

// numberNear is how many columns from a short name its number stands at the most.
const numberNear = 4

// listNumber returns the number of the list that a cell holds by itself, "" for none.
func (r *Reader) listNumber(cell grid.Cell) string {
	if cell.IsEmpty() || len(cell.Text) > 24 {
		return ""
	}
	if cited := Cited(cell.Text); len(cited) == 1 && r.known.List.Has(cited[0]) {
		return cited[0]
	}
	return ""
}

// requirement returns the requirement that a text names, its number taken off or not.
func (r *Reader) requirement(text string) (no int, how string) {
	if r.known.List == nil {
		return 0, ""
	}
	m := r.anchors.Get(text, r.anchor)
	return m.no, m.how
}

// match is the requirement that a text names, and how.
type match struct {
	no  int
	how string
}

func (r *Reader) anchor(text string) (m match) {
	m.no, m.how = r.anchored(text)
	return m
}

func (r *Reader) anchored(text string) (no int, how string) {
	if no, how := r.known.List.Requirement(text); no != 0 && how != ByShort {
		return no, how
	}
	if rest, cited, sure := CitedAtEnd(strings.TrimSpace(text)); len(cited) == 1 {
		if no := r.known.List.Named(cited[0], rest); no != 0 || sure && r.known.List.Has(cited[0]) {
			return max(no, r.known.List.numbered(cited[0])), ByNumber
		}
	}
	if m := citedBefore.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		if cited := Cited(m[1]); len(cited) == 1 && r.known.List.Has(cited[0]) {
			return r.known.List.numbered(cited[0]), ByNumber
		}
	}
	text = remarked.ReplaceAllString(labelBefore.ReplaceAllString(strings.TrimSpace(text), ""), "")
	if rest := numberBefore.ReplaceAllString(strings.TrimSpace(text), ""); rest != "" && rest != text {
		no, how := r.known.List.Requirement(rest)
		if no != 0 && how != ByShort {
			return no, how
		}
		if cited := Cited(strings.TrimSpace(text[:len(text)-len(rest)])); len(cited) == 1 {
			if no := r.known.List.Named(cited[0], rest); no != 0 {
				return no, ByNumber
			}
		}
		if no != 0 {
			return no, how
		}
	}
	return r.known.List.Requirement(text)
}

// IsTask reports whether a text is the title of a task of the list.
func (r *Reader) IsTask(text string) bool { return r.known.List.Task(text) }

// Requirement returns the requirement that a text names, with its number or without, and how;
// 0 for none.
func (r *Reader) Requirement(text string) (no int, how string) { return r.requirement(text) }

// Named returns the requirement that a number and a short name name together, 0 for none.
func (r *Reader) Named(number, name string) int { return r.known.List.Named(number, name) }

// Has reports whether a requirement of the list prints the number.
func (r *Reader) Has(number string) bool { return r.known.List.Has(number) }
