package book

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"taizhang/importer/finding"
)

const (
	maxLinks  = 65530 // on a sheet; beyond it a spreadsheet calls the file damaged
	maxURL    = 2079
	endOfRows = "</sheetData>"
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

// toFile returns the link to a place in a file of the year folder, at its cell where a
// spreadsheet can go there. Files that this run did not look at get no link.
func (b *book) toFile(at finding.Place) target {
	format, ok := b.files[at.File]
	if !ok {
		return target{}
	}
	t := target{address: escape(path.Join(b.root, at.File)), tip: "打开来源文件"}
	if len(t.address) > maxURL {
		return target{}
	}
	if at.Sheet != "" && (format == "xlsx" || format == "xls" || format == "ods") {
		cell := at.Cell()
		if cell == "" {
			cell = "A1"
		}
		t.place = "'" + strings.ReplaceAll(at.Sheet, "'", "''") + "'!" + cell
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
type links struct{ list []placed }

// placed is a link and the cell that it stands in.
type placed struct {
	cell string
	target
}

func (l *links) add(cell string, t target) {
	if !t.none() && len(l.list) < maxLinks {
		l.list = append(l.list, placed{cell, t})
	}
}

// insert puts the links into the end of a sheet, where the format wants them.
func (l *links) insert(tail []byte) ([]byte, error) {
	if len(l.list) == 0 {
		return tail, nil
	}
	at := bytes.Index(tail, []byte("<printOptions"))
	if at < 0 {
		return nil, errors.New("sheet without print options")
	}
	var s bytes.Buffer
	s.Write(tail[:at])
	s.WriteString("<hyperlinks>")
	for i, p := range l.list {
		s.WriteString(`<hyperlink ref="` + p.cell + `"`)
		if p.address != "" {
			s.WriteString(` r:id="` + relation(i) + `"`)
		}
		attribute(&s, "location", p.place)
		attribute(&s, "tooltip", p.tip)
		s.WriteString("/>")
	}
	s.WriteString("</hyperlinks>")
	s.Write(tail[at:])
	return s.Bytes(), nil
}

// relations writes the addresses of the links as the sheet's relations.
func (l *links) relations(s *bytes.Buffer) {
	for i, p := range l.list {
		if p.address == "" {
			continue
		}
		s.WriteString(`<Relationship Id="` + relation(i) +
			`" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"`)
		attribute(s, "Target", p.address)
		s.WriteString(` TargetMode="External"/>`)
	}
}

func relation(i int) string { return fmt.Sprintf("rLink%d", i+1) }

func attribute(s *bytes.Buffer, name, value string) {
	if value == "" {
		return
	}
	s.WriteString(" " + name + `="`)
	_ = xml.EscapeText(s, []byte(value)) // a buffer takes everything
	s.WriteString(`"`)
}

// addRelations adds the links' addresses to the relations of their sheets.
func (p *pack) addRelations() error {
	const (
		open = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
		end  = `</Relationships>`
	)
	rels := map[string]*part{}
	for _, n := range p.parts {
		rels[n.name] = n
	}
	for _, sheet := range p.parts {
		if sheet.links == nil {
			continue
		}
		var added bytes.Buffer
		sheet.links.relations(&added)
		if added.Len() == 0 {
			continue
		}
		name := path.Dir(sheet.name) + "/_rels/" + path.Base(sheet.name) + ".rels"
		n := rels[name]
		if n == nil {
			var err error
			if n, err = p.part(name); err != nil {
				return err
			}
			n.tail.WriteString(xml.Header + open + end)
		}
		before, found := bytes.CutSuffix(bytes.TrimSpace(n.tail.Bytes()), []byte(end))
		if !found {
			return errors.New(name + ": no end of relations")
		}
		n.tail = bytes.NewBuffer(append(append(bytes.Clone(before), added.Bytes()...), end...))
	}
	return nil
}
