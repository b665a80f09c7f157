// Package find finds the cells of a sheet that hold numbers of a form, and which number each of them is,
// by what the headings and labels around it name. It reads none of them.
package find

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/numbers/naming"
	"taizhang/importer/numbers/written"
	"taizhang/templates/tables"
)

// Finder finds the numbers of a form in sheets. It is safe for use by several goroutines.
type Finder struct {
	Form  *tables.Form
	Index *naming.Index
	year  int // of the report, 0 where it is not known
	names func(text string) (department string, ok bool)

	found    memo[*naming.Named]
	headings memo[written.Heading]
}

// find returns what a text names, nil for nothing.
func (r *Finder) find(text string) *naming.Named {
	return r.found.of(text, r.Index.Find)
}

// headingOf reads a heading.
func (r *Finder) headingOf(text string) written.Heading {
	return r.headings.of(text, func(text string) written.Heading { return written.HeadingOf(r.Form, text) })
}

// New returns a finder of the numbers of a form in a year. department says whether a text is a department's
// name; nil where none is known.
func New(f *tables.Form, year int, department func(text string) (name string, ok bool)) *Finder {
	return &Finder{Form: f, Index: naming.New(f), year: year, names: department}
}

func (r *Finder) department(text string) (string, bool) {
	if r.names == nil || len(text) > 3*written.LongestHead {
		return "", false
	}
	return r.names(text)
}

// MayName reports whether a sheet names any number at all; most name none.
func (r *Finder) MayName(s *grid.Sheet) bool {
	n := 0
	for c := range s.Cells() {
		if c.Kind != grid.Text || c.Covered() || len(c.Text) > 3*naming.LongestLabel {
			continue
		}
		if names := r.find(c.Text); names != nil && names.Names() {
			if n++; n == 2 || len(names.Inds) > 0 || len(names.Rows) > 0 {
				return true
			}
		}
	}
	return false
}

// Holds reports whether a scan has found numbers and not just words that sound like them: most
// cells must hold what a cell of numbers holds, and headings must say what it is about.
func (sc *Scan) Holds() bool {
	if len(sc.Placed) == 0 {
		return sc.listed && len(sc.Strays) > 1 && !slices.ContainsFunc(sc.Strays, func(s Stray) bool { return len(s.Candidates) > 0 && !s.named })
	}
	kinds := map[int]bool{}
	numeric, filled, none := 0, 0, 0
	for _, p := range sc.Placed {
		kinds[p.Indicator] = true
		if p.Cell.IsEmpty() {
			continue
		}
		filled++
		if written.LooksNumeric(sc.Form, p.Cell) {
			numeric++
		}
		if strings.TrimSpace(p.Cell.Text) == "无" {
			none++ // a return also says it
		}
	}
	switch {
	case numeric*2 < filled:
		return false
	case sc.listed:
		return filled > none || filled == 0 && len(kinds) > 1
	case sc.Crossed > 1:
		return len(kinds) > 1
	}
	return len(kinds) > 2 && filled > 2
}

// astray gives up what a scan by another form has placed: no number of it has a place in this
// year's.
func (sc *Scan) astray() (strays []Stray) {
	for _, p := range sc.Placed {
		if !p.Cell.IsEmpty() {
			strays = append(strays, Stray{Cell: p.Cell, Label: sc.Form.Indicators()[p.Indicator].Label, Why: "是旧表式的栏目，本年的表里没有这一项"})
		}
	}
	return append(strays, sc.Strays...)
}

// GiveWay makes a scan that found nothing one of a sheet of another form: all that was found by that
// form astray.
func (sc *Scan) GiveWay(old *Scan) {
	sc.First, sc.Last = old.First, old.Last
	sc.Headings, sc.Labels = old.Headings, old.Labels
	sc.Placed, sc.Strays = nil, old.astray()
}
