// Package xls reads workbooks of Excel 5.0 to 2003.
package xls

import (
	"fmt"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/excel"
)

// legacy is an .xls (BIFF8, or BIFF5 of Excel 5.0 and 95) while it is read: what its sheets share.
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
	version  int
	page     *codePage // of its texts, nil for Unicode
	budget   *grid.Budget
}

// boundSheet is a sheet as the workbook lists it.
type boundSheet struct {
	name   string
	offset int // of its records in the stream
	hidden bool
	table  bool // a worksheet, no chart or macro sheet
}

// Read reads an Excel 5.0-2003 workbook, and what WPS saves as .et.
func Read(r *grid.Reading, data []byte) *grid.Refusal {
	found, bad := Streams(data)
	if bad != nil {
		return bad
	}
	stream := found[StreamWorkbook]
	if stream == nil {
		if stream = found[StreamBook]; stream == nil {
			return grid.Damaged("文件里没有工作簿，可能已损坏")
		}
	}
	book, bad := stream.Bytes()
	if bad != nil {
		return bad
	}
	return readBIFF(r, book)
}

// readBIFF reads the stream that holds the workbook.
func readBIFF(r *grid.Reading, book []byte) *grid.Refusal {
	r.Budget.Hold(len(book))
	book, bad := decrypted(r, book)
	if bad != nil {
		return bad
	}
	w := &legacy{codes: map[int]string{}, computed: hasResults(book), budget: r.Budget}
	if bad := w.readGlobals(book); bad != nil {
		return bad
	}
	if len(w.sheets) == 0 {
		return grid.Damaged("工作簿里没有工作表")
	}
	read := map[int]string{} // the sheet by where it begins
	for _, s := range w.sheets {
		if !s.table {
			continue
		}
		if other, again := read[s.offset]; again {
			return grid.Damaged("工作表“%s”和“%s”指向文件中的同一处", other, s.name)
		}
		read[s.offset] = s.name
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
	w.version = version
	switch {
	case b.body.short:
		return grid.Damaged("工作簿开头不对，可能已损坏")
	case version == biff5:
		b.page = &codePage{} // until the workbook says which
	case version != biff8:
		return grid.Unsupported("Excel 4.0 及更早的工作簿", "")
	}
	if kind != bofGlobals {
		return grid.Damaged("工作簿开头不对，可能已损坏")
	}
	var styles []xf
	var fonts []int
	var own []string
	for b.next() {
		switch b.kind {
		case recCodePage:
			if number := b.body.u16(); w.version == biff5 {
				if b.page = pageOf(number); b.page == nil {
					return grid.Unsupported(fmt.Sprintf("文字编码（代码页 %d）不常见的 Excel 5.0/95 工作簿", number), "")
				}
			}
		case recDateMode:
			w.from1904 = b.body.u16() == 1
		case recBoundSheet:
			if len(w.sheets) == grid.MaxSheets {
				return grid.TooLarge("工作表过多", fmt.Sprintf("%d 张", grid.MaxSheets))
			}
			w.sheets = append(w.sheets, readBoundSheet(&b.body))
		case recFormat:
			id := b.body.u16()
			if w.version == biff5 {
				w.codes[id] = b.body.unicode(b.body.u8())
			} else {
				w.codes[id] = b.body.string()
			}
		case recXF:
			w.budget.Hold(styleWeight)
			styles = append(styles, readXF(&b.body, w.version))
		case recFont:
			w.budget.Hold(styleWeight)
			fonts = append(fonts, readFont(&b.body))
		case recPalette:
			own = readPalette(&b.body)
		case recSST:
			b.gather()
			w.readStrings(&b.body)
		case recEOF:
			w.page = b.page
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
		if bad := w.budget.Over(); bad != nil {
			return bad
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

// styleWeight and textWeight are about what a style or font and a text take, in bytes.
const (
	styleWeight = 64
	textWeight  = 48 // the list grows by more than it needs
)

// decrypted returns the records of a workbook as they were before it was encrypted with the
// password that every program knows: the clerk opens it without being asked. One that has a
// password of its own is refused.
func decrypted(r *grid.Reading, book []byte) ([]byte, *grid.Refusal) {
	b := &biff{data: book}
	for b.next() && b.kind != recEOF {
		if b.kind != recFilePass {
			continue
		}
		c, ok := unlock(&b.body)
		if !ok {
			bad := grid.Protected()
			bad.Hint = "请用 Excel 或 WPS 打开后取消“保护工作簿”和打开密码，另存为 .xlsx 再放回；打不开的请向报送部门索取未加密的文件。"
			return nil, bad
		}
		r.Budget.Hold(len(book))
		return c.decrypt(book)
	}
	return book, nil
}

// hasResults reports whether any formula has a result but the empty text: that is also
// what programs write that don't calculate.
func hasResults(book []byte) bool {
	b := &biff{data: book}
	for b.next() {
		if b.kind != recFormula && b.kind != recFormula3 && b.kind != recFormula4 {
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
	for i := 0; i < n && !f.short && w.budget.Over() == nil; i++ {
		for f.left() == 0 && len(f.parts) > 1 {
			f.parts = f.parts[1:]
		}
		if f.left() == 0 {
			return // some programs count texts that they did not write; no cell may ask for one
		}
		text := chars.Tidy(f.string())
		w.budget.Hold(len(text) + textWeight)
		w.strings = append(w.strings, text)
	}
}
