package grid

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// workbook is an .xlsx while it is read: what its sheets share.
type workbook struct {
	zip      *archive
	strings  texts
	formats  []string // number format code by cell style; nil where the book has no styles
	from1904 bool
	shared   map[string]string // the sheet's shared formulas by index
}

// readXLSX reads an Office Open XML workbook, transitional or strict.
func (r *reading) readXLSX(zip *archive) *refusal {
	main, bad := mainPart(zip, "xl/workbook.xml")
	if bad != nil {
		return bad
	}
	parts, bad := relationsOf(zip, main)
	if bad != nil {
		return bad
	}
	w := &workbook{zip: zip}
	for _, rel := range parts.list {
		switch rel.kind {
		case "sharedStrings":
			bad = w.strings.read(zip, rel.target, r.only != nil)
		case "styles":
			bad = w.readStyles(rel.target)
		}
		if bad != nil {
			return bad
		}
	}
	sheets, bad := w.readWorkbook(main)
	if bad != nil {
		return bad
	}
	for _, s := range sheets {
		rel, ok := parts.find(s.id)
		if !ok {
			return damaged("工作表“%s”指向的文件中的零件不存在", s.name)
		}
		if rel.kind != "worksheet" || !r.wants(s.name) {
			continue // charts, macros and dialogs hold no table
		}
		d := newDraft(r.file, s.name)
		d.sheet.Hidden, d.sheet.from1904 = s.hidden, w.from1904
		if bad := w.readSheet(rel.target, d, r); bad != nil {
			return bad
		}
		if bad := r.add(d); bad != nil {
			return bad
		}
	}
	if r.only != nil {
		zip.release()
		return nil
	}
	return zip.verify()
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name, id string
	hidden   bool
}

func (w *workbook) readWorkbook(part string) ([]sheetEntry, *refusal) {
	x, bad := w.zip.xml(part)
	if bad != nil {
		return nil, bad
	}
	var sheets []sheetEntry
	for range x.children() {
		for tag := range x.children() {
			switch tag {
			case "workbookPr":
				w.from1904 = isTrue(x.attr("date1904"))
			case "sheets":
				for tag := range x.children() {
					if tag == "sheet" {
						sheets = append(sheets, sheetEntry{unescape(x.attr("name")), x.prefixed("id"), strings.HasSuffix(strings.ToLower(x.attr("state")), "hidden")})
					}
				}
			}
		}
	}
	if x.bad == nil && len(sheets) == 0 {
		return nil, damaged("工作簿里没有工作表")
	}
	return sheets, x.bad
}

// richText joins the runs of a shared or inline string; what only shows how to pronounce
// it is left out.
func (x *scanner) richText() string {
	if text, ok := x.only("t"); ok {
		x.leave(len(x.open) - 1)
		return tidy(unescape(text))
	}
	s, rest := "", strings.Builder{} // most texts are one piece
	add := func(piece string) {
		if s == "" {
			s = piece
		} else {
			rest.WriteString(piece)
		}
		if len(s)+rest.Len() > maxTextBytes && x.bad == nil {
			x.bad = tooLarge("一个单元格的文字过长", size(maxTextBytes))
		}
	}
	for tag := range x.children() {
		switch tag {
		case "t":
			add(x.text())
		case "r":
			for tag := range x.children() {
				if tag == "t" {
					add(x.text())
				}
			}
		}
	}
	return tidy(unescape(s + rest.String()))
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

func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }
