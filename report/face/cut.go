package face

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Cut is a face cut down to the characters used: a small, sound TrueType file.
type Cut struct {
	Data []byte
	Code map[rune]rune // the 16-bit code that draws a character: itself, or a stand-in for one beyond the BMP
	Half map[rune]rune // the code that draws a mark without its blank half
}

// Cut returns the face with nothing in it but the glyphs of chars, which it Has, and half
// an em wide those of halves: opening marks without their left half, others without their
// right one. What can't go into a 16-bit character map is given a code of the private use
// area.
func (f *Font) Cut(chars, halves []rune) (Cut, error) {
	code, half := codes(chars, halves)
	order := []int{0}
	for _, r := range slices.Concat(chars, halves) {
		g := int(f.glyph(r))
		if g == 0 {
			return Cut{}, fmt.Errorf("face %q: no glyph for %U", f.Name, r)
		}
		order = append(order, g)
	}
	order = f.outlines.closure(order)
	p := f.outlines.newPatch(order)
	glyphs := map[rune]int{} // by code
	for r, c := range code {
		glyphs[c] = p.index[int(f.glyph(r))]
	}
	for _, r := range slices.Sorted(maps.Keys(half)) {
		shift := 0
		if strings.ContainsRune(Opening, r) {
			shift = -f.outlines.unitsPerEm / 2
		}
		glyphs[half[r]] = p.halve(int(f.glyph(r)), shift)
	}
	tables, err := p.tables()
	if err != nil {
		return Cut{}, fmt.Errorf("face %q: %w", f.Name, err)
	}
	if tables["cmap"], err = characterMap(glyphs); err != nil {
		return Cut{}, fmt.Errorf("face %q: %w", f.Name, err)
	}
	return Cut{Data: assemble(tables), Code: code, Half: half}, nil
}

// Opening lists the marks whose left half is blank.
const Opening = "“‘（〔［｛《〈「『【〖"

// codes gives each character a 16-bit code of its own, and each half one besides.
func codes(chars, halves []rune) (code, half map[rune]rune) {
	code, half = make(map[rune]rune, len(chars)), make(map[rune]rune, len(halves))
	taken := map[rune]bool{}
	for _, r := range chars {
		if r < 0xFFFF {
			code[r] = r
			taken[r] = true
		}
	}
	next := rune(0xE000)
	private := func() rune {
		for taken[next] {
			next++
		}
		taken[next] = true
		return next
	}
	for _, r := range slices.Sorted(slices.Values(chars)) {
		if code[r] == 0 && r >= 0xFFFF {
			code[r] = private()
		}
	}
	for _, r := range slices.Sorted(slices.Values(halves)) {
		if half[r] == 0 {
			half[r] = private()
		}
	}
	return code, half
}
