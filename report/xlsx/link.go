package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"taizhang/report/xlsx/fit"
	"taizhang/report/xlsx/press"
)

const (
	maxLinks = 65530 // on a sheet; beyond it a spreadsheet calls the file damaged
	MaxURL   = 2079  // bytes of an address
)

// Target is what a link opens: an address outside the workbook, a place in this one, or
// both (a place in another workbook). The zero target is no link.
type Target struct {
	Address string // http(s) or a relative path, escaped
	Place   string // sheet!cell
	Tip     string
}

// None reports that it is no link.
func (t Target) None() bool { return t.Address == "" && t.Place == "" }

// LinkTo returns the link to a cell or range of this workbook.
func LinkTo(sheet, ref, tip string) Target { return Target{Place: sheet + "!" + ref, Tip: tip} }

// Web returns the link to s where the whole of it is an http(s) address.
func Web(s string) Target {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") {
		return Target{}
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || strings.ContainsAny(s, " \n\t<>\"") {
		return Target{}
	}
	if s = u.String(); len(s) > MaxURL {
		return Target{}
	}
	return Target{Address: s, Tip: "打开网址"}
}

// Escape makes a relative path an address, the way a spreadsheet writes it: Chinese
// letters stay, what has a meaning in addresses is escaped.
func Escape(p string) string {
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
	out       press.Stream // the links
	used      int
	addresses map[string]int // outside the workbook, each with its number
	relations press.Stream   // the addresses
}

func (l *links) add(c *cells, col, row int, t Target) {
	if t.None() || l.used == maxLinks {
		return
	}
	if l.used++; l.used == 1 {
		l.out.WriteString("<hyperlinks>")
	}
	relation := 0
	if t.Address != "" {
		relation = l.relation(t.Address)
	}
	b := c.appendAddress(append(l.out.Room(), `<hyperlink ref="`...), col, row)
	b = append(b, '"')
	if relation > 0 {
		b = strconv.AppendInt(append(b, ` r:id="rLink`...), int64(relation), 10)
		b = append(b, '"')
	}
	b = appendAttribute(b, "location", t.Place)
	b = appendAttribute(b, "tooltip", t.Tip)
	l.out.Take(append(b, "/>"...))
}

// end ends the links, where there are any.
func (l *links) end() {
	if l.used > 0 {
		l.out.WriteString("</hyperlinks>")
	}
	l.out.Cut()
	l.relations.Cut()
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
	b := append(l.relations.Room(), `<Relationship Id="rLink`...)
	b = strconv.AppendInt(b, int64(n), 10)
	b = append(b, `" Type="`+relationships+`hyperlink"`...)
	b = appendAttribute(b, "Target", address)
	l.relations.Take(append(b, ` TargetMode="External"/>`...))
	return n
}

// appendAttribute appends an attribute; one without a value is left out.
func appendAttribute(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	b = append(append(append(b, ' '), name...), `="`...)
	if !fit.IsClean(value) {
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
