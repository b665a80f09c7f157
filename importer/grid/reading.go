package grid

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
)

// reading is one file while it is read: the sheets so far and what is to be said of them.
type reading struct {
	file      string
	mayBeScan bool
	only      []string // names of the sheets of a workbook that are asked for; nil for all
	sheets    []*Sheet
	findings  []finding.Finding
	cells     int // of all sheets, against maxCells
	rows      int // of all sheets, against maxRows
}

// read reads a file of the format; zip is what it lies in, nil where that is no zip.
func (r *reading) read(f format, data []byte, zip *archive) *refusal {
	switch f {
	case formatXLSX:
		return r.readXLSX(zip)
	case formatXLS:
		return r.readXLS(data)
	case formatODS:
		return r.readODS(zip)
	case formatDOCX:
		return r.readDOCX(zip)
	case formatHTML:
		return r.readHTML(data)
	case formatXML:
		return r.readXML2003(data)
	case formatCSV:
		return r.readCSV(data)
	case formatText:
		return r.readText(data)
	}
	return unsupported(f.label(), "")
}

// limit returns a limit in bytes as it holds for this file.
func (r *reading) limit(bytes uint64) uint64 {
	if r.only != nil {
		return bytes * ownTimes
	}
	return bytes
}

// wants reports whether the sheet is asked for.
func (r *reading) wants(sheet string) bool {
	return r.only == nil || slices.Contains(r.only, strings.TrimSpace(sheet))
}

// add takes in a finished draft.
func (r *reading) add(d *draft) *refusal {
	if bad := r.fits(len(d.cells) + d.covered()); bad != nil {
		return bad
	}
	if len(r.sheets) == maxSheets {
		return tooLarge("工作表过多", fmt.Sprintf("%d 张", maxSheets))
	}
	s := d.finish()
	if d.twice != nil {
		return damaged("工作表“%s”的单元格 %s 出现了两次", s.Name, d.twice.At().Cell())
	}
	if r.rows += len(s.lines); r.rows > maxRows {
		return tooLarge("有内容的行过多", fmt.Sprintf("%d 行", maxRows))
	}
	if s.last*s.width > maxArea {
		last := finding.Place{}.At(s.last, s.width)
		return tooLarge(fmt.Sprintf("工作表“%s”的内容一直排到 %s，多半是很远的地方误填了一格", s.Name, last.Cell()), fmt.Sprintf("行数乘以列数 %d 万", maxArea/10_000))
	}
	r.cells += len(d.cells)
	r.sheets = append(r.sheets, s)
	r.reportFormulas(d.cells)
	r.reportLost(d.lost)
	return nil
}

// fits holds more cells against the limit.
func (r *reading) fits(more int) *refusal {
	if r.cells+more > maxCells {
		return tooLarge("单元格过多", fmt.Sprintf("%d 个", maxCells))
	}
	return nil
}

// reportFormulas says once a sheet where formulas have no stored result.
func (r *reading) reportFormulas(cells []Cell) {
	var first *Cell
	count := 0
	for i := range cells {
		if c := &cells[i]; c.Kind == Failed && c.Formula != "" && !c.Covered() {
			if first == nil {
				first = c
			}
			count++
		}
	}
	if first == nil {
		return
	}
	found := fmt.Sprintf("=%s（%s）", brief(first.Formula), first.At().Cell())
	if count > 1 {
		found = fmt.Sprintf("%s 等 %d 处，=%s", first.At().Cell(), count, brief(first.Formula))
	}
	r.findings = append(r.findings, finding.New(finding.FormulaWithoutValue, first.At(), found, ""))
}

// reportLost says once a sheet what lies unseen under merged cells: the sheet shows the
// merge's first cell only.
func (r *reading) reportLost(lost []Cell) {
	if len(lost) == 0 {
		return
	}
	found := fmt.Sprintf("合并单元格下面的 %s 还有“%s”", lost[0].At().Cell(), brief(lost[0].Text))
	if len(lost) > 1 {
		found = fmt.Sprintf("合并单元格下面有 %d 个单元格另有内容，如 %s“%s”", len(lost), lost[0].At().Cell(), brief(lost[0].Text))
	}
	f := finding.New(finding.HiddenContent, lost[0].At(), found, "")
	f.Hint = "请取消单元格合并后核对，把要报送的内容放进看得见的单元格。"
	r.findings = append(r.findings, f)
}
