// Package xlsx reads Office Open XML workbooks.
package xlsx

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
)

// workbook is an .xlsx while it is read: what its sheets share.
type workbook struct {
	zip      *archive.Zip
	strings  texts
	styles   *styles
	from1904 bool
	shared   map[string]string // the sheet's shared formulas by index
	strikes  bool              // the sheet's part may strike texts out, or write them in signs
	parts    archive.Relations // of the workbook
	rich     *richValues       // nil until a cell asks
	taken    map[string]bool   // parts beside sheets that were read
	lost     string            // the part of the styles, where the file names one and has none
}

// Read reads an Office Open XML workbook, transitional or strict.
func Read(r *grid.Reading, zip *archive.Zip) *grid.Refusal {
	main, bad := archive.MainPart(zip, "xl/workbook.xml")
	if bad != nil {
		return bad
	}
	parts, bad := archive.RelationsOf(zip, main)
	if bad != nil {
		return bad
	}
	w := &workbook{zip: zip, styles: &noStyles, parts: parts}
	for _, rel := range parts.List {
		if rel.Kind != "styles" {
			continue
		}
		if !zip.Has(rel.Target) {
			w.lost = rel.Target
			r.Findings = append(r.Findings, withoutStyles(r.File))
			continue
		}
		if bad := w.readStyles(rel.Target, themeOf(parts)); bad != nil {
			return bad
		}
	}
	for _, rel := range parts.List {
		if rel.Kind == "sharedStrings" {
			if bad := w.strings.read(zip, rel.Target, r.Partial(), w.styles.strikes); bad != nil {
				return bad
			}
		}
	}
	sheets, bad := w.readWorkbook(main)
	if bad != nil {
		return bad
	}
	read := map[string]string{} // the sheet by its part
	for _, s := range sheets {
		rel, ok := parts.Find(s.id)
		if !ok && s.id == "" {
			r.Findings = append(r.Findings, withoutPart(r.File, s.name))
			continue
		}
		if !ok {
			return grid.Damaged("工作表“%s”指向的文件中的零件不存在", s.name)
		}
		if rel.Kind != "worksheet" || !r.Wants(s.name) {
			continue // charts, macros and dialogs hold no table
		}
		if other, again := read[rel.Target]; again {
			return grid.Damaged("工作表“%s”和“%s”指向文件中的同一个零件", other, s.name)
		}
		read[rel.Target] = s.name
		d := grid.NewDraft(r.File, s.name)
		d.Hide(s.hidden)
		d.CountFrom1904(w.from1904)
		d.Paint(w.styles.palette)
		if bad := w.readSheet(rel.Target, d, r); bad != nil {
			return bad
		}
		if bad := r.Add(d); bad != nil {
			return bad
		}
	}
	if r.Partial() {
		zip.Release()
		return nil
	}
	return zip.Verify()
}

// withoutStyles says that nobody can tell how the cells look. A number of a style of its own is
// refused: it may be a date.
func withoutStyles(file string) finding.Finding {
	f := finding.New(finding.HiddenContent, finding.In(file, ""), "文件里缺少样式表，颜色和删除线看不出来", "")
	f.Hint = "请用 Excel 或 WPS 打开看看有没有划去的、用颜色表示的内容；有的，请部门重新保存后再报。"
	return f
}

// withoutPart says that a sheet which the workbook lists has nothing behind it: programs keep
// macro sheets of old workbooks so.
func withoutPart(file, sheet string) finding.Finding {
	f := finding.New(finding.HiddenContent, finding.In(file, sheet), fmt.Sprintf("工作表“%s”在文件里没有内容，多半是旧的宏表", sheet), "")
	f.Hint = "看看部门的原件里有没有这张表；没有的，不用处理。"
	return f
}

// noStyles are those of a workbook that brings none.
var noStyles styles

// themeOf returns the part that the theme lies in, "" for none.
func themeOf(parts archive.Relations) string {
	for _, rel := range parts.List {
		if rel.Kind == "theme" && !rel.External {
			return rel.Target
		}
	}
	return ""
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name, id string
	hidden   bool
}

func (w *workbook) readWorkbook(part string) ([]sheetEntry, *grid.Refusal) {
	x, bad := w.zip.XML(part)
	if bad != nil {
		return nil, bad
	}
	var sheets []sheetEntry
	for range x.Children() {
		for tag := range x.Children() {
			switch tag {
			case "workbookPr":
				w.from1904 = markup.IsTrue(x.Attr("date1904"))
			case "sheets":
				for tag := range x.Children() {
					if tag == "sheet" && len(sheets) == grid.MaxSheets {
						return nil, grid.TooLarge("工作表过多", fmt.Sprintf("%d 张", grid.MaxSheets))
					}
					if tag == "sheet" {
						sheets = append(sheets, sheetEntry{unescape(x.Attr("name")), x.Prefixed("id"), strings.HasSuffix(strings.ToLower(x.Attr("state")), "hidden")})
					}
				}
			}
		}
	}
	if x.Bad == nil && len(sheets) == 0 {
		return nil, grid.Damaged("工作簿里没有工作表")
	}
	return sheets, x.Bad
}

// unescape resolves the _xHHHH_ that workbooks write for characters that XML can't hold.
func unescape(s string) string {
	at := strings.Index(s, "_x")
	if at < 0 {
		return s
	}
	var units []uint16 // escapes in a row: a character beyond U+FFFF takes two
	b := make([]byte, 0, len(s))
	flush := func() {
		b = append(b, string(utf16.Decode(units))...)
		units = units[:0]
	}
	for i := 0; i < len(s); {
		if len(s)-i >= 7 && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				units = append(units, uint16(n))
				i += 7
				continue
			}
		}
		flush()
		b = append(b, s[i])
		i++
	}
	flush()
	return string(b)
}
