package flow

import (
	"cmp"
	"fmt"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// Opener reads a file that lies in the document, by the name of its part, into a reading of
// its own.
type Opener func(part string, inner *grid.Reading) *grid.Refusal

// Within reads a file that lies in the document, by a reader of a reading of its own. Its sheets
// stand behind what stands above it in the text, under the names that name gives them.
func (w *Sheets) Within(read func(inner *grid.Reading) *grid.Refusal, name func(sheet string) string) *grid.Refusal {
	inner := &grid.Reading{File: w.Reading.File, Budget: w.Reading.Budget}
	if bad := read(inner); bad != nil {
		return bad
	}
	if !slices.ContainsFunc(inner.Sheets, func(s *grid.Sheet) bool { return s.LastRow() > 0 }) {
		return nil
	}
	w.lay()
	if w.inTable || w.Row > 0 {
		w.close()
	} else {
		w.tables--
	}
	if bad := w.Reading.Take(inner, name); bad != nil {
		w.fail(bad)
	}
	w.begin()
	return nil
}

// NextName returns the name of one more table.
func (w *Sheets) NextName(string) string {
	w.tables++
	return fmt.Sprintf("表%d", w.tables)
}

// mostNamed is how many embedded files a document names.
const mostNamed = 20

// Unread names what lies in the document and was not read, and says what to do.
func (w *Sheets) Unread(found, hint string) {
	if w.named++; w.named > mostNamed {
		return
	}
	if w.named == mostNamed {
		found, hint = "文档里还有更多嵌入的文件没有读取", "请打开文档，逐个双击看一看：是报送表的，另存为 .xlsx，放回原文件夹。"
	}
	f := finding.New(finding.SheetUnread, finding.In(w.Reading.File, ""), found, "")
	f.Hint = hint
	w.Reading.Findings = append(w.Reading.Findings, f)
}

// UnreadWorkbook names a workbook that can't be read with how to get at it.
func (w *Sheets) UnreadWorkbook(bad *grid.Refusal) {
	w.Unread("文档里嵌入的 Excel 表格读不出来（"+ReasonOf(bad)+"）", "请在 Word 里双击打开嵌入的表格，把它另存为 .xlsx，放回原文件夹。")
}

// UnreadFile names a file that is no workbook.
func (w *Sheets) UnreadFile() {
	w.Unread("文档里嵌入的文件没有读取", "里面是报送表的，请在 Word 里双击打开它，另存为 .xlsx 或 .docx，放回原文件夹；是佐证材料的，不用处理。")
}

// UnreadLink names a workbook that the document only links to.
func (w *Sheets) UnreadLink(name string) {
	w.Unread(fmt.Sprintf("文档里链接着另一个文件里的表格（%s），内容不在本文档里", cmp.Or(name, "名称不详")), "请把链接的那个文件一并放回原文件夹。")
}

// UnreadInCell names a workbook whose cells are shown in the cell being read.
func (w *Sheets) UnreadInCell() {
	w.Unread(fmt.Sprintf("%s第%d行的单元格里嵌入的 Excel 表格没有读取", w.Draft.Name(), w.Row), "里面有要报送的内容的，请写进这一格，或另存为 .xlsx 放回原文件夹；是佐证材料的，不用处理。")
}

// ReasonOf says in a few words why a file was refused.
func ReasonOf(bad *grid.Refusal) string { return cmp.Or(bad.Found, bad.Code.Entry().Title) }
