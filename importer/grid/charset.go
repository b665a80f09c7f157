package grid

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const utf8Mark = "\xEF\xBB\xBF"

// decodeText turns the bytes of a text file into UTF-8: by byte order mark, else UTF-8
// where it is valid, else GB18030. ok is false where it is none of them.
func decodeText(data []byte) (text string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte(utf8Mark)):
		data = data[len(utf8Mark):]
		return string(data), utf8.Valid(data)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeUTF16(data[2:], binary.BigEndian)
	case utf8.Valid(data) && bytes.IndexByte(data, 0) < 0:
		return string(data), true
	case looksUTF16(data, 1):
		return decodeUTF16(data, binary.LittleEndian)
	case looksUTF16(data, 0):
		return decodeUTF16(data, binary.BigEndian)
	}
	return DecodeGB18030(data)
}

// DecodeGB18030 turns GB18030, and so GBK and GB 2312, into UTF-8. ok is false where it is
// something else, such as damaged UTF-8, which would pass for it and read as rubbish.
func DecodeGB18030(data []byte) (text string, ok bool) {
	if mostlyUTF8(data) {
		return "", false
	}
	return decodeGB18030(data)
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

func decodeUTF16(data []byte, order binary.ByteOrder) (string, bool) {
	if len(data)%2 != 0 {
		return "", false
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return utf16Text(units)
}

// utf16Text is strict: a lone surrogate is damage.
func utf16Text(units []uint16) (string, bool) {
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

func decodeGB18030(data []byte) (string, bool) {
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", false
	}
	return string(out), true
}

// decodeXML turns a part into UTF-8 by its byte order mark or its declaration, and
// refuses bytes that no XML may hold.
func decodeXML(part, src string) (string, *refusal) {
	switch head := src[:min(len(src), 4)]; {
	case strings.HasPrefix(head, utf8Mark):
		src = src[len(utf8Mark):]
	case strings.HasPrefix(head, "\xFF\xFE"), strings.HasPrefix(head, "<\x00"):
		return recode(part, strings.TrimPrefix(src, "\xFF\xFE"), binary.LittleEndian)
	case strings.HasPrefix(head, "\xFE\xFF"), strings.HasPrefix(head, "\x00<"):
		return recode(part, strings.TrimPrefix(src, "\xFE\xFF"), binary.BigEndian)
	default:
		switch declared(src) {
		case "gb18030", "gbk", "gb2312", "cp936":
			text, ok := decodeGB18030([]byte(src))
			if !ok {
				return "", damaged("文件中的零件 %s 的文字编码已损坏", part)
			}
			src = text
		}
	}
	return src, checkXML(part, src)
}

func recode(part, src string, order binary.ByteOrder) (string, *refusal) {
	text, ok := decodeUTF16([]byte(src), order)
	if !ok {
		return "", damaged("文件中的零件 %s 的文字编码已损坏", part)
	}
	return text, checkXML(part, text)
}

func checkXML(part, src string) *refusal {
	if !utf8.ValidString(src) {
		return damaged("文件中的零件 %s 的文字编码已损坏", part)
	}
	for i := 0; i < len(src); i++ {
		if c := src[i]; c < 0x20 && c != '\n' && c != '\r' && c != '\t' {
			return damaged("文件中的零件 %s 含有不允许的控制字符", part)
		}
	}
	return nil
}

// declared returns the encoding that the XML declaration names, in lower case.
func declared(src string) string {
	if !strings.HasPrefix(src, "<?xml") {
		return ""
	}
	head, _, _ := strings.Cut(src, "?>")
	_, after, ok := strings.Cut(head, "encoding")
	if !ok {
		return ""
	}
	after = strings.TrimLeft(after, " =\t\r\n")
	if after == "" {
		return ""
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	return strings.ToLower(name)
}
