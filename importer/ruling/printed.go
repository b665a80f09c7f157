package ruling

import (
	"hash/fnv"
	"math"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// PrintedSheet is the hidden sheet of the ledger that says what stood in each of its cells when
// it was printed, so that the next run can name a cell that somebody has changed.
const PrintedSheet = "印记"

// A code stands for what a cell holds.
const (
	codeWidth = 3     // characters
	codeEmpty = "..." // nothing
	codeFree  = "~~~" // whatever it likes: the office's own columns, formulas, what lies under a merge
	longest   = 30000 // characters of codes in one cell
)

const codeLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// CodeOfText and CodeOfNumber return the code of a cell.
func CodeOfText(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return codeEmpty
	}
	return codeOf("t" + text)
}

func CodeOfNumber(v float64) string { return codeOf("n" + strconv.FormatFloat(v, 'g', 12, 64)) }

func codeOf(said string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(said))
	sum := h.Sum64()
	sum ^= sum >> 32
	var code [codeWidth]byte
	for i := range code {
		code[i] = codeLetters[sum&63]
		sum >>= 6
	}
	return string(code[:])
}

// CodeFree returns the code of a cell that may hold whatever it likes.
func CodeFree() string { return codeFree }

// Printed is a sheet as it was printed.
type Printed struct {
	Name  string
	Width int             // columns
	codes strings.Builder // row by row
	row   int             // the last that was put
	said  string          // all of codes, where it was read
}

// Put adds the codes of a row; rows come from the top down, and those left out are empty.
func (p *Printed) Put(row int, codes []string) {
	for p.row++; p.row < row; p.row++ {
		p.codes.WriteString(strings.Repeat(codeEmpty, p.Width))
	}
	for i := range p.Width {
		if i < len(codes) {
			p.codes.WriteString(codes[i])
		} else {
			p.codes.WriteString(codeEmpty)
		}
	}
}

// Cells returns the codes as the cells of PrintedSheet hold them, behind the sheet's name and
// width.
func (p *Printed) Cells() []string {
	cells, rest := []string{p.Name, strconv.Itoa(p.Width)}, p.codes.String()
	for len(rest) > longest {
		cells, rest = append(cells, rest[:longest]), rest[longest:]
	}
	return append(cells, rest)
}

// readPrinted reads PrintedSheet; none where the ledger is of an earlier version or the sheet
// is no longer whole.
func readPrinted(sheet *grid.Sheet) (all []*Printed) {
	for row := 1; row <= sheet.LastRow(); row++ {
		width, err := strconv.Atoi(sheet.Cell(row, 2).Text)
		if err != nil || width < 1 || width > math.MaxInt16 {
			return nil
		}
		var said strings.Builder
		for col := 3; col <= sheet.Width(); col++ {
			said.WriteString(sheet.Cell(row, col).Text)
		}
		p := &Printed{Name: sheet.Cell(row, 1).Text, Width: width, said: said.String()}
		if len(p.said)%(width*codeWidth) != 0 {
			return nil
		}
		p.row = len(p.said) / (width * codeWidth)
		all = append(all, p)
	}
	return all
}

// line returns the codes of a row, "" where it was not printed.
func (p *Printed) line(row int) string {
	size := p.Width * codeWidth
	if row < 1 || row > p.row {
		return ""
	}
	return p.said[(row-1)*size : row*size]
}

// Edit is a place in the ledger that somebody changed outside the ruling columns.
type Edit struct {
	At   finding.Place
	What string // what was done there, in the office's words
}

// Edits compares a ledger with what it printed itself. A ledger that does not say what it
// printed has none. Sorted lines are no edit.
func Edits(book *grid.Book) (edits []Edit) {
	said := sheetOf(book, PrintedSheet)
	if said == nil {
		return nil
	}
	printed := readPrinted(said)
	if len(printed) == 0 {
		return nil
	}
	for _, s := range book.Sheets {
		i := slices.IndexFunc(printed, func(p *Printed) bool { return p.Name == strings.TrimSpace(s.Name) })
		switch {
		case s == said:
		case i < 0:
			edits = append(edits, Edit{s.Place(), "新加了工作表“" + s.Name + "”"})
		default:
			edits = append(edits, printed[i].edits(s)...)
		}
	}
	for _, p := range printed {
		if sheetOf(book, p.Name) == nil {
			edits = append(edits, Edit{finding.In(book.File, p.Name), "删去了工作表“" + p.Name + "”"})
		}
	}
	return edits
}

// lineOf returns the codes of a row as it stands.
func (p *Printed) lineOf(s *grid.Sheet, row int) string {
	var b strings.Builder
	for col := 1; col <= p.Width; col++ {
		b.WriteString(codeOfCell(s.Cell(row, col)))
	}
	return b.String()
}

func codeOfCell(c grid.Cell) string {
	switch {
	case c.Covered(), c.Formula != "":
		return codeFree
	case c.Kind == grid.Empty:
		return codeEmpty
	case c.Kind == grid.Number:
		return CodeOfNumber(c.Number)
	}
	return CodeOfText(c.Text)
}

// differ returns the columns in which two rows differ.
func differ(printed, now string) (cols []int) {
	for i := 0; i+codeWidth <= len(printed); i += codeWidth {
		a, b := printed[i:i+codeWidth], now[i:i+codeWidth]
		if a != b && a != codeFree && b != codeFree {
			cols = append(cols, i/codeWidth+1)
		}
	}
	return cols
}
