package find

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers/naming"
	"taizhang/templates/tables"
)

// depths are the ways to number lines, the outermost first.
var depths = []*regexp.Regexp{
	regexp.MustCompile(`^[一二三四五六七八九十]{1,3}[、.．]`),
	regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[）)]`),
	regexp.MustCompile(`^[0-9０-９]{1,2}(?:[、．]|[.](?:[^0-9]|$))`),
	regexp.MustCompile(`^(?:[（(][0-9０-９]{1,2}[）)]|[0-9０-９]{1,2}[)）])`),
	regexp.MustCompile(`^[①-⑳]`),
}

// depthOf returns how deep a numbered text stands in an outline, from 1; 0 for one without a number.
func depthOf(text string) int {
	text = strings.TrimLeft(text, " 　\t")
	return 1 + slices.IndexFunc(depths, func(d *regexp.Regexp) bool { return d.MatchString(text) })
}

// outlined is a numbered line and the rows that it names.
type outlined struct {
	depth int
	rows  []naming.Ref
}

// noteDepth takes a line into the outline, and closes what it ends.
func (sc *Scan) noteDepth(texts []string, rows []naming.Ref) {
	for _, text := range texts {
		d := depthOf(text)
		if d == 0 {
			continue
		}
		for len(sc.outline) > 0 && sc.outline[len(sc.outline)-1].depth >= d {
			sc.outline = sc.outline[:len(sc.outline)-1]
		}
		sc.outline = append(sc.outline, outlined{d, rows})
		return
	}
}

// outer returns the rows of the nearest line that a numbered one stands under.
func (sc *Scan) outer(texts []string) []naming.Ref {
	for _, text := range texts {
		d := depthOf(text)
		if d == 0 {
			continue
		}
		for _, o := range slices.Backward(sc.outline) {
			if o.depth < d {
				return o.rows
			}
		}
	}
	return nil
}

// rowsAbove returns the rows that a line which names a column goes on with: those of a heading of
// its own above it or in a cell of its own to the left, those of the line of numbers to which 其中 ties
// it, or those of the line that it is numbered under. A sum is no part of a line of numbers. Nothing
// else ties a bare 其他 or 合计 to the line above: a number may also tie it where the line before it was
// tied.
func (sc *Scan) rowsAbove(l *label) []naming.Ref {
	sum := slices.ContainsFunc(l.texts, func(s string) bool { return isTotal(naming.Unnumbered(s)) })
	if sc.under || (sc.among || l.among) && !sum {
		return sc.rows
	}
	if !sc.tied && (sum || slices.ContainsFunc(l.texts, func(s string) bool { return naming.Bare(s) == "其他" })) {
		return nil
	}
	return sc.outer(l.texts)
}

// opens reports whether a line that names a row holds no number: it is a heading of those below it.
func (sc *Scan) opens(found []Placed) bool {
	return len(found) > 0 && !slices.ContainsFunc(found, func(p Placed) bool { return !p.Cell.IsEmpty() && !sc.Form.Absent[fold.Key(p.Cell.Text)] })
}

// takeBack gives up what a heading line was taken to say of its row's own number, where lines below
// it go on with the row.
func (sc *Scan) takeBack(found []Placed, tied bool) {
	if len(sc.opened) == 0 {
		return
	}
	again := slices.ContainsFunc(found, func(p Placed) bool {
		return slices.ContainsFunc(sc.opened, func(o Placed) bool { return o.Indicator == p.Indicator })
	})
	if !tied && !again {
		return
	}
	for _, o := range sc.opened {
		at := o.Cell.At()
		sc.Placed = slices.DeleteFunc(sc.Placed, func(p Placed) bool { return p.Cell.At() == at && p.Indicator == o.Indicator })
		if !o.Cell.IsEmpty() {
			sc.Labels = append(sc.Labels, o.Cell)
		}
	}
	sc.opened = nil
}

// isMarks reports a line that counts the columns of a form below their headings: 甲 乙 1 2.
func (sc *Scan) isMarks(line int, own []grid.Cell) bool {
	if len(own) < 2 || len(sc.heads) == 0 || sc.heads[len(sc.heads)-1] != line-1 {
		return false
	}
	next := 1
	for i, c := range own {
		text := strings.Trim(fold.Key(c.Text), "()（）")
		switch {
		case text == strconv.Itoa(next) && i > 0:
			next++
		case !columnSign.MatchString(text) && !(i == 0 && sc.headingOf(c.Text).Head == tables.HeadOther):
			return false
		case next > 1:
			return false
		}
	}
	return next < len(own)+1
}

var columnSign = regexp.MustCompile(`^[甲乙丙丁戊己庚辛壬癸a-h]$`)
