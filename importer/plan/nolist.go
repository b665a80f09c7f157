package plan

import (
	"fmt"
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/plan/prose"
	"taizhang/importer/plan/sheets"
)

// NoListError says, for the clerk, what stood in a list in which no requirement was found.
// It is ErrNoList.
type NoListError struct {
	Seen    string // what was seen, a whole sentence; "" for nothing
	Missing string // what was looked for in vain and what to do, whole sentences
}

func (e *NoListError) Error() string { return ErrNoList.Error() }

// Unwrap makes the error ErrNoList.
func (e *NoListError) Unwrap() error { return ErrNoList }

// noList looks once more at sheets without a list and says what is on them.
func (s *Sources) noList() error {
	if slices.ContainsFunc(s.listSheets(), unfilled) {
		return &NoListError{"清单只有表头，还没有填。", "请把本年度印发的清单填在“工作任务、具体要求、责任部门”的下面。"}
	}
	tables, numbered, texts := 0, 0, 0
	example := ""
	for _, sheet := range s.listSheets() {
		if prose.IsTabular(sheet) {
			tables++
			continue
		}
		for _, line := range prose.Paragraphs(sheet) {
			texts++
			if line.Level == numbering.None {
				continue
			}
			if numbered++; example == "" {
				example = draft.Shorten(line.Said)
			}
		}
	}
	switch {
	case numbered > 0:
		return &NoListError{fmt.Sprintf("读到%d段带编号的文字（如“%s”），但没有一段写明由谁负责。", numbered, example),
			"请在各条末尾写上“（责任单位：……）”，或另起一行写“责任单位：……”；清单是表格的，表头要有“工作任务、具体要求、责任部门”。"}
	case tables > 0:
		return &NoListError{"读到了表格，但看不出哪一栏是具体要求。", "请确认清单有“工作任务、具体要求、责任部门”的表头。"}
	case texts > 0:
		return &NoListError{fmt.Sprintf("读到%d段文字，没有编号，也没有写明由谁负责。", texts), "请确认交来的是任务清单：表格要有“工作任务、具体要求、责任部门”的表头，文字要写明责任单位。"}
	}
	return &NoListError{"文件里没有文字。", "请确认交来的是任务清单，而不是扫描件或空白文件。"}
}

// unfilled reports whether a sheet has the headings of a list and nothing below them yet, as a year
// begins. What stands above them is no list in prose.
func unfilled(s *grid.Sheet) bool {
	h, ok := sheets.FindHeader(s, "具体要求")
	if !ok {
		return false
	}
	if _, ok := h.Column("责任部门"); !ok {
		return false
	}
	for row := h.Row + 1; row <= s.LastRow(); row++ {
		for col := 1; col <= s.Width(); col++ {
			if !s.Cell(row, col).IsEmpty() {
				return false
			}
		}
	}
	return true
}
