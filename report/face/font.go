package face

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// Font is one typeface with TrueType outlines. A nil Font has no characters.
type Font struct {
	Name string // its own name, or the name it was given
	File string // path of the file, "" for an embedded one

	facts    *sfnt.Font
	outlines outlines
}

// Why a file is refused, in words for the office.
var (
	errNotFont    = errors.New("不是字体文件，或文件已损坏")
	errOutlines   = errors.New("轮廓格式不是 TrueType（可能是 OTF），无法嵌入 PDF")
	errForbidden  = errors.New("字体的授权标志不允许嵌入 PDF")
	errNotChinese = errors.New("字体中没有常用汉字")
)

// Open reads the typefaces in a font file: one from a .ttf, several from a .ttc. Which it
// is is told from the content. The error says in Chinese why the file can't be used.
func Open(data []byte) ([]*Font, error) {
	if len(data) < 12 {
		return nil, errNotFont
	}
	if string(data[:4]) != "ttcf" {
		f, err := open(data, 0)
		if err != nil {
			return nil, err
		}
		return []*Font{f}, nil
	}
	var fonts []*Font
	why := errNotFont
	for _, offset := range collection(data) {
		f, err := open(data, offset)
		if err != nil {
			why = err
			continue
		}
		fonts = append(fonts, f)
	}
	if len(fonts) == 0 {
		return nil, why
	}
	return fonts, nil
}

// maxCollected bounds the faces taken out of one collection; real ones hold up to ten.
const maxCollected = 64

// collection returns where the faces of a TrueType collection begin.
func collection(data []byte) []int {
	var offsets []int
	n := int(binary.BigEndian.Uint32(data[8:]))
	for i := 0; i < min(n, maxCollected) && 16+4*i <= len(data); i++ {
		offsets = append(offsets, int(binary.BigEndian.Uint32(data[12+4*i:])))
	}
	return offsets
}

func open(data []byte, offset int) (*Font, error) {
	tables, err := readTables(data, offset)
	if err != nil {
		return nil, err
	}
	if tables["glyf"] == nil || tables["loca"] == nil {
		return nil, errOutlines
	}
	if !embeddable(tables["OS/2"]) {
		return nil, errForbidden
	}
	outlines, err := readOutlines(tables)
	if err != nil {
		return nil, err
	}
	facts, err := facts(data, offset)
	if err != nil {
		return nil, fmt.Errorf("%w（%v）", errNotFont, err)
	}
	name, err := facts.Name(nil, sfnt.NameIDFull)
	if err != nil {
		name = "" // a face without a name prints as well
	}
	f := &Font{Name: name, facts: facts, outlines: outlines}
	for _, r := range "的一，。" {
		if !f.Has(r) {
			return nil, errNotChinese
		}
	}
	return f, nil
}

func facts(data []byte, offset int) (*sfnt.Font, error) {
	if offset == 0 {
		return sfnt.Parse(data)
	}
	c, err := sfnt.ParseCollection(data)
	if err != nil {
		return nil, err
	}
	for i, o := range collection(data) {
		if o == offset {
			return c.Font(i)
		}
	}
	return nil, errNotFont
}

// Has reports whether the face has a glyph for r.
func (f *Font) Has(r rune) bool { return f.glyph(r) != 0 }

func (f *Font) glyph(r rune) sfnt.GlyphIndex {
	if f == nil {
		return 0
	}
	g, err := f.facts.GlyphIndex(nil, r)
	if err != nil || int(g) >= f.outlines.glyphs() {
		return 0 // a damaged character map leads anywhere
	}
	return g
}

// Advance returns the width of r in ems, 0 where the face does not have it.
func (f *Font) Advance(r rune) float64 {
	if g := f.glyph(r); g != 0 {
		return float64(f.outlines.advance(int(g))) / float64(f.outlines.unitsPerEm)
	}
	return 0
}

// PostScript returns the name by which files call the face: letters, digits and hyphens.
func (f *Font) PostScript() string {
	name, err := f.facts.Name(nil, sfnt.NameIDPostScript)
	if err != nil || name == "" {
		name = f.Name
	}
	name = strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-') {
			return r
		}
		return -1
	}, name)
	if name == "" {
		return "Face"
	}
	return name
}
