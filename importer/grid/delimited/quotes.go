package delimited

import (
	"strings"

	"taizhang/importer/grid"
)

// mostTried is how many bytes of a file are looked through for the end of quotes that turn out
// to be none: a file may be nothing but such quotes, and each looks to its end.
const mostTried = 64 << 20

// quoted reads a field in quotes, which rest begins with. One whose closing quote is followed by
// more text was never meant as such: ok is false, and it is read as it stands.
func (p *records) quoted(rest string) (field string, ok bool) {
	indented := len(rest) < len(p.text)
	var b strings.Builder
	from := rest
	rest = rest[1:]
	for {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			if !indented {
				p.bad = grid.Damaged("第 %d 行起的引号没有配对，文件可能不完整", p.line)
			}
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
	size := len(from) - len(rest)
	if p.delimiter != ' ' {
		rest = strings.TrimLeft(rest, " ")
	}
	if rest != "" && rest[0] != p.delimiter && rest[0] != '\n' && rest[0] != '\r' {
		if p.tried += size; p.tried > mostTried {
			p.bad = grid.Damaged("第 %d 行起的引号没有配对，文件可能不完整", p.line)
		}
		return "", false
	}
	if p.swallows(from[:size], rest) {
		p.bad = grid.Damaged("第 %d 行有一个引号没有配对，后面的行会被当成它里面的文字", p.line)
		return "", false
	}
	p.line += strings.Count(p.text[:len(p.text)-len(rest)], "\n")
	p.text = rest
	return b.String(), true
}

// swallows reports whether a field in quotes has lines of the table inside it: each line that
// it runs over is a record of the usual width by itself, as where a lone quote, an inch mark,
// finds its like further down. Lines of two fields can't tell.
func (p *records) swallows(field, rest string) bool {
	if p.width < 3 || p.widest > p.width || !strings.Contains(field, "\n") {
		return false
	}
	if p.returns && !strings.Contains(field, "\r\n") {
		return false // records end in another way than the lines of a cell
	}
	end := strings.IndexByte(rest, '\n')
	if end < 0 {
		end = len(rest)
	}
	fields := p.before + 1 // of the line that is being counted
	for i := range len(field) {
		switch field[i] {
		case p.delimiter:
			fields++
		case '\n':
			if fields != p.width {
				return false
			}
			fields = 1
		}
	}
	return fields+strings.Count(rest[:end], string(rune(p.delimiter))) == p.width
}
