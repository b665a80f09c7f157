package book

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

const typesPart = "[Content_Types].xml"

// pack is the workbook's zip in a canonical form: parts in the order of their names, the
// list of content types sorted, no times. The writer of the workbook hands the parts over
// in an order that differs from run to run. Sheets are compressed as they come.
type pack struct {
	to    io.Writer
	links map[string]*links // by sheet part
	grows bool              // rows grow when somebody writes in them
	parts []*part
}

// part is one file of the zip, compressed.
type part struct {
	name    string
	packed  bytes.Buffer
	deflate *flate.Writer
	sum     uint32
	size    uint64
	tail    *bytes.Buffer // kept back from here on, to be amended; nil while it is passed on
	links   *links
	grows   bool
	begun   []byte // the last few bytes, where the mark of the end may have begun
}

// Create starts the next part.
func (p *pack) Create(name string) (io.Writer, error) {
	return p.part(name)
}

func (p *pack) part(name string) (*part, error) {
	n := &part{name: name, links: p.links[name]}
	var err error
	if n.deflate, err = flate.NewWriter(&n.packed, flate.DefaultCompression); err != nil {
		return nil, err
	}
	n.grows = p.grows && n.links != nil
	if name == typesPart || strings.HasSuffix(name, ".rels") || n.grows {
		n.tail = &bytes.Buffer{}
	}
	p.parts = append(p.parts, n)
	return n, nil
}

// AddFS is part of the door that the workbook writer asks for, and is never used by it.
func (p *pack) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Write takes the next bytes of the part. The end of a sheet that has links is kept back.
func (n *part) Write(b []byte) (int, error) {
	if n.tail != nil {
		return n.tail.Write(b)
	}
	if n.links == nil {
		return len(b), n.pass(b)
	}
	return len(b), n.passRows(b)
}

// passRows passes a sheet's rows on and keeps back what follows them. The mark may be
// torn between two calls, so a little is always kept.
func (n *part) passRows(b []byte) error {
	b = append(n.begun, b...)
	n.begun = nil
	if i := bytes.Index(b, []byte(endOfRows)); i >= 0 {
		n.tail = bytes.NewBuffer(slices.Clone(b[i:]))
		return n.pass(b[:i])
	}
	keep := min(len(b), len(endOfRows)-1)
	n.begun = slices.Clone(b[len(b)-keep:])
	return n.pass(b[:len(b)-keep])
}

func (n *part) pass(b []byte) error {
	n.sum = crc32.Update(n.sum, crc32.IEEETable, b)
	n.size += uint64(len(b))
	_, err := n.deflate.Write(b)
	return err
}

// Close amends what was kept back and writes the zip.
func (p *pack) Close() error {
	if err := p.addRelations(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b *part) int { return strings.Compare(a.name, b.name) })
	z := zip.NewWriter(p.to)
	for _, n := range p.parts {
		if err := n.finish(); err != nil {
			return err
		}
		h := &zip.FileHeader{Name: n.name, Method: zip.Deflate, CRC32: n.sum,
			UncompressedSize64: n.size, CompressedSize64: uint64(n.packed.Len()),
			ModifiedDate: 1<<5 | 1} // 1980-01-01, where the calendar of zip begins
		w, err := z.CreateRaw(h)
		if err != nil {
			return err
		}
		if _, err := n.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return z.Close()
}

func (n *part) finish() error {
	if n.tail != nil {
		b := n.tail.Bytes()
		var err error
		switch {
		case n.name == typesPart:
			b, err = sortTypes(b)
		case n.links != nil:
			b, err = n.links.insert(b)
		}
		if err != nil {
			return err
		}
		if n.grows {
			b = bytes.ReplaceAll(b, []byte(`" customHeight="1"`), []byte(`"`))
		}
		if err := n.pass(b); err != nil {
			return err
		}
	} else if n.links != nil {
		return errors.New(n.name + ": no end of rows")
	}
	return n.deflate.Close()
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
