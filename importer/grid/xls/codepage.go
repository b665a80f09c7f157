package xls

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// recCodePage says what the bytes of a workbook's texts mean, before Excel 97.
const recCodePage = 0x0042

// biff5 is the version of Excel 5.0 and 95, whose texts are bytes.
const biff5 = 0x0500

// codePage turns bytes into text; nil where texts are Unicode, as since Excel 97. The zero codePage
// has ASCII only.
type codePage struct{ encoding.Encoding }

// pageOf returns a code page by its number, nil for one that nobody in China writes.
func pageOf(number int) *codePage {
	switch number {
	case 936:
		return &codePage{simplifiedchinese.GB18030}
	case 950:
		return &codePage{traditionalchinese.Big5}
	case 1252, 0x8001, 367:
		return &codePage{charmap.Windows1252}
	}
	return nil
}

// text decodes bytes; ok is false for what the page does not have.
func (p *codePage) text(b []byte) (s string, ok bool) {
	if isASCII(b) {
		return string(b), true
	}
	if p.Encoding == nil {
		return "", false
	}
	out, err := p.NewDecoder().Bytes(b)
	if err != nil {
		return "", false
	}
	for _, r := range string(out) {
		if r == utf8.RuneError {
			return "", false
		}
	}
	return string(out), true
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// inPage reads n bytes as text, in as many parts as they take.
func (f *fields) inPage(n int) string {
	var b []byte
	for n > 0 && !f.short {
		if f.left() == 0 {
			if len(f.parts) < 2 {
				f.short = true
				break
			}
			f.parts = f.parts[1:]
			continue
		}
		here := min(n, f.left())
		b = append(b, f.take(here)...)
		n -= here
	}
	text, ok := f.page.text(b)
	if !ok {
		f.short = true
	}
	return text
}
