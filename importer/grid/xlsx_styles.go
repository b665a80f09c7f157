package grid

import (
	"strconv"
	"sync/atomic"
)

// readStyles keeps of the styles what says how a number is meant: the format code of
// each cell style.
func (w *workbook) readStyles(part string) *refusal {
	x, bad := w.zip.xml(part)
	if bad != nil {
		return bad
	}
	text := x.src
	if last := lastStyles.Load(); last != nil && last.text == text {
		w.formats = last.formats
		return nil
	}
	codes := map[int]string{}
	var ids []int
	for range x.children() {
		for tag := range x.children() {
			switch tag {
			case "numFmts":
				for range x.children() {
					if id, err := strconv.Atoi(x.attr("numFmtId")); err == nil {
						codes[id] = x.attr("formatCode")
					}
				}
			case "cellXfs":
				for range x.children() {
					id, _ := strconv.Atoi(x.attr("numFmtId")) // missing means General
					ids = append(ids, id)
				}
			}
		}
	}
	w.formats = make([]string, len(ids))
	for i, id := range ids {
		code, ok := codes[id]
		if !ok {
			code = builtinFormat(id)
		}
		w.formats[i] = plainFormat(code)
	}
	if x.bad == nil && len(text) <= commonText {
		lastStyles.Store(&styles{text, w.formats})
	}
	return x.bad
}

// styles are what was read from a text: mostly the next file brings the same.
type styles struct {
	text    string
	formats []string
}

var lastStyles atomic.Pointer[styles]

// plainFormat returns the code, "" for the several names of General.
func plainFormat(code string) string {
	switch code {
	case "General", "GENERAL", "general", "G/通用格式", "Standard":
		return ""
	}
	return code
}

// builtinFormat returns the code of a number format that files don't spell out, as a
// Chinese Excel reads it (ECMA-376 part 1, 18.8.30).
func builtinFormat(id int) string {
	switch id {
	case 1:
		return "0"
	case 2:
		return "0.00"
	case 3:
		return "#,##0"
	case 4:
		return "#,##0.00"
	case 9:
		return "0%"
	case 10:
		return "0.00%"
	case 11:
		return "0.00E+00"
	case 12:
		return "# ?/?"
	case 13:
		return "# ??/??"
	case 14:
		return "yyyy/m/d"
	case 15:
		return "d-mmm-yy"
	case 16:
		return "d-mmm"
	case 17:
		return "mmm-yy"
	case 18:
		return "h:mm AM/PM"
	case 19:
		return "h:mm:ss AM/PM"
	case 20:
		return "h:mm"
	case 21:
		return "h:mm:ss"
	case 22:
		return "yyyy/m/d h:mm"
	case 27, 36, 50, 52, 57:
		return `yyyy"年"m"月"`
	case 28, 29, 51, 53, 54, 58:
		return `m"月"d"日"`
	case 30:
		return "m-d-yy"
	case 31:
		return `yyyy"年"m"月"d"日"`
	case 32:
		return `h"时"mm"分"`
	case 33:
		return `h"时"mm"分"ss"秒"`
	case 34, 55:
		return `上午/下午h"时"mm"分"`
	case 35, 56:
		return `上午/下午h"时"mm"分"ss"秒"`
	case 37, 38:
		return "#,##0;-#,##0"
	case 39, 40:
		return "#,##0.00;-#,##0.00"
	case 45:
		return "mm:ss"
	case 46:
		return "[h]:mm:ss"
	case 47:
		return "mm:ss.0"
	case 48:
		return "##0.0E+0"
	case 49:
		return "@"
	}
	return ""
}
