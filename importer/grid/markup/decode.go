package markup

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
)

// Recoded reports whether a part is written in something else than UTF-8, so that DecodeXML
// makes another text of it.
func Recoded(src string) bool {
	for _, head := range []string{"\xFF\xFE", "<\x00", "\xFE\xFF", "\x00<"} {
		if strings.HasPrefix(src, head) {
			return true
		}
	}
	return inGB18030(declared(src))
}

func inGB18030(name string) bool {
	return name == "gb18030" || name == "gbk" || name == "gb2312" || name == "cp936"
}

// DecodeXML turns a part into UTF-8 by its byte order mark or its declaration, and
// refuses bytes that no XML may hold.
func DecodeXML(part, src string) (string, *grid.Refusal) {
	switch head := src[:min(len(src), 4)]; {
	case strings.HasPrefix(head, charset.UTF8Mark):
		src = src[len(charset.UTF8Mark):]
	case strings.HasPrefix(head, "\xFF\xFE"), strings.HasPrefix(head, "<\x00"):
		return recode(part, strings.TrimPrefix(src, "\xFF\xFE"), binary.LittleEndian)
	case strings.HasPrefix(head, "\xFE\xFF"), strings.HasPrefix(head, "\x00<"):
		return recode(part, strings.TrimPrefix(src, "\xFE\xFF"), binary.BigEndian)
	default:
		if inGB18030(declared(src)) {
			text, ok := charset.FromGB18030([]byte(src))
			if !ok {
				return "", grid.Damaged("文件中的零件 %s 的文字编码已损坏", part)
			}
			src = text
		}
	}
	return src, checkXML(part, src)
}

func recode(part, src string, order binary.ByteOrder) (string, *grid.Refusal) {
	text, ok := charset.FromUTF16([]byte(src), order)
	if !ok {
		return "", grid.Damaged("文件中的零件 %s 的文字编码已损坏", part)
	}
	return text, checkXML(part, text)
}

func checkXML(part, src string) *grid.Refusal {
	if !utf8.ValidString(src) {
		return grid.Damaged("文件中的零件 %s 的文字编码已损坏", part)
	}
	for i := 0; i < len(src); i++ {
		if c := src[i]; c < 0x20 && c != '\n' && c != '\r' && c != '\t' {
			return grid.Damaged("文件中的零件 %s 含有不允许的控制字符", part)
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
