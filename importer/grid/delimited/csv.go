package delimited

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
)

// ReadCSV reads text between commas, tabs, semicolons, or what else cuts its lines evenly. Row n
// is record n; a field in quotes may hold line breaks. Nothing is taken for a number: what a
// person typed stays.
func ReadCSV(r *grid.Reading, data []byte) *grid.Refusal {
	text, ok := charset.Decode(data)
	if !ok {
		return grid.Damaged("文字编码已损坏")
	}
	r.Budget.Hold(len(text))
	p := records{line: 1}
	if p.text, p.delimiter = sepLine(text); p.delimiter == 0 {
		p.delimiter = delimiterOf(p.text)
	} else {
		p.line++
	}
	p.width, p.widest = usualWidth(p.text, p.delimiter)
	p.returns = strings.Contains(p.text, "\r\n")
	d := grid.NewDraft(r.File, textSheet)
	for row := 1; ; row++ {
		fields, ok := p.next()
		if p.bad != nil {
			return p.bad
		}
		if !ok {
			return r.Add(d)
		}
		if len(fields) > grid.MostCols || row > grid.MostRows {
			return grid.Damaged("第 %d 行超出表格范围", row)
		}
		for i, field := range fields {
			if len(field) > grid.MaxTextBytes {
				return grid.TooLarge("一个单元格的文字过长", grid.Megabytes(grid.MaxTextBytes))
			}
			d.PutText(row, i+1, strings.TrimSpace(literal(field)))
		}
		if bad := r.Room(d); bad != nil {
			return bad
		}
	}
}

// literal takes the ="001" apart that keeps a spreadsheet from reading a number.
func literal(field string) string {
	if len(field) > 3 && strings.HasPrefix(field, `="`) && strings.HasSuffix(field, `"`) {
		return field[2 : len(field)-1]
	}
	return field
}

// sepLine reads a first line sep=; that names the delimiter and is no record.
func sepLine(text string) (rest string, delimiter byte) {
	first, rest, _ := strings.Cut(text, "\n")
	first = strings.Trim(strings.TrimRight(first, "\r"), `" `) // a tab may be what it names
	if len(first) == 5 && strings.EqualFold(first[:4], "sep=") {
		return rest, first[4]
	}
	return text, 0
}

// records cuts a text into fields.
type records struct {
	text      string
	delimiter byte
	line      int  // for messages, from 1
	width     int  // fields of most lines, 0 where that is not known
	widest    int  // fields of the widest of the first lines
	returns   bool // lines end in CR LF
	before    int  // fields of the record before the one being read
	tried     int  // bytes that were looked through for the end of quotes that were none
	bad       *grid.Refusal
}

// next returns the next record; ok is false at the end. A blank line is a record of one
// empty field.
func (p *records) next() (fields []string, ok bool) {
	if p.text == "" || p.bad != nil {
		return nil, false
	}
	for {
		p.before = len(fields)
		field, end := p.field()
		fields = append(fields, field)
		if end != p.delimiter || p.bad != nil {
			return fields, p.bad == nil
		}
		if len(fields) > grid.MostCols {
			return fields, true
		}
	}
}

// field reads up to the delimiter, the line's end or the text's end, and says which: the
// delimiter, '\n' or 0.
func (p *records) field() (field string, end byte) {
	if rest := p.opening(); strings.HasPrefix(rest, `"`) {
		if field, ok := p.quoted(rest); ok || p.bad != nil {
			return field, p.over(0)
		}
	}
	n := strings.IndexFunc(p.text, func(r rune) bool { return r == rune(p.delimiter) || r == '\n' || r == '\r' })
	if n < 0 {
		n = len(p.text)
	}
	field = p.text[:n]
	return field, p.over(n)
}

// opening returns the text from the next field on, without the spaces that some write between
// the delimiter and a quote.
func (p *records) opening() string {
	rest := strings.TrimLeft(p.text, " ")
	if p.delimiter == ' ' || !strings.HasPrefix(rest, `"`) {
		return p.text
	}
	return rest
}

// over steps past n bytes and the delimiter or line break behind them.
func (p *records) over(n int) byte {
	p.text = p.text[n:]
	if p.text == "" {
		return 0
	}
	end := p.text[0]
	p.text = p.text[1:]
	if end == p.delimiter {
		return end
	}
	if end == '\r' {
		p.text = strings.TrimPrefix(p.text, "\n")
	}
	p.line++
	return '\n'
}
