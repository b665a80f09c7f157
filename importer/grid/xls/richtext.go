package xls

import (
	"slices"
	"strings"

	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/numfmt"
)

// struckBit marks a font that strikes its text out, beside the number of its color. The bits above
// it number a font of signs.
const struckBit = 1 << 16

// signsBits returns the bits of a font of signs, none for a font of letters.
func signsBits(name string) int {
	return (slices.Index(signFonts, strings.ToLower(name)) + 1) * (struckBit << 1)
}

// signsOf returns the font of signs that the bits of a font name, "" for none.
func signsOf(font int) string {
	if n := font / (struckBit << 1); n >= 1 && n <= len(signFonts) {
		return signFonts[n-1]
	}
	return ""
}

// signFonts are the fonts of signs that are numbered.
var signFonts = chars.SymbolFonts()

// fontOf returns the place of a font that is named by number: none has number 4.
func fontOf(number int) int {
	if number > 4 {
		return number - 1
	}
	return number
}

// textRules is what a book says of how its texts are shown.
type textRules struct {
	marked  bool // there is a font that strikes out, or one of signs
	looked  bool
	runs    map[int][]chars.Run // of shared texts, by number
	formats []string            // by cell style: one that says more of a text than the text; nil where none does
}

// lookAtTexts finds the rules before the first sheet is read.
func (w *legacy) lookAtTexts(book []byte) {
	if w.texts.looked {
		return
	}
	w.texts.looked = true
	if w.texts.marked {
		w.texts.runs = struckTexts(book)
	}
	for i, format := range w.formats {
		if !numfmt.ShowsTexts(format) {
			continue
		}
		if w.texts.formats == nil {
			w.texts.formats = make([]string, len(w.formats))
		}
		w.texts.formats[i] = format
	}
}

// struckTexts returns the runs of those shared texts that have several, by number. Only a book with
// a font that strikes out, or one of signs, is looked through for them.
func struckTexts(book []byte) map[int][]chars.Run {
	var fonts []int
	found := false
	for b := (&biff{data: book}); b.next() && b.kind != recEOF; {
		switch b.kind {
		case recFont:
			font := max(readFont(&b.body), 0)
			fonts, found = append(fonts, font), found || font >= struckBit
		case recSST:
			if !found {
				return nil
			}
			b.gather()
			return readRuns(&b.body, fonts)
		}
	}
	return nil
}

// readRuns reads the shared texts once more, for their runs.
func readRuns(f *fields, fonts []int) map[int][]chars.Run {
	texts := map[int][]chars.Run{}
	f.skip(4)
	n := int(f.u32())
	for i := 0; i < n && !f.short; i++ {
		for f.left() == 0 && len(f.parts) > 1 {
			f.parts = f.parts[1:]
		}
		if f.left() == 0 {
			break
		}
		if runs := f.rich(f.u16(), fonts); runs != nil && !f.short {
			texts[i] = runs
		}
	}
	return texts
}

// rich reads a string of n characters with its flags, as unicode does. It returns its
// runs where it has several, else nil.
func (f *fields) rich(n int, fonts []int) []chars.Run {
	flags := f.u8()
	count, extension := 0, 0
	if flags&stringRich != 0 {
		count = f.u16()
	}
	if flags&stringExtended != 0 {
		extension = int(f.u32())
	}
	text := f.characters(n, flags&stringWide != 0)
	runs := f.runs(text, count, fonts)
	f.skip(extension)
	return runs
}

// runs cuts a text where its formatting runs begin. A font that is named by none is the cell's.
func (f *fields) runs(text string, count int, fonts []int) []chars.Run {
	units := utf16Places(text, count)
	var runs []chars.Run
	from, look, own := 0, 0, false
	add := func(piece string) {
		runs = append(runs, chars.Run{Text: chars.Symbols(signsOf(look), piece), Struck: look&struckBit != 0, Own: own, OwnFont: own})
	}
	for range count {
		if f.left() < 4 && len(f.parts) < 2 {
			f.short = true
			return nil
		}
		at, font := f.u16(), fontOf(f.u16())
		next := len(text)
		if at < len(units) {
			next = units[at]
		}
		if next > from {
			add(text[from:next])
			from = next
		}
		look, own = 0, true
		if font < len(fonts) {
			look = fonts[font]
		}
	}
	if count == 0 {
		return nil
	}
	add(text[from:])
	return runs
}

// utf16Places returns where each UTF-16 unit of a text begins in it, nil where nobody asks.
func utf16Places(text string, count int) []int {
	if count == 0 {
		return nil
	}
	places := make([]int, 0, len(text))
	for i, r := range text {
		places = append(places, i)
		if r >= 0x10000 {
			places = append(places, i)
		}
	}
	return places
}
