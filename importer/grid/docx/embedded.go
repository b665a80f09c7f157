package docx

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// object is a file that is embedded in the text or linked to it.
type object struct {
	program, id string
	icon        bool // shown as an icon, not by its content
	linked      bool
}

func (w *document) object() object {
	return object{
		program: w.x.Attr("ProgID"), id: w.x.Prefixed("id"),
		icon: strings.EqualFold(w.x.Attr("DrawAspect"), "Icon"), linked: strings.EqualFold(w.x.Attr("Type"), "Link"),
	}
}

// isWorkbook reports whether an object is a workbook by the program that made it or by the
// name of its part.
func (o object) isWorkbook(part string) bool {
	program, _, _ := strings.Cut(strings.ToLower(o.program), ".")
	return slices.Contains([]string{"excel", "et", "ket"}, program) || strings.Contains(strings.ToLower(o.program), "calc") ||
		slices.Contains([]string{".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods"}, strings.ToLower(path.Ext(part)))
}

// embedded reads a workbook that stands in the text as the sheets that it has, behind what
// stands above it. One that can't be read is named with how to get at it.
func (w *document) embedded(o object) {
	rel, _ := w.targets.Find(o.id)
	workbook := o.isWorkbook(rel.Target)
	if !workbook && !o.isFile() {
		return // a formula, a chart
	}
	w.objects++
	switch {
	case o.linked || rel.External:
		w.unread(fmt.Sprintf("文档里链接着另一个文件里的表格（%s），内容不在本文档里", cmp.Or(path.Base(rel.Target), "名称不详")), "请把链接的那个文件一并放回原文件夹。")
	case !workbook:
		w.unread("文档里嵌入的文件没有读取", "里面是报送表的，请在 Word 里双击打开它，另存为 .xlsx 或 .docx，放回原文件夹；是佐证材料的，不用处理。")
	default:
		name := "嵌入"
		if w.objects > 1 {
			name = fmt.Sprintf("嵌入%d", w.objects)
		}
		bad := w.within(rel.Target, func(sheet string) string { return name + "：" + sheet })
		if bad != nil {
			w.unread("文档里嵌入的 Excel 表格读不出来（"+reasonOf(bad)+"）", "请在 Word 里双击打开嵌入的表格，把它另存为 .xlsx，放回原文件夹。")
		}
	}
}

// inAnswer names a workbook whose cells are shown in a cell of a table. One that is shown as an
// icon, as any other file, is a proof that was enclosed.
func (w *document) inAnswer(o object) {
	if rel, _ := w.targets.Find(o.id); o.isWorkbook(rel.Target) && !o.icon {
		w.unread(fmt.Sprintf("%s第%d行的单元格里嵌入的 Excel 表格没有读取", w.d.Name(), w.row), "里面有要报送的内容的，请写进这一格，或另存为 .xlsx 放回原文件夹；是佐证材料的，不用处理。")
	}
}

// isFile reports whether an object is another document, or a file of any kind.
func (o object) isFile() bool {
	program, _, _ := strings.Cut(strings.ToLower(o.program), ".")
	return program == "package" || program == "word"
}

// within reads a file that lies in the document. Its sheets stand behind what stands above it
// in the text.
func (w *document) within(part string, name func(string) string) *grid.Refusal {
	if w.open == nil || part == "" {
		return grid.Damaged("内容不在文档里")
	}
	inner := &grid.Reading{File: w.reading.File, Budget: w.reading.Budget}
	if bad := w.open(part, inner); bad != nil {
		return bad
	}
	if !slices.ContainsFunc(inner.Sheets, func(s *grid.Sheet) bool { return s.LastRow() > 0 }) {
		return nil
	}
	w.lay()
	if w.inTable || w.row > 0 {
		w.close()
	} else {
		w.tables--
	}
	if bad := w.reading.Take(inner, name); bad != nil {
		w.fail(bad)
	}
	w.begin()
	return nil
}

// chunk reads a page or another document that is let into the text.
func (w *document) chunk(id string) {
	rel, ok := w.targets.Find(id)
	if !ok || rel.External {
		return
	}
	bad := w.within(rel.Target, func(string) string {
		w.tables++
		return fmt.Sprintf("表%d", w.tables)
	})
	if bad != nil {
		w.unread("文档里插入了另一个文件的内容，读不出来（"+reasonOf(bad)+"）", "请用 Word 打开文档，保存一次后放回原文件夹。")
	}
}

// mostNamed is how many embedded files a document names.
const mostNamed = 20

// unread names what lies in the document and was not read.
func (w *document) unread(found, hint string) {
	if w.named++; w.named > mostNamed {
		return
	}
	if w.named == mostNamed {
		found, hint = "文档里还有更多嵌入的文件没有读取", "请在 Word 里逐个打开看一看：是报送表的，另存为 .xlsx，放回原文件夹。"
	}
	f := finding.New(finding.SheetUnread, finding.In(w.reading.File, ""), found, "")
	f.Hint = hint
	w.reading.Findings = append(w.reading.Findings, f)
}

// reasonOf says in a few words why a file was refused.
func reasonOf(bad *grid.Refusal) string {
	return cmp.Or(bad.Found, bad.Code.Entry().Title)
}
