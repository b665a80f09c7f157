package ruling

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// deepestHeading is the last row in which the heading of the ruling columns is looked for.
const deepestHeading = 200

// ErrForeign is that a workbook is no ledger of ours, or that columns are missing without
// which its rulings can't be read.
var ErrForeign = errors.New("不是完整的台账")

// Read reads the rulings that stand in the ruling columns of a ledger, in the order of the
// sheets, whoever put them there. What is begun and can't be understood is returned too, with a
// Why. The error wraps ErrForeign.
func Read(book *grid.Book) ([]Ruling, error) {
	typed, err := ReadTyped(book, nil)
	if err != nil {
		return nil, err
	}
	var rs []Ruling
	for _, t := range typed {
		if !t.Empty {
			rs = append(rs, t.Ruling)
		}
	}
	return once(rs), nil
}

// ReadTyped reads the ruling columns of a ledger with what it printed there itself: each line
// that holds something or did. formulas are the cells of each sheet that hold one. The error
// wraps ErrForeign.
func ReadTyped(book *grid.Book, formulas map[string]map[string]bool) ([]Typing, error) {
	overview, err := find(book, OverviewSheet, WholeTyped, WholeHidden)
	if err != nil {
		return nil, err
	}
	lines, err := find(book, FindingsSheet, LineTyped, LineHidden)
	if err != nil {
		return nil, err
	}
	keys, texts := map[int]string{}, map[string]string{}
	var all typings
	for w, at := range overview {
		if no, key, ok := parseRef(w.Ref); ok {
			keys[no], texts[key] = key, w.Text
		}
		all = appendTyping(all, w.Said(), w.Mark, w.empty(), at, func() Ruling { return w.line().ruling(nil) }).without(formulas, at)
	}
	for l, at := range lines {
		all = appendTyping(all, LineTyped.Cells(l), l.Mark, l.empty(), at, func() Ruling { return l.ruling(keys) }).without(formulas, at)
	}
	for i := range all {
		all[i].Ruling.Called = texts[all[i].Ruling.Key]
	}
	headings, err := findHeadings(book)
	if err != nil {
		return nil, err
	}
	for h, at := range headings {
		all = appendTyping(all, h.Cells(), h.Mark, h.empty(), at, h.ruling).without(formulas, at)
	}
	if all, err = readNumerals(book, all, formulas); err != nil {
		return nil, err
	}
	return readClosings(book, all, formulas), nil
}

// appendTyping adds a line where something stands in it or did.
func appendTyping(all typings, cells []string, mark string, empty bool, at []finding.Place, read func() Ruling) typings {
	t := Typing{Empty: empty, Mark: parseMark(mark), At: at[0]}
	if empty {
		cells = nil
	} else {
		t.Ruling = read()
	}
	if t.Changed = !t.Mark.shows(cells); empty && !t.Changed {
		return all
	}
	return append(all, t)
}

type typings []Typing

// without notes on the last line, if it is of these cells, that a formula stands in them.
func (all typings) without(formulas map[string]map[string]bool, cells []finding.Place) typings {
	for _, at := range cells {
		if !formulas[at.Sheet()][at.Cell()] {
			continue
		}
		if n := len(all) - 1; n < 0 || all[n].At != cells[0] {
			all = append(all, Typing{Empty: true, At: cells[0]})
		}
		t := &all[len(all)-1]
		t.Changed, t.Formula = false, at
		return all
	}
	return all
}

// findHeadings returns the lines of 读法. A ledger of an earlier version has no such sheet; one
// that says it has, and has not, has lost it.
func findHeadings(book *grid.Book) (iter.Seq2[Heading, []finding.Place], error) {
	lines, err := find(book, ReadingsSheet, HeadingTyped, HeadingHidden)
	if err == nil || sheetOf(book, ReadingsSheet) != nil || names(sheetOf(book, NotesSheet), ReadingsSheet) {
		return lines, err
	}
	return func(func(Heading, []finding.Place) bool) {}, nil
}

// names reports whether 说明 lists a sheet.
func names(notes *grid.Sheet, sheet string) bool {
	if notes == nil {
		return false
	}
	for row := 1; row <= min(notes.LastRow(), deepestHeading); row++ {
		if strings.TrimSpace(notes.Cell(row, 1).Text) == sheet {
			return true
		}
	}
	return false
}

func sheetOf(book *grid.Book, name string) *grid.Sheet {
	i := slices.IndexFunc(book.Sheets, func(s *grid.Sheet) bool { return strings.TrimSpace(s.Name) == name })
	if i < 0 {
		return nil
	}
	return book.Sheets[i]
}

// once leaves out what a copied line says once more.
func once(rs []Ruling) []Ruling {
	seen := map[Ruling]bool{}
	return slices.DeleteFunc(rs, func(r Ruling) bool {
		again := seen[r]
		seen[r] = true
		return again
	})
}

// find returns the lines of the sheet below the heading of the ruling columns, each with the
// places of the columns that the office fills in, which are the first group.
func find[L any](book *grid.Book, name string, groups ...Columns[L]) (iter.Seq2[L, []finding.Place], error) {
	columns := Columns[L](slices.Concat(groups...))
	sheet := sheetOf(book, name)
	if sheet == nil {
		return nil, fmt.Errorf("%w：没有“%s”表", ErrForeign, name)
	}
	headings := columns.Headings()
	head, at, missing := headingRow(sheet, headings, newer[name])
	if len(missing) > 0 {
		return nil, fmt.Errorf("%w：“%s”表里没有“%s”栏", ErrForeign, name, strings.Join(missing, "”“"))
	}
	return func(yield func(L, []finding.Place) bool) {
		for row := head + 1; row <= sheet.LastRow(); row++ {
			var line L
			for i, c := range columns {
				if at[i] == 0 {
					continue // of an earlier version
				}
				if cell := sheet.Cell(row, at[i]); !cell.Covered() {
					c.set(&line, said(cell))
				}
			}
			var places []finding.Place
			for _, col := range at[:len(groups[0])] {
				if col > 0 {
					places = append(places, sheet.Place().At(row, col))
				}
			}
			if !yield(line, places) {
				return
			}
		}
	}, nil
}

// said returns what stands in a cell. A formula that nobody has computed says what it is where it
// is nothing but a text. Any other is no answer, and no blank either: it is shown again as it was
// typed, as what can't be carried out.
func said(cell grid.Cell) string {
	if cell.Kind == grid.Failed && cell.Formula != "" {
		if text, rest, ok := grid.Quoted(cell.Formula); ok && strings.TrimSpace(rest) == "" {
			return strings.TrimSpace(text)
		}
		return "=" + cell.Formula
	}
	return strings.TrimSpace(cell.String())
}

// headingRow finds the row that has all the headings but newer ones, and where each stands; else what
// the best row lacks.
func headingRow(sheet *grid.Sheet, headings, newer []string) (row int, at []int, missing []string) {
	missing = headings
	for n := 1; n <= min(sheet.LastRow(), deepestHeading); n++ {
		columns := map[string]int{}
		for col := sheet.Width(); col >= 1; col-- {
			columns[strings.TrimSpace(sheet.Cell(n, col).Text)] = col
		}
		var lacks []string
		at := make([]int, len(headings))
		for i, h := range headings {
			if at[i] = columns[h]; at[i] == 0 && former[h] != "" {
				at[i] = columns[former[h]]
			}
			if at[i] == 0 && !slices.Contains(newer, h) {
				lacks = append(lacks, h)
			}
		}
		if len(lacks) == 0 {
			return n, at, nil
		}
		if len(lacks) < len(missing) {
			missing = lacks
		}
	}
	return 0, nil, missing
}
