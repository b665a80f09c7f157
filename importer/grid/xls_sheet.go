package grid

import (
	"fmt"
	"math"
)

// unknownFormula stands for a formula that is stored in the program's own code.
const unknownFormula = "……"

// xlsSheet is a worksheet's records while they are read.
type xlsSheet struct {
	*legacy
	d       *draft
	pending Cell // a formula whose text is in the STRING record to come
	wanted  bool
}

// readSheet reads the records of one worksheet into d.
func (w *legacy) readSheet(book []byte, s boundSheet, d *draft, r *reading) *refusal {
	if s.offset < 0 || s.offset >= len(book) {
		return damaged("工作表“%s”的位置不对", s.name)
	}
	b := &biff{data: book, pos: s.offset}
	if !b.next() || b.kind != recBOF {
		return damaged("工作表“%s”的开头不对", s.name)
	}
	if version, kind := b.body.u16(), b.body.u16(); version != biff8 || kind != bofSheet {
		return damaged("工作表“%s”的开头不对", s.name)
	}
	x := &xlsSheet{legacy: w, d: d}
	inner := 0 // charts inside the sheet are streams of their own
	for b.next() {
		switch b.kind {
		case recBOF:
			inner++
			continue
		case recEOF:
			if inner == 0 {
				return x.missing()
			}
			inner--
			continue
		}
		if inner > 0 {
			continue
		}
		if bad := x.record(b); bad != nil {
			return bad
		}
		if b.body.short {
			return damaged("工作表“%s”的内容已损坏", s.name)
		}
		if bad := r.fits(len(d.cells)); bad != nil {
			return bad
		}
	}
	if b.bad != nil {
		return b.bad
	}
	return damaged(streamCut)
}

func (x *xlsSheet) record(b *biff) *refusal {
	f, d := &b.body, x.d
	switch b.kind {
	case recRow:
		row := f.u16() + 1
		f.skip(10)
		if f.u16()&0x20 != 0 {
			d.rows = append(d.rows, row)
		}
	case recColInfo:
		left, right := f.u16()+1, f.u16()+1
		f.skip(4)
		if f.u16()&1 != 0 {
			d.hideCols(left, min(right, lastSheetCol))
		}
	case recMergeCells:
		return x.merges(f)
	case recHLink:
		x.link(f)
	case recString:
		b.gather()
		if text := f.string(); x.wanted && !f.short {
			x.wanted = false
			x.text(int(x.pending.row), int(x.pending.col), text, x.pending.Link)
		}
	case recNumber, recRK, recLabelSST, recLabel, recRString, recBoolErr, recFormula:
		if b.kind == recLabel || b.kind == recRString {
			b.gather()
		}
		if bad := x.missing(); bad != nil {
			return bad
		}
		return x.cell(b.kind, f)
	case recMulRK:
		row, col := f.u16()+1, f.u16()+1
		for f.left() >= 6+2 {
			style := f.u16()
			if bad := x.number(row, col, style, f.rk()); bad != nil {
				return bad
			}
			col++
		}
	}
	return nil
}

// missing refuses a formula whose text never came.
func (x *xlsSheet) missing() *refusal {
	if !x.wanted {
		return nil
	}
	return x.damage(int(x.pending.row), int(x.pending.col), "公式结果")
}

// cell reads a record that holds one cell.
func (x *xlsSheet) cell(kind uint16, f *fields) *refusal {
	row, col, style := f.u16()+1, f.u16()+1, f.u16()
	switch kind {
	case recNumber:
		return x.number(row, col, style, f.f64())
	case recRK:
		return x.number(row, col, style, f.rk())
	case recLabelSST:
		i := int(f.u32())
		if f.short {
			return nil // the caller says so
		}
		if i >= len(x.strings) {
			return x.damage(row, col, fmt.Sprintf("文字编号 %d ", i))
		}
		x.text(row, col, x.strings[i], "")
	case recLabel, recRString:
		x.text(row, col, f.string(), "")
	case recBoolErr:
		value, isError := f.u8(), f.u8()
		x.special(row, col, value, isError == 1)
	case recFormula:
		return x.formula(row, col, style, f)
	}
	return nil
}

// formula reads a formula's stored result.
func (x *xlsSheet) formula(row, col, style int, f *fields) *refusal {
	result := f.take(8)
	f.skip(6)
	link, said := linkInFormula(f)
	if f.short {
		return nil
	}
	if result[6] != 0xFF || result[7] != 0xFF {
		body := fields{parts: [][]byte{result}}
		return x.number(row, col, style, body.f64())
	}
	switch result[0] {
	case 0:
		x.pending, x.wanted = Cell{row: int32(row), col: int32(col), Link: link}, true
	case 1, 2:
		x.special(row, col, int(result[2]), result[0] == 2)
	case 3:
		switch {
		case said != "":
			x.text(row, col, said, link)
		case !x.computed:
			x.d.put(row, col, Cell{Kind: Failed, Formula: unknownFormula})
		}
	default:
		return x.damage(row, col, "公式结果")
	}
	return nil
}

func (x *xlsSheet) number(row, col, style int, v float64) *refusal {
	if style >= len(x.formats) {
		return x.damage(row, col, "格式编号")
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return x.damage(row, col, "数值")
	}
	x.d.number(row, col, v, x.formats[style])
	return nil
}

func (x *xlsSheet) text(row, col int, text, link string) {
	if !blank(text) {
		x.d.put(row, col, Cell{Kind: Text, Text: tidy(text), Link: link})
	}
}

func (x *xlsSheet) special(row, col, value int, isError bool) {
	if !isError {
		x.d.put(row, col, Cell{Kind: Bool, Text: boolText(value != 0)})
		return
	}
	x.d.put(row, col, Cell{Kind: Failed, Text: errorText(value)})
}

// errorText names an error value ([MS-XLS] 2.5.10).
func errorText(code int) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0F:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1D:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	case 0x2A:
		return "#N/A"
	}
	return "#ERR!"
}

func (x *xlsSheet) merges(f *fields) *refusal {
	n := f.u16()
	if len(x.d.merges)+n > maxMerges {
		return tooLarge("合并单元格过多", fmt.Sprintf("%d 处", maxMerges))
	}
	for range n {
		top, bottom, left, right := f.u16()+1, f.u16()+1, f.u16()+1, f.u16()+1
		if top > bottom || left > right || right > lastSheetCol {
			return damaged("工作表“%s”的合并范围读不出来", x.d.sheet.Name)
		}
		x.d.merges = append(x.d.merges, span{top, left, bottom, right})
	}
	return nil
}

func (x *xlsSheet) damage(row, col int, what string) *refusal {
	at := Cell{row: int32(row), col: int32(col)}.At()
	return damaged("工作表“%s”的单元格 %s 的%s无效", x.d.sheet.Name, at.Cell(), what)
}
