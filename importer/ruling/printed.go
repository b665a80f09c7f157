package ruling

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
)

// PrintedSheet is the hidden sheet of the ledger that says what stood in each of its cells when
// it was printed, so that the next run can name a cell that somebody has changed.
const PrintedSheet = "印记"

// PrintedVersion stands in its first cell. Codes that are made otherwise need another one: by
// them every cell of an older ledger would seem to be changed.
const PrintedVersion = "1版"

// Codes that say what a cell holds without a sum.
const (
	codeWidth = 3     // characters
	codeEmpty = "..." // nothing
	codeFree  = "~~~" // whatever it likes: the office's own columns, formulas, what lies under a merge
	longest   = 30000 // characters of codes in one cell
)

const codeLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// Code stands for what a cell holds. The zero value is none.
type Code [codeWidth]byte

// FreeCode is of a cell that may hold whatever it likes.
var FreeCode = Code([]byte(codeFree))

var emptyCode = Code([]byte(codeEmpty))

// CodeOfText and CodeOfNumber return the code of a cell.
func CodeOfText(text string) Code {
	if text != "" && !strings.ContainsFunc(text, isSpace) {
		return codeOf(added(fnvOffset, text)) // nearly always
	}
	sum, blank := uint64(fnvOffset), true
	for word := range strings.FieldsSeq(text) {
		if !blank {
			sum = added(sum, " ")
		}
		sum, blank = added(sum, word), false
	}
	if blank {
		return emptyCode
	}
	return codeOf(sum)
}

func isSpace(r rune) bool { return !fold.IsIdeograph(r) && unicode.IsSpace(r) }

func CodeOfNumber(v float64) Code {
	var room [32]byte
	return codeOf(added(added(fnvOffset, "="), strconv.AppendFloat(room[:0], v, 'g', 12, 64)))
}

// FNV-1a, which a text of any length is summed up with.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func added[T string | []byte](sum uint64, text T) uint64 {
	for i := range len(text) {
		sum = (sum ^ uint64(text[i])) * fnvPrime
	}
	return sum
}

func codeOf(sum uint64) (code Code) {
	sum ^= sum >> 32
	for i := range code {
		code[i] = codeLetters[sum&63]
		sum >>= 6
	}
	return code
}

// Printed is a sheet as it was printed.
type Printed struct {
	Name  string
	Width int      // columns
	full  []string // cells of codes, row by row
	codes []byte   // of the cell that is being filled
	row   int      // the last that was put
	said  string   // all of codes, where it was read
}

// Put adds the codes of a row; rows come from the top down, and those left out are empty.
func (p *Printed) Put(row int, codes []Code) {
	for p.row++; p.row < row; p.row++ {
		p.blanks(p.Width)
	}
	for _, code := range codes[:min(len(codes), p.Width)] {
		p.add(code)
	}
	p.blanks(p.Width - len(codes))
}

func (p *Printed) blanks(n int) {
	for range n {
		p.add(emptyCode)
	}
}

// add begins a cell where the one before is full: a long sheet is never copied as a whole.
func (p *Printed) add(code Code) {
	if len(p.codes)+codeWidth > longest {
		p.full, p.codes = append(p.full, string(p.codes)), p.codes[:0]
	}
	p.codes = append(p.codes, code[:]...)
}

// Cells returns the codes as the cells of PrintedSheet hold them, behind the sheet's name and
// width.
func (p *Printed) Cells() []string {
	return slices.Concat([]string{p.Name, strconv.Itoa(p.Width)}, p.full, []string{string(p.codes)})
}

// readPrinted reads PrintedSheet; none where the ledger is of an earlier version or the sheet
// is no longer whole.
func readPrinted(sheet *grid.Sheet) (all []*Printed) {
	if sheet.Cell(1, 1).Text != PrintedVersion {
		return nil
	}
	for row := 2; row <= sheet.LastRow(); row++ {
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

// Unedited reports whether a sheet of a book stands there as this program printed it. A book that
// does not say what it printed has none that does.
func Unedited(book *grid.Book, s *grid.Sheet) bool {
	said := sheetOf(book, PrintedSheet)
	if said == nil || s == said {
		return false
	}
	printed := readPrinted(said)
	i := slices.IndexFunc(printed, func(p *Printed) bool { return p.Name == strings.TrimSpace(s.Name) })
	return i >= 0 && len(printed[i].edits(s)) == 0
}

// lineOf returns the codes of a row as it stands.
func (p *Printed) lineOf(s *grid.Sheet, row int) string {
	var b strings.Builder
	for col := 1; col <= p.Width; col++ {
		code := codeOfCell(s.Cell(row, col))
		b.Write(code[:])
	}
	return b.String()
}

func codeOfCell(c grid.Cell) Code {
	switch {
	case c.Covered(), c.Formula != "":
		return FreeCode
	case c.Kind == grid.Empty:
		return CodeOfText("")
	case c.Kind == grid.Number, c.Number != 0 && c.Format != "": // shown as 第7行
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
