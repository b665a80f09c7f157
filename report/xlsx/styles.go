package xlsx

import (
	"bytes"
	"errors"
	"strconv"
)

const (
	stylesPart  = "xl/styles.xml"
	firstFormat = 164 // below it are the formats that need not be spelled out
	chinese     = 134 // the character set by which a machine with another language finds the font
	edgeColor   = "A6A6A6"
)

// styles are the styles of a workbook as the format wants them (ECMA-376, part 1, 18.8).
// They go into the style sheet of the workbook writer, which by itself holds each new style
// against all that it has: for a slip that takes longer than its rows.
type styles struct {
	known                         map[Style]int
	formats, fonts, fills, frames elements
	cells                         elements
}

// elements are those of one kind, each once, in the order in which they came.
type elements struct {
	first int // number of the first of them; those before are the workbook writer's
	known map[string]int
	list  []byte
}

func newStyles() *styles {
	from := func(first int) elements { return elements{first: first, known: map[string]int{}} }
	return &styles{known: map[Style]int{}, formats: from(firstFormat), fonts: from(1), fills: from(2), frames: from(1), cells: from(1)}
}

// number returns the number of an element.
func (e *elements) number(xml string) int {
	n, ok := e.known[xml]
	if !ok {
		n = e.first + len(e.known)
		e.known[xml] = n
		e.list = append(e.list, xml...)
	}
	return n
}

// of returns the number of a style.
func (s *styles) of(k Style) int {
	n, ok := s.known[k]
	if !ok {
		n = s.cells.number(s.cell(k))
		s.known[k] = n
	}
	return n
}

// cell is the style of a cell, which refers to its font, fill, frame and format.
func (s *styles) cell(k Style) string {
	b := []byte(`<xf xfId="0" applyFont="1" applyAlignment="1"`)
	refer := func(name string, n int) {
		b = strconv.AppendInt(append(append(append(b, ' '), name...), `="`...), int64(n), 10)
		b = append(b, '"')
	}
	refer("numFmtId", s.format(k))
	refer("fontId", s.fonts.number(font(k)))
	refer("fillId", s.fill(k))
	refer("borderId", s.frame(k))
	if k.Format != "" {
		b = append(b, ` applyNumberFormat="1"`...)
	}
	if k.Fill != "" {
		b = append(b, ` applyFill="1"`...)
	}
	if k.Frame {
		b = append(b, ` applyBorder="1"`...)
	}
	if k.Quoted {
		b = append(b, ` quotePrefix="1"`...)
	}
	if k.Open {
		b = append(b, ` applyProtection="1"`...)
	}
	b = append(b, `><alignment`...)
	b = appendAttribute(b, "horizontal", k.Align)
	vertical := "top"
	if k.Middle {
		vertical = "center"
	}
	b = appendAttribute(b, "vertical", vertical)
	if !k.Nowrap {
		b = append(b, ` wrapText="1"`...)
	}
	b = append(b, "/>"...)
	if k.Open {
		b = append(b, `<protection locked="0"/>`...)
	}
	return string(append(b, "</xf>"...))
}

func font(k Style) string {
	b := []byte("<font>")
	if k.Bold {
		b = append(b, "<b/>"...)
	}
	if k.underline {
		b = append(b, "<u/>"...)
	}
	b = strconv.AppendFloat(append(b, `<sz val="`...), k.Points(), 'f', -1, 64)
	color, name := ink, song
	if k.Color != "" {
		color = k.Color
	}
	if k.Font != "" {
		name = k.Font
	}
	b = append(b, `"/><color rgb="FF`+color+`"/><name val="`+name+`"/><family val="2"/><charset val="`...)
	return string(append(strconv.AppendInt(b, chinese, 10), `"/></font>`...))
}

func (s *styles) format(k Style) int {
	if k.Format == "" {
		return 0
	}
	n := s.formats.first + len(s.formats.known)
	if known, ok := s.formats.known[k.Format]; ok {
		return known
	}
	s.formats.known[k.Format] = n
	b := strconv.AppendInt([]byte(`<numFmt numFmtId="`), int64(n), 10)
	b = append(appendAttribute(append(b, '"'), "formatCode", k.Format), "/>"...)
	s.formats.list = append(s.formats.list, b...)
	return n
}

func (s *styles) fill(k Style) int {
	if k.Fill == "" {
		return 0
	}
	return s.fills.number(`<fill><patternFill patternType="solid"><fgColor rgb="FF` + k.Fill + `"/></patternFill></fill>`)
}

func (s *styles) frame(k Style) int {
	if !k.Frame {
		return 0
	}
	xml := "<border>"
	for _, side := range []string{"left", "right", "top", "bottom"} {
		xml += "<" + side + ` style="thin"><color rgb="FF` + edgeColor + `"/></` + side + ">"
	}
	return s.frames.number(xml + "</border>")
}

// into puts the styles into the style sheet of the workbook writer.
func (s *styles) into(sheet []byte) (_ []byte, err error) {
	if len(s.formats.list) > 0 {
		sheet = bytes.Replace(sheet, []byte("<fonts "), []byte(`<numFmts count="0"></numFmts><fonts `), 1)
	}
	for _, part := range []struct {
		name string
		elements
	}{{"numFmts", s.formats}, {"fonts", s.fonts}, {"fills", s.fills}, {"borders", s.frames}, {"cellXfs", s.cells}} {
		if sheet, err = part.into(sheet, part.name); err != nil {
			return nil, err
		}
	}
	return sheet, nil
}

// into puts the elements behind those that the list of that name has, and counts them.
func (e elements) into(sheet []byte, name string) ([]byte, error) {
	if len(e.list) == 0 {
		return sheet, nil
	}
	before, rest, found := bytes.Cut(sheet, []byte("<"+name+` count="`))
	count, rest, counted := bytes.Cut(rest, []byte(`"`))
	inside, after, ended := bytes.Cut(rest, []byte("</"+name+">"))
	n, err := strconv.Atoi(string(count))
	if !found || !counted || !ended || err != nil || name != "numFmts" && n != e.first {
		return nil, errors.New("no place for " + name)
	}
	out := append(bytes.Clone(before), "<"+name+` count="`...)
	out = append(strconv.AppendInt(out, int64(n+len(e.known)), 10), '"')
	out = append(append(out, inside...), e.list...)
	return append(append(out, "</"+name+">"...), after...), nil
}
