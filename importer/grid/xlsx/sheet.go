package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/numfmt"
)

// rowState is where the reader stands in a sheet's rows.
type rowState struct {
	row, col int // last row and cell read
}

// readSheet reads a worksheet part into d.
func (w *workbook) readSheet(part string, d *grid.Draft, r *grid.Reading) *grid.Refusal {
	targets, bad := archive.RelationsOf(w.zip, part)
	if bad != nil {
		return bad
	}
	x, bad := w.zip.XML(part)
	if bad != nil {
		return bad
	}
	w.shared, w.strikes = nil, w.styles.strikes || mayStrike(x.Source())
	var boxes []control
	// A guess that spares the slice its growing, and isn't fooled by blank cells: a sheet of
	// usual size gets room for them too, a large one for its values.
	d.Expect(min(strings.Count(x.Source(), "<c "), max(4096, min(strings.Count(x.Source(), "</v>"), grid.MaxCells))))
	for tag := range x.Children() {
		if tag != "worksheet" {
			return grid.Damaged("文件中的零件 %s 不是工作表", part)
		}
		for tag := range x.Children() {
			switch tag {
			case "cols":
				w.readCols(x, d)
			case "sheetData":
				w.readRows(x, d, r)
			case "mergeCells":
				readMerges(x, d)
			case "hyperlinks":
				readLinks(x, d, targets)
			case "controls", "AlternateContent":
				boxes = append(boxes, readControls(x)...)
			}
		}
	}
	if x.Bad != nil {
		return x.Bad
	}
	if targets.List != nil {
		w.readBeside(d, targets, boxes, heights(x.Source()))
	}
	return nil
}

func (w *workbook) readCols(x *markup.Scanner, d *grid.Draft) {
	for range x.Children() {
		left, _ := strconv.Atoi(x.Attr("min"))
		right, _ := strconv.Atoi(x.Attr("max"))
		if left > 0 && left <= right && (markup.IsTrue(x.Attr("hidden")) || x.Attr("width") == "0") {
			d.HideCols(left, right)
		}
		if w.styles.looks != nil && left > 0 && left <= right {
			d.Look(w.look(x.Attr("style")))
			d.LookCols(left, min(right, grid.MostCols))
		}
	}
}

func (w *workbook) readRows(x *markup.Scanner, d *grid.Draft, r *grid.Reading) {
	var at rowState
	for tag := range x.Children() {
		if tag != "row" {
			continue
		}
		at.row++
		if n := x.Attr("r"); n != "" {
			row, ok := numfmt.Digits(n)
			if !ok || row > grid.MostRows {
				x.Bad = grid.Damaged("工作表“%s”的行号“%s”读不出来", d.Name(), n)
				return
			}
			at.row = row
		}
		if at.row > grid.MostRows {
			x.Bad = grid.Damaged("工作表“%s”的行数超出表格范围", d.Name())
			return
		}
		if markup.IsTrue(x.Attr("hidden")) || x.Attr("ht") == "0" {
			d.HideRow(at.row)
		}
		if w.styles.looks != nil && markup.IsTrue(x.Attr("customFormat")) {
			d.Look(w.look(x.Attr("s")))
			d.LookRow(at.row)
		}
		before := d.Size()
		w.readRow(x, d, &at)
		if d.Size() > before {
			if bad := r.Room(d); bad != nil && x.Bad == nil {
				x.Bad = bad
			}
		}
	}
}

func (w *workbook) readRow(x *markup.Scanner, d *grid.Draft, at *rowState) {
	at.col = 0
	for tag := range x.Children() {
		if tag != "c" {
			continue
		}
		at.col++
		if ref := x.Attr("r"); ref != "" {
			row, col, ok := parseRef(ref)
			if !ok || row != at.row {
				x.Bad = grid.Damaged("工作表“%s”第 %d 行的单元格位置“%s”读不出来", d.Name(), at.row, ref)
				return
			}
			at.col = col
		}
		if at.col > grid.MostCols {
			x.Bad = grid.Damaged("工作表“%s”第 %d 行的列数超出表格范围", d.Name(), at.row)
			return
		}
		before := d.Size()
		w.readCell(x, d, at.row, at.col)
		if w.styles.looks != nil && d.Size() == before {
			d.Blank(at.row, at.col, at.col)
		}
	}
}

func readMerges(x *markup.Scanner, d *grid.Draft) {
	for tag := range x.Children() {
		if tag != "mergeCell" {
			continue
		}
		over, ok := parseSpan(x.Attr("ref"))
		if !ok {
			x.Bad = grid.Damaged("工作表“%s”的合并范围“%s”读不出来", d.Name(), x.Attr("ref"))
			return
		}
		if len(d.Merges) == grid.MaxMerges {
			x.Bad = grid.TooLarge("合并单元格过多", fmt.Sprintf("%d 处", grid.MaxMerges))
			return
		}
		d.Merges = append(d.Merges, over)
	}
}

// readLinks reads the sheet's hyperlinks; those into the workbook itself start with #.
func readLinks(x *markup.Scanner, d *grid.Draft, targets archive.Relations) {
	for tag := range x.Children() {
		if tag != "hyperlink" {
			continue
		}
		ref, id, inside := x.Attr("ref"), x.Prefixed("id"), x.Attr("location")
		over, ok := parseSpan(ref)
		if !ok {
			x.Bad = grid.Damaged("工作表“%s”的超链接位置“%s”读不出来", d.Name(), ref)
			return
		}
		rel, known := targets.Find(id)
		if id != "" && !known {
			x.Bad = grid.Damaged("工作表“%s”单元格 %s 的超链接缺少地址", d.Name(), ref)
			return
		}
		target := rel.Target
		if inside != "" {
			target += "#" + strings.TrimPrefix(inside, "#")
		}
		if len(d.Links) == grid.MaxLinks {
			x.Bad = grid.TooLarge("超链接过多", fmt.Sprintf("%d 处", grid.MaxLinks))
			return
		}
		if target != "" {
			d.Links = append(d.Links, grid.Link{Over: over, Target: target})
		}
	}
}
