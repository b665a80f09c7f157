package face

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"taizhang/templates/faces"

	"golang.org/x/image/math/fixed"
)

// A cut face has the characters asked for, as wide as they were, and no others; a
// character beyond the BMP is drawn by a 16-bit code.
func TestCut(t *testing.T) {
	set := Embedded()
	for role := Title; role <= Sub; role++ {
		f := set.Font(role)
		chars := []rune("政务公开，。的一“”—2021Aé𬀩")
		cut, err := f.Cut(chars, nil)
		if err != nil {
			t.Fatal(err)
		}
		opened, err := Open(cut.Data)
		if err != nil {
			t.Fatalf("%s: the cut face does not open: %v", role.Label(), err)
		}
		for _, r := range chars {
			code := cut.Code[r]
			if code == 0 || code > 0xFFFF {
				t.Errorf("%c has the code %U", r, code)
			}
			if got, want := opened[0].Advance(code), f.Advance(r); got != want || want == 0 {
				t.Errorf("%s: %c is %v ems wide, want %v", role.Label(), r, got, want)
			}
			was := f.outlines.glyph(int(f.glyph(r)))
			is := opened[0].outlines.glyph(int(opened[0].glyph(code)))
			if simple(was) && !bytes.HasPrefix(is, was) {
				t.Errorf("%s: %c has another outline", role.Label(), r)
			}
		}
		if opened[0].Has('税') {
			t.Errorf("%s: the cut face has more than was asked for", role.Label())
		}
		if again, _ := f.Cut(slices.Concat(chars[5:], chars[:5]), nil); !bytes.Equal(again.Data, cut.Data) {
			t.Errorf("%s: the order of the characters shows in the bytes", role.Label())
		}
	}
}

func simple(outline []byte) bool {
	return len(outline) > 1 && int16(binary.BigEndian.Uint16(outline)) >= 0
}

// Every character of the list fits into one character map.
func TestCutAll(t *testing.T) {
	f := Embedded().Font(Body)
	var all []rune
	for r := rune(1); r < 0x30000; r++ {
		if f.Has(r) {
			all = append(all, r)
		}
	}
	if _, err := f.Cut(all, nil); err != nil {
		t.Errorf("%d characters: %v", len(all), err)
	}
}

// A half mark is half an em wide and shows the same ink, at the left edge of what is left.
func TestCutHalves(t *testing.T) {
	set := Embedded()
	for role := Title; role <= Sub; role++ {
		f := set.Font(role)
		cut, err := f.Cut([]rune("的一，。（"), []rune("，）（《"))
		if err != nil {
			t.Fatal(err)
		}
		opened, err := Open(cut.Data)
		if err != nil {
			t.Fatal(err)
		}
		half := opened[0]
		for _, r := range "，）（《" {
			code := cut.Half[r]
			if got := half.Advance(code); got != 0.5 {
				t.Errorf("%s: half %c is %v ems wide", role.Label(), r, got)
			}
			segments, err := half.facts.LoadGlyph(nil, half.glyph(code), fixed.Int26_6(half.outlines.unitsPerEm), nil)
			if err != nil {
				t.Fatal(err)
			}
			if ink := segments.Bounds(); ink.Min.X < 0 || int(ink.Max.X) > half.outlines.unitsPerEm/2 || ink.Empty() {
				t.Errorf("%s: half %c has its ink from %v to %v of %d", role.Label(), r, ink.Min.X, ink.Max.X, half.outlines.unitsPerEm)
			}
		}
	}
}

func TestCutLacking(t *testing.T) {
	if _, err := Embedded().Font(Body).Cut([]rune{'\U0001F600'}, nil); err == nil {
		t.Error("a glyph was made up")
	}
}

// A stand-in never takes the code of a character that is printed itself.
func TestCodes(t *testing.T) {
	code, half := codes([]rune{'𠮷', 0xE000, '𬀩', 'a'}, []rune{'”', '“'})
	if code['𠮷'] != 0xE001 || code['𬀩'] != 0xE002 || code[0xE000] != 0xE000 || code['a'] != 'a' {
		t.Errorf("codes = %U", code)
	}
	if half['“'] != 0xE003 || half['”'] != 0xE004 {
		t.Errorf("codes of halves = %U", half)
	}
}

// Whatever a font file holds, opening and cutting it end without a panic.
func FuzzOpen(f *testing.F) {
	cut, err := Embedded().Font(Sub).Cut([]rune("的一，。é"), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(cut.Data)
	f.Add(collected(cut.Data))
	f.Add(faces.Sub()[:300])
	f.Add([]byte("OTTO\x00\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fonts, err := Open(data)
		if err != nil {
			return
		}
		for _, font := range fonts {
			_ = font.Advance('的')
			_, _ = font.Cut([]rune("的一，。"), []rune("，"))
		}
	})
}

// collected wraps a font into a collection that holds it twice.
func collected(font []byte) []byte {
	ttc := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02"), make([]byte, 8)...)
	base := uint32(len(ttc))
	binary.BigEndian.PutUint32(ttc[12:], base)
	binary.BigEndian.PutUint32(ttc[16:], base)
	font = slices.Clone(font)
	for i := range int(binary.BigEndian.Uint16(font[4:])) { // offsets count from the collection's start
		record := font[12+16*i+8:]
		binary.BigEndian.PutUint32(record, binary.BigEndian.Uint32(record)+base)
	}
	return append(ttc, font...)
}

func BenchmarkEmbedded(b *testing.B) {
	for range b.N {
		Embedded()
	}
}

func BenchmarkAdvance(b *testing.B) {
	set := Embedded()
	for range b.N {
		set.Advance(Body, '政')
	}
}

func BenchmarkCut(b *testing.B) {
	f := Embedded().Font(Body)
	var chars []rune
	for r := rune(0x4E00); r < 0x4E00+1500; r++ {
		if f.Has(r) {
			chars = append(chars, r)
		}
	}
	for range b.N {
		if _, err := f.Cut(chars, nil); err != nil {
			b.Fatal(err)
		}
	}
}
