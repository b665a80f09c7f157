package xlsx

import (
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/report/xlsx/fit"
	"taizhang/report/xlsx/press"
)

// cells writes the rows of one sheet as the format wants them (ECMA-376, part 1, 18.3.1).
// A row goes out as soon as it is written, so that a sheet takes no memory but what is
// left of it when it is compressed.
type cells struct {
	out   press.Stream
	texts *texts
	grows bool     // rows grow when somebody writes in them
	cols  []string // letters of the columns so far
}

// begin starts a row of the height in points.
func (c *cells) begin(row int, height float64) []byte {
	b := append(c.out.Room(), `<row r="`...)
	b = strconv.AppendInt(b, int64(row), 10)
	b = append(b, `" ht="`...)
	b = strconv.AppendFloat(b, height, 'f', -1, 64)
	if !c.grows {
		b = append(b, `" customHeight="1`...)
	}
	return append(b, `">`...)
}

// end ends the row that begin started.
func (c *cells) end(b []byte) {
	c.out.Take(append(b, "</row>"...))
}

// open starts a cell.
func (c *cells) open(b []byte, col, row, style int) []byte {
	b = c.appendAddress(append(b, `<c r="`...), col, row)
	if b = append(b, '"'); style > 0 {
		b = strconv.AppendInt(append(b, ` s="`...), int64(style), 10)
		b = append(b, '"')
	}
	return b
}

// appendAddress appends the address of a cell.
func (c *cells) appendAddress(b []byte, col, row int) []byte {
	for len(c.cols) < col {
		c.cols = append(c.cols, Letter(len(c.cols)+1))
	}
	return strconv.AppendInt(append(b, c.cols[col-1]...), int64(row), 10)
}

// appendText writes a cell with a text, by its index.
func (c *cells) appendText(b []byte, col, row, style, text int) []byte {
	b = append(c.open(b, col, row, style), ` t="s"><v>`...)
	return append(c.texts.appendNumber(b, text), "</v></c>"...)
}

// append writes a cell: an int, a float64, a bool or nil, and a formula with that or a
// clean string as its result.
func (c *cells) append(b []byte, col, row, style int, value any, formula string) []byte {
	b = c.open(b, col, row, style)
	switch v := value.(type) {
	case nil:
		if formula == "" {
			return append(b, "/>"...)
		}
		return append(c.formula(append(b, '>'), formula), "</c>"...)
	case int:
		b = strconv.AppendInt(c.result(append(b, '>'), formula), int64(v), 10)
	case float64:
		b = appendNumber(c.result(append(b, '>'), formula), v)
	case bool:
		digit := byte('0')
		if v {
			digit = '1'
		}
		b = append(c.result(append(b, ` t="b">`...), formula), digit)
	case string:
		b = appendText(c.result(append(b, ` t="str">`...), formula), v)
	}
	return append(b, "</v></c>"...)
}

func (c *cells) formula(b []byte, formula string) []byte {
	return append(appendText(append(b, "<f>"...), fit.Clean(formula)), "</f>"...)
}

// result opens a value, behind the formula that it is the result of.
func (c *cells) result(b []byte, formula string) []byte {
	if formula != "" {
		b = c.formula(b, formula)
	}
	return append(b, "<v>"...)
}

// appendNumber writes a number with the fifteen digits that a spreadsheet keeps.
func appendNumber(b []byte, v float64) []byte {
	if kept, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64); err == nil {
		v = kept
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// appendText writes a text that is clean. What would be read as the code of a character
// (_x0041_) is told apart by a code of its own.
func appendText(b []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		mark := ""
		switch s[i] {
		case '&':
			mark = "&amp;"
		case '<':
			mark = "&lt;"
		case '>':
			mark = "&gt;"
		case '_':
			if !code(s[i:]) {
				continue
			}
			mark = "_x005F_"
		default:
			continue
		}
		b = append(append(b, s[from:i]...), mark...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

// code reports whether a text begins with the code of a character.
func code(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	return strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}

// Letter returns the name of the column that counts from 1.
func Letter(col int) string { return finding.ColumnName(col) }

// Name returns the address of a cell, counting from 1.
func Name(col, row int) string { return Letter(col) + strconv.Itoa(row) }

// Area returns the address of a range.
func Area(col, row, toCol, toRow int) string { return Name(col, row) + ":" + Name(toCol, toRow) }
