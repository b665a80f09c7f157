package xls

import "taizhang/importer/grid"

// struckBit marks a font that strikes its text out, beside the number of its color.
const struckBit = 1 << 16

// fontOf returns the place of a font that is named by number: none has number 4.
func fontOf(number int) int {
	if number > 4 {
		return number - 1
	}
	return number
}

// textRules is what a book says of how its texts are shown.
type textRules struct {
	struck  bool // there is a font that strikes out
	looked  bool
	runs    map[int][]grid.Run // of shared texts, by number
	formats []string           // by cell style: one that says more of a text than the text; nil where none does
}

// lookAtTexts finds the rules before the first sheet is read.
func (w *legacy) lookAtTexts(book []byte) {
	if w.texts.looked {
		return
	}
	w.texts.looked = true
	if w.texts.struck {
		w.texts.runs = struckTexts(book)
	}
	for i, format := range w.formats {
		if !grid.ShowsTexts(format) {
			continue
		}
		if w.texts.formats == nil {
			w.texts.formats = make([]string, len(w.formats))
		}
		w.texts.formats[i] = format
	}
}

// struckTexts returns the runs of those shared texts that have several, by number. Only a book with
// a font that strikes out is looked through for them.
func struckTexts(book []byte) map[int][]grid.Run {
	var fonts []bool
	found := false
	for b := (&biff{data: book}); b.next() && b.kind != recEOF; {
		switch b.kind {
		case recFont:
			struck := readFont(&b.body)&struckBit != 0
			fonts, found = append(fonts, struck), found || struck
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
func readRuns(f *fields, fonts []bool) map[int][]grid.Run {
	texts := map[int][]grid.Run{}
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
func (f *fields) rich(n int, fonts []bool) []grid.Run {
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
func (f *fields) runs(text string, count int, fonts []bool) []grid.Run {
	units := utf16Places(text, count)
	var runs []grid.Run
	from, struck, own := 0, false, false
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
			runs = append(runs, grid.Run{Text: text[from:next], Struck: struck, Own: own})
			from = next
		}
		struck, own = font < len(fonts) && fonts[font], true
	}
	if count == 0 {
		return nil
	}
	return append(runs, grid.Run{Text: text[from:], Struck: struck, Own: own})
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
