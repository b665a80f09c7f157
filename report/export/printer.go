package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// printer prints one object, a value or an item at a time, as encoding/json would print
// the whole of it with two spaces of indent. The first failure is kept and ends the work.
type printer struct {
	out     *bufio.Writer
	plain   bytes.Buffer // an item without indent
	encoder *json.Encoder
	set     []byte // the same with indent
	begun   bool
	err     error
}

func newPrinter(w io.Writer) *printer {
	p := &printer{out: bufio.NewWriterSize(w, 1<<16)}
	p.encoder = json.NewEncoder(&p.plain)
	p.encoder.SetEscapeHTML(false)
	return p
}

// value prints a key with its value.
func (p *printer) value(key string, v any) {
	p.key(key)
	p.put(v, 1)
}

// list prints a key with the items of a list, each turned into what is printed.
func list[A, B any](p *printer, key string, items []A, of func(*A) B) {
	p.key(key)
	p.text("[")
	for i := range items {
		if i > 0 {
			p.text(",")
		}
		p.text("\n    ")
		p.put(of(&items[i]), 2)
	}
	if len(items) > 0 {
		p.text("\n  ")
	}
	p.text("]")
}

func (p *printer) key(key string) {
	if p.begun {
		p.text(",\n  ")
	} else {
		p.text("{\n  ")
	}
	p.begun = true
	p.text(`"` + key + `": `)
}

// put prints a value that stands at the depth.
func (p *printer) put(v any, depth int) {
	if p.err != nil {
		return
	}
	p.plain.Reset()
	if p.err = p.encoder.Encode(v); p.err == nil {
		p.set = indent(p.set[:0], bytes.TrimSuffix(p.plain.Bytes(), []byte("\n")), depth)
		_, p.err = p.out.Write(p.set)
	}
}

func (p *printer) text(s string) {
	if p.err == nil {
		_, p.err = p.out.WriteString(s)
	}
}

func (p *printer) close() error {
	p.text("\n}\n")
	if p.err == nil {
		p.err = p.out.Flush()
	}
	return p.err
}

// indent appends a value, as encoding/json prints it, with line breaks and two spaces a
// depth. json.Indent does the same, several times slower: it doubts what it reads.
func indent(out, value []byte, depth int) []byte {
	line := func() {
		out = append(out, '\n')
		for range depth {
			out = append(out, "  "...)
		}
	}
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case c == '"':
			end := i + 1
			for ; value[end] != '"'; end++ {
				if value[end] == '\\' {
					end++
				}
			}
			out = append(out, value[i:end+1]...)
			i = end
		case (c == '{' || c == '[') && value[i+1] == c+2: // the closing one follows
			out = append(out, c, c+2)
			i++
		case c == '{' || c == '[':
			out = append(out, c)
			depth++
			line()
		case c == '}' || c == ']':
			depth--
			line()
			out = append(out, c)
		case c == ',':
			out = append(out, c)
			line()
		case c == ':':
			out = append(out, ": "...)
		default:
			out = append(out, c)
		}
	}
	return out
}
