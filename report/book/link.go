package book

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"

	"taizhang/importer/finding"
)

const (
	maxLinks = 65530 // on a sheet; beyond it a spreadsheet calls the file damaged
	maxURL   = 2079
)

// target is what a link opens: an address outside the workbook, a place in this one, or
// both (a place in another workbook). The zero target is no link.
type target struct {
	address string // http(s) or a relative path, escaped
	place   string // sheet!cell
	tip     string
}

func (t target) none() bool { return t.address == "" && t.place == "" }

// to returns the link to a cell or range of this workbook.
func to(sheet, ref, tip string) target { return target{place: sheet + "!" + ref, tip: tip} }

// web returns the link to s where the whole of it is an http(s) address.
func web(s string) target {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") {
		return target{}
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || strings.ContainsAny(s, " \n\t<>\"") {
		return target{}
	}
	if s = u.String(); len(s) > maxURL {
		return target{}
	}
	return target{address: s, tip: "打开网址"}
}

// source is a file of the year folder, with its address once a link has led there.
type source struct{ format, address string }

// toFile returns the link to a place in a file of the year folder, at its cell where a
// spreadsheet can go there. Files that this run did not look at get no link.
func (b *book) toFile(at finding.Place) target {
	file, ok := b.files[at.File()]
	if !ok {
		return target{}
	}
	if file.address == "" {
		file.address = escape(path.Join(b.root, at.File()))
	}
	t := target{address: file.address, tip: "打开来源文件"}
	if len(t.address) > maxURL {
		return target{}
	}
	if at.Sheet() != "" && (file.format == "xlsx" || file.format == "xls" || file.format == "ods") {
		cell := at.Cell()
		if cell == "" {
			cell = "A1"
		}
		t.place = "'" + strings.ReplaceAll(at.Sheet(), "'", "''") + "'!" + cell
	}
	return t
}

// escape makes a relative path an address, the way a spreadsheet writes it: Chinese
// letters stay, what has a meaning in addresses is escaped.
func escape(p string) string {
	var s strings.Builder
	for _, r := range p {
		if r < 0x20 || r == 0x7F || strings.ContainsRune(` %"<>#?[]^{}|\:`+"`", r) {
			fmt.Fprintf(&s, "%%%02X", r)
			continue
		}
		s.WriteRune(r)
	}
	return s.String()
}

// links are the links of one sheet. They are written into the finished sheet, because
// the workbook writer searches all links of the sheet for each one that is added.
type links struct {
	out       stream // the links
	used      int
	addresses map[string]int // outside the workbook, each with its number
	relations stream         // the addresses
}

func (l *links) add(c *cells, col, row int, t target) {
	if t.none() || l.used == maxLinks {
		return
	}
	if l.used++; l.used == 1 {
		l.out.WriteString("<hyperlinks>")
	}
	relation := 0
	if t.address != "" {
		relation = l.relation(t.address)
	}
	b := c.appendAddress(append(l.out.room(), `<hyperlink ref="`...), col, row)
	b = append(b, '"')
	if relation > 0 {
		b = strconv.AppendInt(append(b, ` r:id="rLink`...), int64(relation), 10)
		b = append(b, '"')
	}
	b = appendAttribute(b, "location", t.place)
	b = appendAttribute(b, "tooltip", t.tip)
	l.out.open = append(b, "/>"...)
	l.out.settle()
}

// relation returns the number of an address in the sheet. Links to one file share it.
func (l *links) relation(address string) int {
	n, ok := l.addresses[address]
	if ok {
		return n
	}
	if l.addresses == nil {
		l.addresses = map[string]int{}
	}
	n = len(l.addresses) + 1
	l.addresses[address] = n
	b := append(l.relations.room(), `<Relationship Id="rLink`...)
	b = strconv.AppendInt(b, int64(n), 10)
	b = append(b, `" Type="`+relationships+`hyperlink"`...)
	b = appendAttribute(b, "Target", address)
	l.relations.open = append(b, ` TargetMode="External"/>`...)
	l.relations.settle()
	return n
}

// appendAttribute appends an attribute; one without a value is left out.
func appendAttribute(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	b = append(append(append(b, ' '), name...), `="`...)
	if !isClean(value) {
		var out bytes.Buffer
		_ = xml.EscapeText(&out, []byte(value)) // a buffer takes everything
		return append(append(b, out.Bytes()...), '"')
	}
	from := 0
	for i := range len(value) {
		if mark := escaped(value[i]); mark != "" {
			b = append(append(b, value[from:i]...), mark...)
			from = i + 1
		}
	}
	return append(append(b, value[from:]...), '"')
}

// escaped is how an attribute writes a byte that can't stand for itself, "" for all others.
func escaped(c byte) string {
	switch c {
	case '"':
		return "&#34;"
	case '\'':
		return "&#39;"
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '\n':
		return "&#xA;"
	}
	return ""
}
