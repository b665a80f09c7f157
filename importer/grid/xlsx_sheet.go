package grid

import (
	"fmt"
	"strconv"
	"strings"
)

// rowState is where the reader stands in a sheet's rows.
type rowState struct {
	row, col int // last row and cell read
	blanks   int // rows without content since the last that had any
}

// readSheet reads a worksheet part into d.
func (w *workbook) readSheet(part string, d *draft, r *reading) *refusal {
	targets, bad := relationsOf(w.zip, part)
	if bad != nil {
		return bad
	}
	x, bad := w.zip.xml(part)
	if bad != nil {
		return bad
	}
	w.shared = nil
	// A guess that spares the slice its growing, and isn't fooled by blank cells: a sheet of
	// usual size gets room for them too, a large one for its values.
	d.cells = make([]Cell, 0, min(strings.Count(x.src, "<c "), max(4096, min(strings.Count(x.src, "</v>"), maxCells))))
	for tag := range x.children() {
		if tag != "worksheet" {
			return damaged("文件中的零件 %s 不是工作表", part)
		}
		for tag := range x.children() {
			switch tag {
			case "cols":
				readCols(x, d)
			case "sheetData":
				w.readRows(x, d, r)
			case "mergeCells":
				readMerges(x, d)
			case "hyperlinks":
				readLinks(x, d, targets)
			}
		}
	}
	return x.bad
}

func readCols(x *scanner, d *draft) {
	for range x.children() {
		left, _ := strconv.Atoi(x.attr("min"))
		right, _ := strconv.Atoi(x.attr("max"))
		if left > 0 && left <= right && (isTrue(x.attr("hidden")) || x.attr("width") == "0") {
			d.hideCols(left, right)
		}
	}
}

func (w *workbook) readRows(x *scanner, d *draft, r *reading) {
	var at rowState
	for tag := range x.children() {
		if tag != "row" {
			continue
		}
		at.row++
		if n := x.attr("r"); n != "" {
			row, ok := digits(n)
			if !ok || row > lastSheetRow {
				x.bad = damaged("工作表“%s”的行号“%s”读不出来", d.sheet.Name, n)
				return
			}
			at.row = row
		}
		if at.row > lastSheetRow {
			x.bad = damaged("工作表“%s”的行数超出表格范围", d.sheet.Name)
			return
		}
		if isTrue(x.attr("hidden")) || x.attr("ht") == "0" {
			d.rows = append(d.rows, at.row)
		}
		before := len(d.cells)
		w.readRow(x, d, &at)
		if len(d.cells) > before {
			at.blanks = 0
			if bad := r.fits(len(d.cells)); bad != nil && x.bad == nil {
				x.bad = bad
			}
		} else if at.blanks++; at.blanks > maxEmptyRows && x.bad == nil {
			x.bad = tooLarge(fmt.Sprintf("工作表“%s”有大量空白行", d.sheet.Name), fmt.Sprintf("%d 行", maxEmptyRows))
		}
	}
}

func (w *workbook) readRow(x *scanner, d *draft, at *rowState) {
	at.col = 0
	for tag := range x.children() {
		if tag != "c" {
			continue
		}
		at.col++
		if ref := x.attr("r"); ref != "" {
			row, col, ok := parseRef(ref)
			if !ok || row != at.row {
				x.bad = damaged("工作表“%s”第 %d 行的单元格位置“%s”读不出来", d.sheet.Name, at.row, ref)
				return
			}
			at.col = col
		}
		if at.col > lastSheetCol {
			x.bad = damaged("工作表“%s”第 %d 行的列数超出表格范围", d.sheet.Name, at.row)
			return
		}
		w.readCell(x, d, at.row, at.col)
	}
}

func readMerges(x *scanner, d *draft) {
	for tag := range x.children() {
		if tag != "mergeCell" {
			continue
		}
		over, ok := parseSpan(x.attr("ref"))
		if !ok {
			x.bad = damaged("工作表“%s”的合并范围“%s”读不出来", d.sheet.Name, x.attr("ref"))
			return
		}
		if len(d.merges) == maxMerges {
			x.bad = tooLarge("合并单元格过多", fmt.Sprintf("%d 处", maxMerges))
			return
		}
		d.merges = append(d.merges, over)
	}
}

// readLinks reads the sheet's hyperlinks; those into the workbook itself start with #.
func readLinks(x *scanner, d *draft, targets relations) {
	for tag := range x.children() {
		if tag != "hyperlink" {
			continue
		}
		ref, id, inside := x.attr("ref"), x.prefixed("id"), x.attr("location")
		over, ok := parseSpan(ref)
		if !ok {
			x.bad = damaged("工作表“%s”的超链接位置“%s”读不出来", d.sheet.Name, ref)
			return
		}
		rel, known := targets.find(id)
		if id != "" && !known {
			x.bad = damaged("工作表“%s”单元格 %s 的超链接缺少地址", d.sheet.Name, ref)
			return
		}
		target := rel.target
		if inside != "" {
			target += "#" + strings.TrimPrefix(inside, "#")
		}
		if len(d.links) == maxLinks {
			x.bad = tooLarge("超链接过多", fmt.Sprintf("%d 处", maxLinks))
			return
		}
		if target != "" {
			d.links = append(d.links, link{over, target})
		}
	}
}
