package open

import (
	"encoding/binary"
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/xls"
)

// shownSheet returns the name of the sheet that a document shows of a workbook in it: the one
// that was open last. It is "" where that can't be known.
func shownSheet(f format, data []byte, inside *archive.Zip) string {
	switch f {
	case formatXLSX:
		return shownOfXLSX(inside)
	case formatXLS:
		return shownOfXLS(data)
	}
	return ""
}

func shownOfXLSX(inside *archive.Zip) string {
	main, bad := archive.MainPart(inside, "xl/workbook.xml")
	if bad != nil {
		return ""
	}
	x, bad := inside.XML(main)
	if bad != nil {
		return ""
	}
	active := 0
	var names []string
	for range x.Children() {
		for tag := range x.Children() {
			for inner := range x.Children() {
				switch {
				case tag == "bookViews" && inner == "workbookView":
					active = number(x.Attr("activeTab"))
				case tag == "sheets" && inner == "sheet":
					names = append(names, x.Attr("name"))
				}
			}
		}
	}
	if active >= len(names) {
		return ""
	}
	return names[active]
}

// shownOfODS reads the settings of a spreadsheet in a folder.
func shownOfODS(inside *archive.Zip, folder string) string {
	if !inside.Has(folder + "settings.xml") {
		return ""
	}
	x, bad := inside.XML(folder + "settings.xml")
	if bad != nil {
		return ""
	}
	for x.Next() != markup.TokenStop {
		if x.Name == "config-item" && x.Attr("name") == "ActiveTable" {
			return x.Text()
		}
	}
	return ""
}

func number(s string) (n int) {
	for _, r := range s {
		if r < '0' || r > '9' || n > grid.MaxSheets {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// shownOfXLS reads the records that name the sheets (BoundSheet8) and say which is open
// (Window1).
func shownOfXLS(data []byte) string {
	streams, bad := xls.Streams(data)
	if bad != nil || streams[xls.StreamWorkbook] == nil || streams[xls.StreamWorkbook].Size > int64(len(data)) {
		return ""
	}
	const globals = 1 << 20 // these records stand at the beginning
	book, bad := readWhole(streams[xls.StreamWorkbook], int(min(streams[xls.StreamWorkbook].Size, globals)))
	if bad != nil {
		return ""
	}
	active := 0
	var names []string
	for at := 0; at+4 <= len(book); {
		kind, size := binary.LittleEndian.Uint16(book[at:]), int(binary.LittleEndian.Uint16(book[at+2:]))
		if at += 4; at+size > len(book) {
			break
		}
		record := book[at : at+size]
		at += size
		switch {
		case kind == 0x3D && size >= 12:
			active = int(binary.LittleEndian.Uint16(record[10:]))
		case kind == 0x85 && size >= 8:
			names = append(names, sheetName(record[6:]))
		case kind == 0x0A: // the end of the globals
			at = len(book)
		}
	}
	if active >= len(names) {
		return ""
	}
	return names[active]
}

// sheetName reads a short string of BIFF8: its length, whether it takes two bytes a
// character, the characters.
func sheetName(b []byte) string {
	n, wide := int(b[0]), b[1]&1 != 0
	var name []rune
	for b = b[2:]; n > 0 && len(b) > 0; n-- {
		if !wide {
			name, b = append(name, rune(b[0])), b[1:]
		} else if len(b) >= 2 {
			name, b = append(name, rune(binary.LittleEndian.Uint16(b))), b[2:]
		} else {
			break
		}
	}
	return string(name)
}

// hideOthers marks the sheets that a document does not show.
func hideOthers(r *grid.Reading, shown string) {
	if !slices.ContainsFunc(r.Sheets, func(s *grid.Sheet) bool { return s.Name == shown }) {
		return
	}
	for _, s := range r.Sheets {
		s.Hidden = s.Hidden || s.Name != shown
	}
}
