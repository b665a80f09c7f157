package delimited

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
)

// ReadCSV reads text between commas, tabs or semicolons. Row n is record n; a field in
// quotes may hold line breaks. Nothing is taken for a number: what a person typed stays.
func ReadCSV(r *grid.Reading, data []byte) *grid.Refusal {
	text, ok := charset.Decode(data)
	if !ok {
		return grid.Damaged("文字编码已损坏")
	}
	text, delimiter := sepLine(text)
	if delimiter == 0 {
		delimiter = delimiterOf(text)
	}
	d := grid.NewDraft(r.File, textSheet)
	p := records{text: text, delimiter: delimiter, line: 1}
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
		if bad := r.Fits(d.Size()); bad != nil {
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
	first = strings.Trim(strings.TrimSpace(first), `"`)
	if len(first) == 5 && strings.EqualFold(first[:4], "sep=") {
		return rest, first[4]
	}
	return text, 0
}

// delimiterOf picks the delimiter that most of the first records agree on.
func delimiterOf(text string) byte {
	best, most := byte(','), 0
	for _, delimiter := range []byte("\t,;|") {
		if n := Agreement(text, delimiter); n > most {
			best, most = delimiter, n
		}
	}
	return best
}

// Agreement returns how many fields the records of the most common length have together,
// 0 where that length is one.
func Agreement(text string, delimiter byte) int {
	const sample = 60
	counts := map[int]int{}
	p := records{text: text, delimiter: delimiter, line: 1}
	for range sample {
		fields, ok := p.next()
		if !ok {
			break
		}
		counts[len(fields)]++
	}
	best := 0
	for n, times := range counts {
		if n > 1 {
			best = max(best, n*times)
		}
	}
	return best
}

// Uniform reports whether all records have the same number of fields.
func Uniform(text string, delimiter byte) bool {
	p := records{text: text, delimiter: delimiter, line: 1}
	width := 0
	for {
		fields, ok := p.next()
		if !ok {
			return p.bad == nil
		}
		if len(fields) == 1 && strings.TrimSpace(fields[0]) == "" {
			continue
		}
		if width == 0 {
			width = len(fields)
		}
		if len(fields) != width {
			return false
		}
	}
}

// records cuts a text into fields.
type records struct {
	text      string
	delimiter byte
	line      int // for messages, from 1
	bad       *grid.Refusal
}

// next returns the next record; ok is false at the end. A blank line is a record of one
// empty field.
func (p *records) next() (fields []string, ok bool) {
	if p.text == "" || p.bad != nil {
		return nil, false
	}
	for {
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
	if strings.HasPrefix(p.text, `"`) {
		if field, ok := p.quoted(); ok || p.bad != nil {
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

// quoted reads a field in quotes. One whose closing quote is followed by more text was
// never meant as such: ok is false, and it is read as it stands.
func (p *records) quoted() (field string, ok bool) {
	var b strings.Builder
	rest := p.text[1:]
	for {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			p.bad = grid.Damaged("第 %d 行起的引号没有配对，文件可能不完整", p.line)
			return "", false
		}
		b.WriteString(rest[:i])
		rest = rest[i+1:]
		if !strings.HasPrefix(rest, `"`) {
			break
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
	if rest != "" && rest[0] != p.delimiter && rest[0] != '\n' && rest[0] != '\r' {
		return "", false
	}
	p.line += strings.Count(p.text[:len(p.text)-len(rest)], "\n")
	p.text = rest
	return b.String(), true
}
