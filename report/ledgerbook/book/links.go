package book

import (
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// source is a file of the year folder, with its address once a link has led there.
type source struct{ format, address string }

// ToFile returns the link to a place in a file of the year folder, at its cell where a
// spreadsheet can go there. Files that this run did not look at get no link.
func (b *Book) ToFile(at finding.Place) xlsx.Target {
	file, ok := b.files[at.File()]
	if !ok {
		return xlsx.Target{}
	}
	if file.address == "" {
		file.address = xlsx.Escape(path.Join(b.root, at.File()))
	}
	t := xlsx.Target{Address: file.address, Tip: "打开来源文件"}
	if len(t.Address) > xlsx.MaxURL {
		return xlsx.Target{}
	}
	if at.Sheet() != "" && (file.format == "xlsx" || file.format == "xls" || file.format == "ods") {
		cell := at.Cell()
		if cell == "" {
			cell = "A1"
		}
		t.Place = "'" + strings.ReplaceAll(at.Sheet(), "'", "''") + "'!" + cell
	}
	return t
}

// Opening is a cell that opens the file at the place. The name of the file stands beside
// it without a link, because some programs don't wrap what is linked.
func (s *Sheet) Opening(at finding.Place, k xlsx.Style) xlsx.Cell {
	c := xlsx.Cell{Text: at.Cell(), Style: k, Link: s.ToFile(at)}
	if c.Link.None() {
		return c
	}
	if c.Text == "" {
		c.Text = "打开"
	}
	c.Style = k.Linked()
	return c
}

// Source is a cell of the width that says where a place is, file, sheet and cell, and opens it
// there. It is one line, because some programs don't wrap what is linked: a name that is too long
// loses its middle, and the tip has the whole.
func (s *Sheet) Source(at finding.Place, width float64, k xlsx.Style) xlsx.Cell {
	where := strings.TrimSpace(" " + at.Sheet() + " " + at.Cell())
	c := xlsx.Cell{Text: strings.TrimSpace(at.File() + " " + where), Style: k, Link: s.ToFile(at)}
	if c.Link.None() {
		return c
	}
	c.Style = k.Linked()
	c.Link.Tip = fit.Clean(c.Text)
	name := []rune(path.Base(at.File()))
	room := fit.Room(width, k.Points())
	for keep := len(name); keep > 4 && fit.Lines(c.Text, room) > 1; keep-- {
		short := name
		if keep < len(name) {
			short = slices.Concat(name[:keep*2/3], []rune("…"), name[len(name)-keep/3:])
		}
		c.Text = strings.TrimSpace(string(short) + " " + where)
	}
	return c
}

// Account is a cell that leads to line n of 行账, empty where that is 0.
func (s *Sheet) Account(n int, k xlsx.Style) xlsx.Cell {
	if n == 0 {
		return xlsx.Cell{Style: k}
	}
	return xlsx.Cell{Value: n, Style: k.Linked().Counted("第", "行"), Link: xlsx.LinkTo(RowsSheet, xlsx.Area(1, n, len(RowColumns), n), "看这一行在行账中的去向")}
}

// ToEntries leads to all that was said of a requirement, nowhere where nothing was.
func (s *Sheet) ToEntries(no int) xlsx.Target {
	span, ok := s.Where.Entries[no]
	if !ok {
		return xlsx.Target{}
	}
	return xlsx.LinkTo(EntriesSheet, xlsx.Area(1, span[0], len(EntryColumns), span[1]), "看这条要求的全部报送")
}
