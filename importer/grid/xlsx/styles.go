package xlsx

import (
	"strconv"
	"sync/atomic"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/excel"
)

// readStyles keeps of the styles what says how a number is meant: the format code of
// each cell style.
func (w *workbook) readStyles(part string) *grid.Refusal {
	x, bad := w.zip.XML(part)
	if bad != nil {
		return bad
	}
	text := x.Source()
	if last := lastStyles.Load(); last != nil && last.text == text {
		w.formats = last.formats
		return nil
	}
	codes := map[int]string{}
	var ids []int
	for range x.Children() {
		for tag := range x.Children() {
			switch tag {
			case "numFmts":
				for range x.Children() {
					if id, err := strconv.Atoi(x.Attr("numFmtId")); err == nil {
						codes[id] = x.Attr("formatCode")
					}
				}
			case "cellXfs":
				for range x.Children() {
					id, _ := strconv.Atoi(x.Attr("numFmtId")) // missing means General
					ids = append(ids, id)
				}
			}
		}
	}
	w.formats = make([]string, len(ids))
	for i, id := range ids {
		code, ok := codes[id]
		if !ok {
			code = excel.BuiltinFormat(id)
		}
		w.formats[i] = excel.PlainFormat(code)
	}
	if x.Bad == nil && len(text) <= archive.CommonText {
		lastStyles.Store(&styles{text, w.formats})
	}
	return x.Bad
}

// styles are what was read from a text: mostly the next file brings the same.
type styles struct {
	text    string
	formats []string
}

var lastStyles atomic.Pointer[styles]
