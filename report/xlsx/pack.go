package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"taizhang/report/xlsx/press"
)

const (
	typesPart     = "[Content_Types].xml"
	textsPart     = "xl/sharedStrings.xml"
	textsType     = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
	workbookRels  = "xl/_rels/workbook.xml.rels"
	rowsBegin     = "<sheetData>"
	rowsEnd       = "</sheetData>"
	relationsEnd  = "</Relationships>"
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// pack makes the workbook's zip, in a canonical form: parts in the order of their names,
// the list of content types sorted, no times. The workbook writer hands the parts over in
// an order that differs from run to run, and the sheets without what was written beside:
// rows, links, texts, styles.
type pack struct {
	sheets map[string]content // by part
	texts  *texts
	styles *styles
	parts  map[string]*part
}

// part is one file of the zip.
type part struct {
	given        []byte // by the workbook writer, what is left of it to be written
	press.Stream        // what is done
}

// Create starts the next part.
func (p *pack) Create(name string) (io.Writer, error) { return p.part(name, ""), nil }

func (p *pack) part(name, text string) *part {
	if p.parts == nil {
		p.parts = map[string]*part{}
	}
	n := &part{given: []byte(text)}
	p.parts[name] = n
	return n
}

// Write takes more from the workbook writer.
func (n *part) Write(b []byte) (int, error) {
	n.given = append(n.given, b...)
	return len(b), nil
}

// AddFS is part of the door that the workbook writer asks for, and is never used by it.
func (p *pack) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close is part of it too; writeTo does the work.
func (p *pack) Close() error { return nil }

// writeTo completes the parts and writes the zip.
func (p *pack) writeTo(w io.Writer) error {
	for name, c := range p.sheets {
		if err := p.fill(name, c); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := p.share(); err != nil {
		return fmt.Errorf("%s: %w", textsPart, err)
	}
	if err := p.dress(); err != nil {
		return fmt.Errorf("%s: %w", stylesPart, err)
	}
	types := p.parts[typesPart]
	var err error
	if types.given, err = sortTypes(types.given); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, name := range slices.Sorted(maps.Keys(p.parts)) {
		n := p.parts[name]
		_, _ = n.Stream.Write(n.given) // takes everything
		if err := n.WriteTo(z, name); err != nil {
			return err
		}
	}
	return z.Close()
}

// fill puts a sheet's rows and links where the format wants them.
func (p *pack) fill(name string, c content) error {
	n := p.parts[name]
	if n == nil {
		return errors.New("no such part")
	}
	before, rest, _ := bytes.Cut(n.given, []byte(rowsBegin)) // a row that stands there only names the columns of a table
	_, after, found := bytes.Cut(rest, []byte(rowsEnd))
	if !found {
		return errors.New("no rows")
	}
	n.given = slices.Concat(before, []byte(rowsBegin), []byte(rowsEnd), after)
	if err := n.insert(rowsEnd, &c.cells.out); err != nil || c.links.used == 0 {
		return err
	}
	if err := n.insert("<printOptions", &c.links.out); err != nil || len(c.links.addresses) == 0 {
		return err
	}
	name = path.Dir(name) + "/_rels/" + path.Base(name) + ".rels"
	rels := p.parts[name]
	if rels == nil {
		rels = p.part(name, xml.Header+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	return rels.insert(relationsEnd, &c.links.relations)
}

// dress adds the styles of the cells.
func (p *pack) dress() (err error) {
	n := p.parts[stylesPart]
	if n == nil {
		return errors.New("no such part")
	}
	n.given, err = p.styles.into(n.given)
	return err
}

// share adds the texts, which the workbook writer knows nothing of.
func (p *pack) share() error {
	types, rels := p.parts[typesPart], p.parts[workbookRels]
	if types == nil || rels == nil {
		return errors.New("no place for texts")
	}
	types.given = bytes.Replace(types.given, []byte("</Types>"),
		[]byte(`<Override PartName="/`+textsPart+`" ContentType="`+textsType+`"/></Types>`), 1)
	rels.given = bytes.Replace(rels.given, []byte(relationsEnd),
		[]byte(`<Relationship Id="rTexts" Type="`+relationships+`sharedStrings" Target="`+path.Base(textsPart)+`"/>`+relationsEnd), 1)
	n := p.part(textsPart, fmt.Sprintf(`%s<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="%d" uniqueCount="%d"></sst>`,
		xml.Header, p.texts.used, p.texts.written))
	return n.insert("</sst>", &p.texts.out)
}

// insert puts a stream before the mark. What stands before it is done with.
func (n *part) insert(mark string, s *press.Stream) error {
	at := bytes.Index(n.given, []byte(mark))
	if at < 0 {
		return errors.New("no " + mark)
	}
	_, _ = n.Stream.Write(n.given[:at]) // takes everything
	n.given = n.given[at:]
	n.Join(s)
	return nil
}

// sortTypes puts the list of content types into the order of its names.
func sortTypes(b []byte) ([]byte, error) {
	type entry struct {
		Extension   string `xml:"Extension,attr,omitempty"`
		PartName    string `xml:"PartName,attr,omitempty"`
		ContentType string `xml:"ContentType,attr"`
	}
	var list struct {
		XMLName  xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Default  []entry
		Override []entry
	}
	if err := xml.Unmarshal(b, &list); err != nil {
		return nil, err
	}
	byName := func(a, b entry) int { return strings.Compare(a.Extension+a.PartName, b.Extension+b.PartName) }
	slices.SortFunc(list.Default, byName)
	slices.SortFunc(list.Override, byName)
	sorted, err := xml.Marshal(list)
	return append([]byte(xml.Header), sorted...), err
}
