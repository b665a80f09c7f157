package xls

import (
	"fmt"
	"math"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/numfmt"
)

// mostColumns is how many columns a sheet of the format has. A program that writes a cell
// beyond them means something else, or the file is damaged.
const mostColumns = 256

// unknownFormula stands for a formula that is stored in the program's own code.
const unknownFormula = "……"

// xlsSheet is a worksheet's records while they are read.
type xlsSheet struct {
	*legacy
	d       *grid.Draft
	pending pending // a formula whose text is in the STRING record to come
	wanted  bool

	objects []object    // that lie over the sheet
	byID    map[int]int // place in objects
	place   grid.Span
	across  int // of the shape to come
	middle  int
	share   float64
}

// pending is a formula that waits for its text.
type pending struct {
	row, col, style int
	link            string
}

// readSheet reads the records of one worksheet into d.
func (w *legacy) readSheet(book []byte, s boundSheet, d *grid.Draft, r *grid.Reading) *grid.Refusal {
	if s.offset < 0 || s.offset >= len(book) {
		return grid.Damaged("工作表“%s”的位置不对", s.name)
	}
	b := &biff{data: book, pos: s.offset, page: w.page}
	defer func() { w.budget.Walk(b.pos - s.offset) }()
	if !b.next() || b.kind != recBOF {
		return grid.Damaged("工作表“%s”的开头不对", s.name)
	}
	if version, kind := b.body.u16(), b.body.u16(); version != w.version || kind != bofSheet {
		return grid.Damaged("工作表“%s”的开头不对", s.name)
	}
	w.lookAtTexts(book)
	x := &xlsSheet{legacy: w, d: d}
	inner := 0 // charts inside the sheet are streams of their own
	for b.next() {
		switch b.kind {
		case recBOF:
			inner++
			continue
		case recEOF:
			if inner == 0 {
				x.layOver()
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
			return grid.Damaged("工作表“%s”的内容已损坏", s.name)
		}
		if bad := r.Room(d); bad != nil {
			return bad
		}
	}
	if b.bad != nil {
		return b.bad
	}
	return grid.Damaged(streamCut)
}

func (x *xlsSheet) record(b *biff) *grid.Refusal {
	f, d := &b.body, x.d
	switch b.kind {
	case recRow:
		row := f.u16() + 1
		f.skip(10)
		flags := f.u16()
		if flags&0x20 != 0 {
			d.HideRow(row)
		}
		if flags&0x80 != 0 && f.left() >= 2 {
			x.look(f.u16() & 0xFFF)
			d.LookRow(row)
		}
	case recColInfo:
		left, right := f.u16()+1, f.u16()+1
		f.skip(2)
		x.look(f.u16())
		d.LookCols(left, min(right, grid.MostCols))
		if f.u16()&1 != 0 {
			d.HideCols(left, min(right, grid.MostCols))
		}
	case recMergeCells:
		return x.merges(f)
	case recHLink:
		x.link(f)
	case recString:
		b.gather()
		if text := f.string(); x.wanted && !f.short {
			x.wanted = false
			x.look(x.pending.style)
			x.text(x.pending.row, x.pending.col, text, x.textFormat(x.pending.style), x.pending.link)
		}
	case recNumber, recRK, recLabelSST, recLabel, recRString, recBoolErr, recFormula, recFormula3, recFormula4:
		if b.kind == recLabel || b.kind == recRString {
			b.gather()
		}
		if bad := x.missing(); bad != nil {
			return bad
		}
		return x.cell(b.kind, f)
	case recInteger2, recNumber2, recLabel2, recBoolErr2:
		return grid.Damaged("工作表“%s”里有 Excel 2.0 的单元格，与文件的版本不符", d.Name())
	case recBlank, recMulBlank:
		x.blank(b.kind, f)
	case recDrawing, recObj, recTxo, recNote:
		x.over(b)
	case recMulRK:
		row, col := f.u16()+1, f.u16()+1
		for f.left() >= 6+2 {
			style := f.u16()
			if col > mostColumns {
				return x.damage(row, col, "位置")
			}
			x.look(style)
			if bad := x.number(row, col, style, f.rk()); bad != nil {
				return bad
			}
			col++
		}
	}
	return nil
}

// missing puts a formula whose text never came: a program has written it and has not calculated.
func (x *xlsSheet) missing() *grid.Refusal {
	if x.wanted {
		x.wanted = false
		x.look(x.pending.style)
		x.d.Put(x.pending.row, x.pending.col, grid.Cell{Kind: grid.Failed, Formula: unknownFormula})
	}
	return nil
}

// cell reads a record that holds one cell.
func (x *xlsSheet) cell(kind uint16, f *fields) *grid.Refusal {
	row, col, style := f.u16()+1, f.u16()+1, f.u16()
	if col > mostColumns {
		return x.damage(row, col, "位置")
	}
	x.look(style)
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
		if runs := x.texts.runs[i]; runs != nil {
			x.d.PutRuns(row, col, runs, grid.Cell{Format: x.textFormat(style)})
			return nil
		}
		x.text(row, col, x.strings[i], x.textFormat(style), "")
	case recLabel, recRString:
		x.text(row, col, f.string(), x.textFormat(style), "")
	case recBoolErr:
		value, isError := f.u8(), f.u8()
		x.special(row, col, value, isError == 1)
	case recFormula, recFormula3, recFormula4:
		return x.formula(row, col, style, f)
	}
	return nil
}

// formula reads a formula's stored result.
func (x *xlsSheet) formula(row, col, style int, f *fields) *grid.Refusal {
	result := f.take(8)
	f.skip(6)
	link, said := "", ""
	if x.version == biff8 {
		link, said = linkInFormula(f)
	}
	if f.short {
		return nil
	}
	if result[6] != 0xFF || result[7] != 0xFF {
		body := fields{parts: [][]byte{result}}
		return x.number(row, col, style, body.f64())
	}
	switch result[0] {
	case 0:
		x.pending, x.wanted = pending{row, col, style, link}, true
	case 1, 2:
		x.special(row, col, int(result[2]), result[0] == 2)
	case 3:
		switch {
		case said != "":
			x.text(row, col, said, "", link)
		case !x.computed:
			x.d.Put(row, col, grid.Cell{Kind: grid.Failed, Formula: unknownFormula})
		}
	default:
		return x.damage(row, col, "公式结果")
	}
	return nil
}

func (x *xlsSheet) number(row, col, style int, v float64) *grid.Refusal {
	if style >= len(x.formats) {
		return x.damage(row, col, "格式编号")
	}
	if math.IsNaN(v) || math.IsInf(v, 0) { // as Excel shows it
		x.d.Put(row, col, grid.Cell{Kind: grid.Failed, Text: errorText(0x24)})
		return nil
	}
	x.d.PutNumber(row, col, v, x.formats[style])
	return nil
}

func (x *xlsSheet) text(row, col int, text, format, link string) {
	if !chars.Blank(text) {
		x.d.Put(row, col, grid.Cell{Kind: grid.Text, Text: chars.Tidy(text), Format: format, Link: link})
	}
}

// textFormat returns the format of a style where it says more of a text than the text.
func (x *xlsSheet) textFormat(style int) string {
	if style < len(x.texts.formats) {
		return x.texts.formats[style]
	}
	return ""
}

func (x *xlsSheet) special(row, col, value int, isError bool) {
	if !isError {
		x.d.Put(row, col, grid.Cell{Kind: grid.Bool, Text: numfmt.BoolText(value != 0)})
		return
	}
	x.d.Put(row, col, grid.Cell{Kind: grid.Failed, Text: errorText(value)})
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

func (x *xlsSheet) merges(f *fields) *grid.Refusal {
	n := f.u16()
	if len(x.d.Merges)+n > grid.MaxMerges {
		return grid.TooLarge("合并单元格过多", fmt.Sprintf("%d 处", grid.MaxMerges))
	}
	for range n {
		top, bottom, left, right := f.u16()+1, f.u16()+1, f.u16()+1, f.u16()+1
		if top > bottom || left > right || right > grid.MostCols {
			return grid.Damaged("工作表“%s”的合并范围读不出来", x.d.Name())
		}
		x.d.Merges = append(x.d.Merges, grid.Span{Top: top, Left: left, Bottom: bottom, Right: right})
	}
	return nil
}

func (x *xlsSheet) damage(row, col int, what string) *grid.Refusal {
	at := finding.Place{}.At(row, col)
	return grid.Damaged("工作表“%s”的单元格 %s 的%s无效", x.d.Name(), at.Cell(), what)
}
