// Package charset turns text in the charsets that files in China come in into UTF-8.
package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const UTF8Mark = "\xEF\xBB\xBF"

// Decode turns the bytes of a text file into UTF-8: by byte order mark, else UTF-8
// where it is valid, else GB18030, else line by line one of the two, where a file was put
// together of several. ok is false where it is none of them.
func Decode(data []byte) (text string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte(UTF8Mark)):
		data = data[len(UTF8Mark):]
		return string(data), utf8.Valid(data)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return FromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return FromUTF16(data[2:], binary.BigEndian)
	case utf8.Valid(data) && bytes.IndexByte(data, 0) < 0:
		return string(data), true
	case looksUTF16(data, 1):
		return FromUTF16(data, binary.LittleEndian)
	case looksUTF16(data, 0):
		return FromUTF16(data, binary.BigEndian)
	}
	if text, mixed, ok := byLine(data); mixed {
		return text, ok
	}
	return DecodeGB18030(data)
}

// DecodeGB18030 turns GB18030, and so GBK and GB 2312, into UTF-8. ok is false where it is
// something else, such as damaged UTF-8, which would pass for it and read as rubbish.
func DecodeGB18030(data []byte) (text string, ok bool) {
	if mostlyUTF8(data) {
		return "", false
	}
	return FromGB18030(data)
}

// mostlyUTF8 reports whether far more characters beyond ASCII are valid than broken. Text
// in GB18030 is valid UTF-8 by rare accident only.
func mostlyUTF8(data []byte) bool {
	valid, broken := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			valid++
		}
		data = data[n:]
	}
	return valid > 4*broken
}

// looksUTF16 reports whether the zero bytes of the beginning lie at even (0) or odd (1)
// places, as the upper halves of ASCII do: delimiters and digits give a table away. A few
// Chinese characters (一, 开) have a zero in the other half.
func looksUTF16(data []byte, odd int) bool {
	data = data[:min(len(data), 4096)]
	zeros, others := 0, 0
	for i, b := range data {
		if b != 0 {
			continue
		}
		if i%2 == odd {
			zeros++
		} else {
			others++
		}
	}
	return zeros > 2*others && zeros*20 >= len(data)
}

func FromUTF16(data []byte, order binary.ByteOrder) (string, bool) {
	if len(data)%2 != 0 {
		return "", false
	}
	const piece = 1 << 15
	units := make([]uint16, 0, min(len(data)/2, piece))
	var b strings.Builder
	b.Grow(len(data))
	for len(data) > 0 {
		n := min(len(data)/2, piece)
		if last := rune(order.Uint16(data[2*n-2:])); n > 1 && 2*n < len(data) && last >= 0xD800 && last < 0xDC00 {
			n-- // its other half may stand in the next piece
		}
		units = units[:0]
		for i := range n {
			units = append(units, order.Uint16(data[2*i:]))
		}
		text, ok := JoinUTF16(units)
		if !ok {
			return "", false
		}
		b.WriteString(text)
		data = data[2*n:]
	}
	return b.String(), true
}

// JoinUTF16 is strict: a lone surrogate is damage.
func JoinUTF16(units []uint16) (string, bool) {
	var b strings.Builder
	b.Grow(len(units) * 2)
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if i+1 == len(units) {
				return "", false
			}
			i++
			if r = utf16.DecodeRune(r, rune(units[i])); r == utf8.RuneError {
				return "", false
			}
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

func FromGB18030(data []byte) (string, bool) {
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", false
	}
	return string(out), true
}
