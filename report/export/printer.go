package export

import (
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// flushAt is how much is put together before it is handed on, in bytes.
const flushAt = 1 << 16

// printer prints a JSON object key by key, with two spaces of indent a level, in the bytes
// in which encoding/json prints it. The order of the calls is the order of the keys. The
// first failure is kept and ends the work.
type printer struct {
	out   io.Writer
	b     []byte
	depth int
	begun bool // the innermost object or list has something in it
	err   error
}

// open begins an object or a list; what closes it is close's.
func (p *printer) open(mark byte) {
	p.b = append(p.b, mark)
	p.depth++
	p.begun = false
}

func (p *printer) close(mark byte) {
	p.depth--
	if p.begun {
		p.line()
	}
	p.b = append(p.b, mark)
	p.begun = true
	if len(p.b) >= flushAt {
		p.flush()
	}
}

func (p *printer) flush() {
	if p.err == nil {
		_, p.err = p.out.Write(p.b)
	}
	p.b = p.b[:0]
}

func (p *printer) line() {
	p.b = append(p.b, '\n')
	for range p.depth {
		p.b = append(p.b, "  "...)
	}
}

// item begins the next thing of the innermost object or list.
func (p *printer) item() {
	if p.begun {
		p.b = append(p.b, ',')
	}
	p.begun = true
	p.line()
}

func (p *printer) key(key string) {
	p.item()
	p.b = append(appendText(p.b, key), ": "...)
}

func (p *printer) text(key, value string) {
	p.key(key)
	p.b = appendText(p.b, value)
}

// textOrNull prints null for an empty text.
func (p *printer) textOrNull(key, value string) {
	if value == "" {
		p.null(key)
		return
	}
	p.text(key, value)
}

func (p *printer) null(key string) {
	p.key(key)
	p.b = append(p.b, "null"...)
}

func (p *printer) number(key string, n int) {
	p.key(key)
	p.b = strconv.AppendInt(p.b, int64(n), 10)
}

// numberOrNull prints null where no number is given.
func (p *printer) numberOrNull(key string, n int, given bool) {
	if !given {
		p.null(key)
		return
	}
	p.number(key, n)
}

// share prints a number with a fraction.
func (p *printer) share(key string, x float64) {
	p.key(key)
	if size := math.Abs(x); x == 0 || size >= 1e-6 && size < 1e21 {
		p.b = strconv.AppendFloat(p.b, x, 'f', -1, 64)
		return
	}
	odd, err := json.Marshal(x)
	p.b = append(p.b, odd...)
	if p.err == nil {
		p.err = err
	}
}

func (p *printer) yes(key string, is bool) {
	p.key(key)
	p.b = strconv.AppendBool(p.b, is)
}

func (p *printer) texts(key string, values []string) {
	p.key(key)
	p.open('[')
	for _, v := range values {
		p.item()
		p.b = appendText(p.b, v)
	}
	p.close(']')
}

func (p *printer) numbers(key string, values []int) {
	p.key(key)
	p.open('[')
	for _, n := range values {
		p.item()
		p.b = strconv.AppendInt(p.b, int64(n), 10)
	}
	p.close(']')
}

// object prints an object whose keys fields prints.
func (p *printer) object(key string, fields func()) {
	p.key(key)
	p.open('{')
	fields()
	p.close('}')
}

// list prints a list of objects, the keys of each as fields prints them.
func list[T any](p *printer, key string, items []T, fields func(*T)) {
	p.key(key)
	p.open('[')
	for i := range items {
		p.item()
		p.open('{')
		fields(&items[i])
		p.close('}')
	}
	p.close(']')
}

// appendText appends a text as JSON writes it.
func appendText(b []byte, s string) []byte {
	if !plain(s) {
		var odd strings.Builder
		e := json.NewEncoder(&odd)
		e.SetEscapeHTML(false)
		_ = e.Encode(s) // a text and a builder: neither fails
		return append(b, strings.TrimSuffix(odd.String(), "\n")...)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// plain reports whether a text stands in JSON as it is.
func plain(s string) bool {
	for i := range len(s) {
		if odd[s[i]] && (s[i] != 0xE2 || strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")) {
			return false
		}
	}
	return utf8.ValidString(s)
}

// odd are the bytes that JSON escapes, or with which a character begins that it does.
var odd = func() (odd [256]bool) {
	for c := range ' ' {
		odd[c] = true
	}
	odd['"'], odd['\\'], odd[0xE2] = true, true, true
	return odd
}()
