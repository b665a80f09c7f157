package docx

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/flow"
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
		w.UnreadLink(path.Base(rel.Target))
	case !workbook:
		w.UnreadFile()
	default:
		name := "嵌入"
		if w.objects > 1 {
			name = fmt.Sprintf("嵌入%d", w.objects)
		}
		bad := w.within(rel.Target, func(sheet string) string { return name + "：" + sheet })
		if bad != nil {
			w.UnreadWorkbook(bad)
		}
	}
}

// inAnswer names a workbook whose cells are shown in a cell of a table. One that is shown as an
// icon, as any other file, is a proof that was enclosed.
func (w *document) inAnswer(o object) {
	if rel, _ := w.targets.Find(o.id); o.isWorkbook(rel.Target) && !o.icon {
		w.UnreadInCell()
	}
}

// isFile reports whether an object is another document, or a file of any kind.
func (o object) isFile() bool {
	program, _, _ := strings.Cut(strings.ToLower(o.program), ".")
	return program == "package" || program == "word"
}

// within reads a file that lies in the document.
func (w *document) within(part string, name func(string) string) *grid.Refusal {
	if w.open == nil || part == "" {
		return grid.Damaged("内容不在文档里")
	}
	return w.Within(func(inner *grid.Reading) *grid.Refusal { return w.open(part, inner) }, name)
}

// chunk reads a page or another document that is let into the text.
func (w *document) chunk(id string) {
	rel, ok := w.targets.Find(id)
	if !ok || rel.External {
		return
	}
	bad := w.within(rel.Target, w.NextName)
	if bad != nil {
		w.Unread("文档里插入了另一个文件的内容，读不出来（"+flow.ReasonOf(bad)+"）", "请用 Word 打开文档，保存一次后放回原文件夹。")
	}
}
