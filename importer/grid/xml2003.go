package grid

// sheetML is an XML spreadsheet of Excel 2003 while it is read. Web systems write it and
// call it .xls.
type sheetML struct {
	x        *scanner
	reading  *reading
	formats  map[string]string // number format code by style
	parents  map[string]string
	from1904 bool
}

// readXML2003 reads a SpreadsheetML workbook.
func (r *reading) readXML2003(data []byte) *refusal {
	src, bad := decodeXML("工作簿", string(data))
	if bad != nil {
		return bad
	}
	w := &sheetML{x: newScanner("工作簿", src), reading: r, formats: map[string]string{}, parents: map[string]string{}}
	for tag := range w.x.children() {
		if tag != "Workbook" {
			return unsupported("XML 文件", "")
		}
		for tag := range w.x.children() {
			switch tag {
			case "ExcelWorkbook":
				for tag := range w.x.children() {
					w.from1904 = w.from1904 || tag == "Date1904"
				}
			case "Styles":
				w.readStyles()
			case "Worksheet":
				if bad := w.worksheet(); bad != nil {
					return bad
				}
			}
		}
	}
	return w.x.bad
}

func (w *sheetML) readStyles() {
	for range w.x.children() {
		id := w.x.attr("ID")
		w.parents[id] = w.x.attr("Parent")
		for tag := range w.x.children() {
			if tag == "NumberFormat" {
				w.formats[id] = namedFormat(w.x.attr("Format"))
			}
		}
	}
}

// namedFormat returns the code of a format that is called by its name.
func namedFormat(name string) string {
	switch name {
	case "General Number":
		return ""
	case "General Date":
		return "yyyy/m/d h:mm"
	case "Long Date":
		return `yyyy"年"m"月"d"日"`
	case "Medium Date", "Short Date":
		return "yyyy/m/d"
	case "Long Time", "Medium Time", "Short Time":
		return "h:mm"
	case "Percent":
		return "0.00%"
	case "Fixed":
		return "0.00"
	case "Standard", "Currency", "Euro Currency":
		return "#,##0.00"
	case "Scientific":
		return "0.00E+00"
	}
	return plainFormat(name)
}

func (w *sheetML) format(style string) string {
	for range 16 { // parents may form a ring
		if code, ok := w.formats[style]; ok {
			return code
		}
		parent, ok := w.parents[style]
		if !ok {
			return ""
		}
		style = parent
	}
	return ""
}

func (w *sheetML) worksheet() *refusal {
	t := &sheetMLTable{sheetML: w, d: newDraft(w.reading.file, w.x.attr("Name"))}
	t.d.sheet.from1904 = w.from1904
	for tag := range w.x.children() {
		switch tag {
		case "Table":
			t.read()
		case "WorksheetOptions":
			for tag := range w.x.children() {
				if tag == "Visible" {
					visible := w.x.text()
					t.d.sheet.Hidden = visible == "SheetHidden" || visible == "SheetVeryHidden"
				}
			}
		}
	}
	if w.x.bad != nil {
		return w.x.bad
	}
	return w.reading.add(t.d)
}
