// Package xls reads workbooks of Excel 97 to 2003.
package xls

import (
	"fmt"

	"taizhang/importer/grid"
	"taizhang/importer/grid/excel"
)

// legacy is an .xls (BIFF8) while it is read: what its sheets share.
type legacy struct {
	strings  []string
	codes    map[int]string // number formats that the file spells out
	formats  []string       // number format code by cell style
	looks    []uint16       // number of the look by cell style
	palette  *grid.Palette
	texts    textRules
	from1904 bool
	computed bool // some formula has a result: a program has calculated the book
	sheets   []boundSheet
}

// boundSheet is a sheet as the workbook lists it.
type boundSheet struct {
	name   string
	offset int // of its records in the stream
	hidden bool
	table  bool // a worksheet, no chart or macro sheet
}

// Read reads an Excel 97-2003 workbook, and what WPS saves as .et.
func Read(r *grid.Reading, data []byte) *grid.Refusal {
	found, bad := Streams(data)
	if bad != nil {
		return bad
	}
	book, bad := readStream(found[StreamWorkbook], len(data))
	if bad != nil {
		return bad
	}
	return readBIFF(r, book)
}

// readBIFF reads the stream that holds the workbook.
func readBIFF(r *grid.Reading, book []byte) *grid.Refusal {
	w := &legacy{codes: map[int]string{}, computed: hasResults(book)}
	if bad := w.readGlobals(book); bad != nil {
		return bad
	}
	if len(w.sheets) == 0 {
		return grid.Damaged("工作簿里没有工作表")
	}
	for _, s := range w.sheets {
		if !s.table {
			continue
		}
		d := grid.NewDraft(r.File, s.name)
		d.Hide(s.hidden)
		d.CountFrom1904(w.from1904)
		d.Paint(w.palette)
		if bad := w.readSheet(book, s, d, r); bad != nil {
			return bad
		}
		if bad := r.Add(d); bad != nil {
			return bad
		}
	}
	return nil
}

// readGlobals reads the records in front of the sheets.
func (w *legacy) readGlobals(book []byte) *grid.Refusal {
	b := &biff{data: book}
	if !b.next() || b.kind != recBOF {
		return grid.Damaged("工作簿开头不对，可能已损坏")
	}
	version, kind := b.body.u16(), b.body.u16()
	if version != biff8 {
		return grid.Unsupported("Excel 5.0/95 工作簿", "")
	}
	if kind != bofGlobals {
		return grid.Damaged("工作簿开头不对，可能已损坏")
	}
	var styles []xf
	var fonts []int
	var own []string
	for b.next() {
		switch b.kind {
		case recFilePass:
			// A protected workbook structure encrypts the file too, with a password that
			// every Excel knows: the clerk opens it without being asked.
			bad := grid.Protected()
			bad.Hint = "请用 Excel 或 WPS 打开后取消“保护工作簿”和打开密码，另存为 .xlsx 再放回；打不开的请向报送部门索取未加密的文件。"
			return bad
		case recDateMode:
			w.from1904 = b.body.u16() == 1
		case recBoundSheet:
			if len(w.sheets) == grid.MaxSheets {
				return grid.TooLarge("工作表过多", fmt.Sprintf("%d 张", grid.MaxSheets))
			}
			w.sheets = append(w.sheets, readBoundSheet(&b.body))
		case recFormat:
			id := b.body.u16()
			w.codes[id] = b.body.string()
		case recXF:
			styles = append(styles, readXF(&b.body))
		case recFont:
			fonts = append(fonts, readFont(&b.body))
		case recPalette:
			own = readPalette(&b.body)
		case recSST:
			b.gather()
			w.readStrings(&b.body)
		case recEOF:
			w.readLooks(styles, fonts, own)
			for _, s := range styles {
				code, ok := w.codes[s.format]
				if !ok {
					code = excel.BuiltinFormat(s.format)
				}
				w.formats = append(w.formats, excel.PlainFormat(code))
			}
			return nil
		}
		if b.body.short {
			return grid.Damaged("工作簿的公共部分已损坏")
		}
	}
	if b.bad != nil {
		return b.bad
	}
	return grid.Damaged(streamCut)
}

// hasResults reports whether any formula has a result but the empty text: that is also
// what programs write that don't calculate.
func hasResults(book []byte) bool {
	b := &biff{data: book}
	for b.next() {
		if b.kind != recFormula {
			continue
		}
		b.body.skip(6)
		if result := b.body.take(8); result[6] != 0xFF || result[7] != 0xFF || result[0] != 3 {
			return true
		}
	}
	return false
}

func readBoundSheet(f *fields) boundSheet {
	s := boundSheet{offset: int(f.u32())}
	s.hidden = f.u8()&3 != 0
	s.table = f.u8() == 0
	s.name = f.unicode(f.u8())
	return s
}

func (w *legacy) readStrings(f *fields) {
	f.skip(4) // how often strings are used
	n := int(f.u32())
	for i := 0; i < n && !f.short; i++ {
		for f.left() == 0 && len(f.parts) > 1 {
			f.parts = f.parts[1:]
		}
		w.strings = append(w.strings, grid.Tidy(f.string()))
	}
}
