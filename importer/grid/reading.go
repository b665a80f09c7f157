package grid

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
)

// Reading is one file while it is read: the sheets so far and what is to be said of them.
type Reading struct {
	File     string
	Only     []string // names of the sheets of a workbook that are asked for; nil for all
	Sheets   []*Sheet
	Findings []finding.Finding
	Prose    []Paragraph
	Budget   *Budget // of the whole file, also where this reading is of a file inside it; nil for none
	cells    int     // of all sheets, against MaxCells
	rows     int     // of all sheets, against MaxRows
	texts    int     // bytes of all cells, against MaxTexts

	paragraphs int           // taken in by AddParagraph
	prose      finding.Place // ProseSheet of the file
}

// Partial reports whether some sheets only are asked for.
func (r *Reading) Partial() bool { return r.Only != nil }

// Wants reports whether the sheet is asked for.
func (r *Reading) Wants(sheet string) bool {
	return r.Only == nil || slices.Contains(r.Only, strings.TrimSpace(sheet))
}

// Add takes in a finished draft.
func (r *Reading) Add(d *Draft) *Refusal {
	if bad := r.Room(d); bad != nil {
		return bad
	}
	if bad := r.Fits(len(d.cells) + d.covered()); bad != nil {
		return bad
	}
	r.Budget.Hold(d.weight())
	if bad := r.Budget.Over(); bad != nil {
		return bad
	}
	if len(r.Sheets) == MaxSheets {
		return TooLarge("工作表过多", fmt.Sprintf("%d 张", MaxSheets))
	}
	s := d.finish()
	if d.twice != nil {
		return Damaged("工作表“%s”的单元格 %s 出现了两次", s.Name, d.twice.At().Cell())
	}
	if r.rows += len(s.lines); r.rows > r.times()*MaxRows {
		return r.tooManyRows()
	}
	if s.last*s.width > maxArea {
		last := finding.Place{}.At(s.last, s.width)
		return TooLarge(fmt.Sprintf("工作表“%s”的内容一直排到 %s，多半是很远的地方误填了一格", s.Name, last.Cell()), fmt.Sprintf("行数乘以列数 %d 万", maxArea/10_000))
	}
	if r.texts += textOf(d.cells); r.texts > r.times()*MaxTexts {
		return r.tooMuchText()
	}
	r.cells += len(d.cells)
	r.Sheets = append(r.Sheets, s)
	r.reportFormulas(d.cells)
	r.reportLost(d.lost)
	r.reportBeside(s)
	return nil
}

// Fits holds more cells against the limit, and the file so far against its budget.
func (r *Reading) Fits(more int) *Refusal {
	if r.cells+more > r.times()*MaxCells {
		return TooLarge("单元格过多", fmt.Sprintf("%d 个", r.times()*MaxCells))
	}
	return r.Budget.Over()
}

// Room holds what a draft has so far against the limits of the file.
func (r *Reading) Room(d *Draft) *Refusal {
	if r.rows+d.filled > r.times()*MaxRows {
		return r.tooManyRows()
	}
	if r.texts+d.texts > r.times()*MaxTexts {
		return r.tooMuchText()
	}
	return r.Fits(len(d.cells))
}

// times is how many times the usual limits hold for the file.
func (r *Reading) times() int {
	if r.Partial() {
		return OwnTimes
	}
	return 1
}

func (r *Reading) tooManyRows() *Refusal {
	return TooLarge("有内容的行过多", fmt.Sprintf("%d 行", r.times()*MaxRows))
}

func (r *Reading) tooMuchText() *Refusal {
	return TooLarge("文字过多", Megabytes(uint64(r.times()*MaxTexts)))
}

// textOf returns how many bytes of text cells show, each as often as a merge shows it.
func textOf(cells []Cell) int {
	n := 0
	for i := range cells {
		n += len(cells[i].Text)
	}
	return n
}

// reportFormulas says once a sheet where formulas have no stored result.
func (r *Reading) reportFormulas(cells []Cell) {
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
	r.Findings = append(r.Findings, finding.New(finding.FormulaWithoutValue, first.At(), found, ""))
}

// reportLost says once a sheet what lies unseen under merged cells: the sheet shows the
// merge's first cell only.
func (r *Reading) reportLost(lost []Cell) {
	if len(lost) == 0 {
		return
	}
	found := fmt.Sprintf("合并单元格下面的 %s 还有“%s”", lost[0].At().Cell(), brief(lost[0].Text))
	if len(lost) > 1 {
		found = fmt.Sprintf("合并单元格下面有 %d 个单元格另有内容，如 %s“%s”", len(lost), lost[0].At().Cell(), brief(lost[0].Text))
	}
	f := finding.New(finding.HiddenContent, lost[0].At(), found, "")
	f.Hint = "请取消单元格合并后核对，把要报送的内容放进看得见的单元格。"
	r.Findings = append(r.Findings, f)
}

// FitsRows holds more rows that hold anything against the limit.
func (r *Reading) FitsRows(more int) *Refusal {
	if r.rows+more > r.times()*MaxRows {
		return r.tooManyRows()
	}
	return nil
}

// Take takes in what was read of a file that lies in this one, such as a workbook in a
// document. name makes of the name that a sheet has there the one that it has here. The
// sheets and findings are this reading's from then on, and the limits hold for all together.
func (r *Reading) Take(inner *Reading, name func(sheet string) string) *Refusal {
	if bad := r.Fits(inner.cells); bad != nil {
		return bad
	}
	if len(r.Sheets)+len(inner.Sheets) > MaxSheets {
		return TooLarge("工作表过多", fmt.Sprintf("%d 张", MaxSheets))
	}
	if bad := r.FitsRows(inner.rows); bad != nil {
		return bad
	}
	r.rows += inner.rows
	r.cells += inner.cells
	places := map[string]finding.Place{}
	for _, s := range inner.Sheets {
		old := s.Name
		s.Name = name(old)
		s.at = finding.In(r.File, s.Name)
		places[old] = s.at
	}
	r.Sheets = append(r.Sheets, inner.Sheets...)
	for _, f := range inner.Findings {
		if at, ok := places[f.Place.Sheet()]; ok {
			f.Place = at.At(f.Place.Row(), f.Place.Col())
		} else {
			f.Place = finding.In(r.File, "")
		}
		r.Findings = append(r.Findings, f)
	}
	for _, p := range inner.Prose {
		if at, ok := places[p.Table]; ok && p.Table != "" {
			r.Prose = append(r.Prose, Paragraph{Table: at.Sheet(), At: at.At(p.At.Row(), 0)})
		} else {
			r.AddParagraph(p.Text, p.Level)
		}
	}
	return nil
}
