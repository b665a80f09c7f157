package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// entry is an entry of a zip that may lie about itself.
type entry struct {
	name, local  string // in the directory, and before the data where that differs
	data         []byte // as it stands in the file
	method       uint16
	flags        uint16
	crc          uint32
	packed, size uint32 // as the directory claims
	onto         int    // the place of another entry, from 1, that it lies on top of
}

// packed is an honest entry.
func packed(name string, data []byte) entry {
	z := deflated(data)
	return entry{name: name, data: z, method: zip.Deflate, crc: crc32.ChecksumIEEE(data), packed: uint32(len(z)), size: uint32(len(data))}
}

// entries are the parts of the patient's return, packed one by one.
func (p *Patient) entries() []entry {
	var all []entry
	for _, part := range p.book().parts() {
		var b bytes.Buffer
		part.fill(&b)
		all = append(all, packed(part.name, b.Bytes()))
	}
	return all
}

// rawZip writes entries as they are.
func rawZip(w io.Writer, entries []entry) error {
	var body, directory bytes.Buffer
	places := make([]int, len(entries))
	le := binary.LittleEndian
	for i, e := range entries {
		local := e.local
		if local == "" {
			local = e.name
		}
		places[i] = body.Len()
		if e.onto > 0 {
			places[i] = places[e.onto-1]
		} else {
			h := le.AppendUint32(nil, 0x04034b50)
			for _, v := range []uint16{20, e.flags, e.method, 0, 0x21} {
				h = le.AppendUint16(h, v)
			}
			for _, v := range []uint32{e.crc, e.packed, e.size} {
				h = le.AppendUint32(h, v)
			}
			h = le.AppendUint16(le.AppendUint16(h, uint16(len(local))), 0)
			body.Write(h)
			body.WriteString(local)
			body.Write(e.data)
		}
		h := le.AppendUint32(nil, 0x02014b50)
		for _, v := range []uint16{20, 20, e.flags, e.method, 0, 0x21} {
			h = le.AppendUint16(h, v)
		}
		for _, v := range []uint32{e.crc, e.packed, e.size} {
			h = le.AppendUint32(h, v)
		}
		for _, v := range []uint16{uint16(len(e.name)), 0, 0, 0, 0} {
			h = le.AppendUint16(h, v)
		}
		h = le.AppendUint32(le.AppendUint32(h, 0), uint32(places[i]))
		directory.Write(h)
		directory.WriteString(e.name)
	}
	end := le.AppendUint32(nil, 0x06054b50)
	for _, v := range []uint16{0, 0, uint16(len(entries)), uint16(len(entries))} {
		end = le.AppendUint16(end, v)
	}
	end = le.AppendUint32(le.AppendUint32(end, uint32(directory.Len())), uint32(body.Len()))
	for _, b := range [][]byte{body.Bytes(), directory.Bytes(), le.AppendUint16(end, 0)} {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

// lying changes the entry of the patient's sheet.
func lying(change func(*entry)) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error {
		all := p.entries()
		for i := range all {
			if all[i].name == "xl/worksheets/sheet1.xml" {
				change(&all[i])
			}
		}
		return rawZip(w, all)
	}
}

// also adds entries to the patient's return.
func also(more func(p *Patient) []entry) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error { return rawZip(w, append(p.entries(), more(p)...)) }
}
