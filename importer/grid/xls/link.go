package xls

import (
	"bytes"
	"encoding/binary"
	"strings"

	"taizhang/importer/grid"
)

// Parts of a hyperlink object ([MS-OSHARED] 2.3.7.1).
const (
	linkMoniker  = 0x001
	linkLocation = 0x008
	linkDisplay  = 0x010
	linkFrame    = 0x080
	linkAsText   = 0x100 // the moniker is written as a plain string
)

const (
	urlMoniker  = "\xE0\xC9\xEA\x79\xF9\xBA\xCE\x11\x8C\x82\x00\xAA\x00\x4B\xA9\x0B"
	fileMoniker = "\x03\x03\x00\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46"
)

// link reads an HLINK record. Its layout is a nest of options; one that isn't understood
// leaves the text without a link rather than the file unread.
func (x *xlsSheet) link(f *fields) {
	top, bottom, left, right := f.u16()+1, f.u16()+1, f.u16()+1, f.u16()+1
	if f.short {
		return
	}
	g := fields{parts: [][]byte{f.take(f.left())}}
	g.skip(16 + 4) // class and version
	flags := g.u32()
	if flags&linkDisplay != 0 {
		g.countedText()
	}
	if flags&linkFrame != 0 {
		g.countedText()
	}
	target := ""
	switch {
	case flags&(linkMoniker|linkAsText) == linkMoniker|linkAsText:
		target = g.countedText()
	case flags&linkMoniker != 0:
		target = g.moniker()
	}
	if flags&linkLocation != 0 {
		target += "#" + strings.TrimPrefix(g.countedText(), "#")
	}
	if !g.short && target != "" && len(x.d.Links) < grid.MaxLinks {
		x.d.Links = append(x.d.Links, grid.Link{Over: grid.Span{Top: top, Left: left, Bottom: bottom, Right: right}, Target: target})
	}
}

// countedText reads UTF-16 behind the number of its characters, the final zero included.
func (f *fields) countedText() string {
	n := int(f.u32())
	if n > f.left()/2 {
		f.short = true
		return ""
	}
	return cutZero(f.characters(n, true))
}

func cutZero(s string) string {
	s, _, _ = strings.Cut(s, "\x00")
	return s
}

// moniker reads the address itself: of the net, or of a file.
func (f *fields) moniker() string {
	switch class := f.take(16); {
	case bytes.Equal(class, []byte(urlMoniker)):
		n := int(f.u32())
		if n > f.left() {
			f.short = true
			return ""
		}
		part := fields{parts: [][]byte{f.take(n)}}
		return cutZero(part.characters(n/2, true))
	case bytes.Equal(class, []byte(fileMoniker)):
		up := f.u16()
		path := cutZero(string(f.take(int(f.u32()))))
		f.skip(24)
		if n := int(f.u32()); n > 0 {
			n = int(f.u32())
			f.skip(2)
			path = f.characters(n/2, true)
		}
		return strings.Repeat("../", min(up, 32)) + strings.ReplaceAll(path, `\`, "/")
	}
	f.short = true
	return ""
}

// Tokens of a formula in the program's own code ([MS-XLS] 2.5.198).
const (
	tokenString    = 0x17
	tokenHyperlink = 359
)

// linkInFormula reads address and text of HYPERLINK("address","text") out of a formula's
// tokens; "" for what is computed, and for any other formula.
func linkInFormula(f *fields) (target, text string) {
	n := f.u16()
	if n > f.left() {
		f.short = true
		return "", ""
	}
	tokens := fields{parts: [][]byte{f.take(n)}}
	if n < 8 || tokens.parts[0][0] != tokenString {
		return "", ""
	}
	end := tokens.parts[0][n-3:]
	if end[0]&0x1F != 0x02 || binary.LittleEndian.Uint16(end[1:])&0x7FFF != tokenHyperlink {
		return "", ""
	}
	tokens.skip(1)
	target = tokens.unicode(tokens.u8())
	if tokens.left() > 4 && tokens.u8() == tokenString {
		text = tokens.unicode(tokens.u8())
	}
	if tokens.short || tokens.left() != 4 {
		text = ""
	}
	return target, text
}
