package inplace

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
)

// edit puts a text in the place of a stretch of a part.
type edit struct {
	from, to int
	text     string
}

// sheet is how far the reading of a sheet's part has come.
type sheet struct {
	part   []byte
	left   []Cell // what is still to be written, in the order of the sheet
	edits  []edit
	prefix string // of the names of elements, "x:" in files of some writers

	depth    int
	in       bool // the cells
	row, col int
	formula  bool
	tag      [2]int     // where the start tag of the row stands, of sheetData as long as there is none
	at       [2]int     // where the start tag of the cell stands
	attrs    []xml.Attr // of the cell
	last     int        // row of the part as it was
}

// rewrite returns the part of a sheet with other texts in some of its cells.
func rewrite(part []byte, cells []Cell) ([]byte, error) {
	s := &sheet{part: part, left: slices.Clone(cells)}
	slices.SortFunc(s.left, func(a, b Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		from := int(d.InputOffset())
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("这一页读不了：%w", err)
		}
		to := int(d.InputOffset())
		switch tok := tok.(type) {
		case xml.StartElement:
			s.depth++
			s.starts(tok, from, to)
		case xml.EndElement:
			if err := s.ends(tok, from, to); err != nil {
				return nil, err
			}
			s.depth--
		}
	}
	if len(s.left) > 0 {
		return nil, errors.New("这一页里没有格子的地方")
	}
	return s.written(), nil
}

func (s *sheet) starts(tok xml.StartElement, from, to int) {
	switch {
	case s.depth == 2 && tok.Name.Local == "sheetData":
		s.in, s.tag = true, [2]int{from, to}
		if tok.Name.Space != "" {
			s.prefix = tok.Name.Space + ":"
		}
	case !s.in:
	case s.depth == 3 && tok.Name.Local == "row":
		no := s.row + 1
		if n, err := strconv.Atoi(valueOf(tok.Attr, "r")); err == nil {
			no = n
		}
		s.edits = append(s.edits, edit{from, from, s.rows(no)})
		s.row, s.col, s.tag = no, 0, [2]int{from, to}
	case s.depth == 4 && tok.Name.Local == "c":
		s.col++
		if n := column(valueOf(tok.Attr, "r")); n > 0 {
			s.col = n
		}
		s.at, s.attrs, s.formula = [2]int{from, to}, tok.Copy().Attr, false
		s.edits = append(s.edits, edit{from, from, s.cells(s.col)})
	case s.depth == 5 && tok.Name.Local == "f":
		s.formula = true
	}
}

func (s *sheet) ends(tok xml.EndElement, from, to int) error {
	switch {
	case !s.in:
	case s.depth == 4 && tok.Name.Local == "c":
		if len(s.left) == 0 || s.left[0].Row != s.row || s.left[0].Col != s.col {
			return nil
		}
		if s.formula {
			return ErrFormula
		}
		s.edits = append(s.edits, edit{s.at[0], to, s.cell(s.left[0], s.attrs)})
		s.left = s.left[1:]
	case s.depth == 3 && tok.Name.Local == "row":
		s.closes("row", from, to, s.cells(lastColumn+1))
	case s.depth == 2 && tok.Name.Local == "sheetData":
		s.last = s.row
		s.closes("sheetData", from, to, s.rows(lastRow+1))
		s.in = false
	}
	return nil
}

// The most that a sheet can have.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// closes puts a text before the end of an element, also of one that has no end tag of its own.
func (s *sheet) closes(name string, from, to int, text string) {
	switch {
	case text == "":
	case from < to:
		s.edits = append(s.edits, edit{from, from, text})
	default:
		open := strings.TrimRight(strings.TrimSuffix(string(s.part[s.tag[0]:s.tag[1]]), "/>"), " ") + ">"
		s.edits = append(s.edits, edit{s.tag[0], s.tag[1], open + text + "</" + s.prefix + name + ">"})
	}
}

// rows are the rows that are to be written and stand before the given one, which the sheet has.
func (s *sheet) rows(before int) string {
	var b strings.Builder
	for len(s.left) > 0 && s.left[0].Row < before {
		s.row = s.left[0].Row
		fmt.Fprintf(&b, `<%srow r="%d">%s</%srow>`, s.prefix, s.row, s.cells(lastColumn+1), s.prefix)
	}
	return b.String()
}

// cells are the cells of the row that are to be written and stand before a column.
func (s *sheet) cells(before int) string {
	var b strings.Builder
	for len(s.left) > 0 && s.left[0].Row == s.row && s.left[0].Col < before {
		b.WriteString(s.cell(s.left[0], nil))
		s.left = s.left[1:]
	}
	return b.String()
}

// cell is a cell with its text, and with what its attributes say of its look.
func (s *sheet) cell(c Cell, attrs []xml.Attr) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<%sc r="%s"`, s.prefix, finding.Place{}.At(c.Row, c.Col).Cell())
	for _, a := range attrs {
		if a.Name.Space == "" && (a.Name.Local == "s" || a.Name.Local == "ph") {
			fmt.Fprintf(&b, ` %s="%s"`, a.Name.Local, escaped(a.Value))
		}
	}
	if c.Text == "" {
		return b.String() + "/>"
	}
	fmt.Fprintf(&b, ` t="inlineStr"><%[1]sis><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sis></%[1]sc>`, s.prefix, escaped(c.Text))
	return b.String()
}

// used is the stretch of a sheet that is said to hold anything.
var used = regexp.MustCompile(`(<(?:\w+:)?dimension ref="[A-Z]+[0-9]+:[A-Z]+)([0-9]+)"`)

// written is the part with all edits made.
func (s *sheet) written() []byte {
	slices.SortStableFunc(s.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var b bytes.Buffer
	done := 0
	for _, e := range s.edits {
		b.Write(s.part[done:e.from])
		b.WriteString(e.text)
		done = e.to
	}
	b.Write(s.part[done:])
	if at := used.FindSubmatchIndex(b.Bytes()); at != nil && s.row > s.last {
		return slices.Concat(b.Bytes()[:at[4]], []byte(strconv.Itoa(s.row)), b.Bytes()[at[5]:])
	}
	return b.Bytes()
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes all
	return b.String()
}

func valueOf(attrs []xml.Attr, name string) string {
	for _, a := range attrs {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// column is that of an address ("AB12"), 0 where there is none.
func column(address string) (n int) {
	for _, r := range address {
		if r < 'A' || r > 'Z' || n > lastColumn {
			break
		}
		n = n*26 + int(r-'A') + 1
	}
	return n
}
