// Package ours knows what this program has written itself by its content, whatever it is
// called and wherever it lies: no ledger comes back as a return, and no list of problems.
package ours

import (
	"archive/zip"
	"io"
	"slices"
	"strings"
	"sync"

	"taizhang/importer/grid"
	"taizhang/importer/ruling"
	"taizhang/templates/forms"
)

// What a file or a sheet of it is, as the office calls it.
const (
	Ledger = "台账"
	Slip   = "退回单"
	Data   = "台账数据"
	Paper  = "年报附件或者通报"
)

// deepest is the last row in which headings are looked for.
const deepest = 200

// mark is a set of headings that stand together in a row of ours and of nobody else.
type mark struct {
	what     string
	headings []string
}

// marks are asked for once: the wording of the slips is parsed for them.
var marks = sync.OnceValue(func() []mark {
	return []mark{
		{Ledger, ruling.LineTyped.Always(ruling.FindingsSheet)},
		{Ledger, ruling.WholeTyped.Always(ruling.OverviewSheet)},
		{Ledger, ruling.WholeTyped.Formerly(ruling.OverviewSheet)},
		{Ledger, append(ruling.HeadingTyped.Always(ruling.ReadingsSheet), "读作", "凭什么")},
		{Ledger, append(ruling.HeadingTyped.Formerly(ruling.ReadingsSheet), "读作", "凭什么")},
		{Ledger, []string{"归并依据", "把握", "行账"}},
		{Ledger, []string{"去向", "可能的项次", "去处"}},
		{Ledger, []string{"进展摘要", "年度进度", "项次"}}, // 总台账打印
		{Ledger, []string{"亮灯", "月份", "项次"}},     // 时限
		{Ledger, []string{"灯", "具体要求", "责任部门"}},  // 一页纸
		{Slip, forms.Default().Slip.Columns},
	}
})

// plain are the sheets of a ledger that have no headings of their own; beside the others they
// are known by their names.
var plain = []string{"一页纸", "报送情况", "催报", "部门情况", "季度进度", "定稿核对", ruling.NumbersSheet, "表二", "表三", "表四", ruling.RulesSheet, ruling.NotesSheet}

// Sheets returns what this program has written of a book, and which sheets those are; "" and
// none where it is somebody else's. The sheets that a slip draws are the department's own.
func Sheets(book *grid.Book) (what string, own []*grid.Sheet) {
	if isData(book) {
		return Data, book.Sheets
	}
	for _, s := range book.Sheets {
		if w := sheet(s); w != "" {
			what, own = w, append(own, s)
		}
	}
	if what != "" {
		for _, s := range book.Sheets {
			name := strings.TrimSpace(s.Name)
			mine := name == ruling.PrintedSheet || what == Ledger && (slices.Contains(plain, name) || strings.HasPrefix(name, ruling.OwnTable))
			if mine && !slices.Contains(own, s) {
				own = append(own, s)
			}
		}
	}
	return what, own
}

// sheet returns what a sheet is by the headings that stand together in one of its rows.
func sheet(s *grid.Sheet) string {
	for row := 1; row <= min(s.LastRow(), deepest); row++ {
		var said map[string]bool
		for col := 1; col <= s.Width(); col++ {
			if text := s.Cell(row, col).Text; first(text) {
				said = heads(s, row)
				break
			}
		}
		for _, m := range marks() {
			if len(said) > 0 && !slices.ContainsFunc(m.headings, func(h string) bool { return !said[h] }) {
				return m.what
			}
		}
	}
	return ""
}

// first reports whether a text begins one of the marks, as few cells of a return do.
func first(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && slices.ContainsFunc(marks(), func(m mark) bool { return text == m.headings[0] })
}

func heads(s *grid.Sheet, row int) map[string]bool {
	said := map[string]bool{}
	for col := 1; col <= s.Width(); col++ {
		said[strings.TrimSpace(s.Cell(row, col).Text)] = true
	}
	return said
}

// BeginsData reports whether a text begins as a 台账.json does: one of a large year has more lines
// than any return.
func BeginsData(head string) bool {
	for _, key := range dataKeys {
		line, rest, _ := strings.Cut(head, "\n")
		if !strings.HasPrefix(strings.TrimSpace(line), key) {
			return false
		}
		head = rest
	}
	return true
}

// Marks of the documents that this program prints for people: what a page says of its maker, and the
// property of a Word file, which stays in it when somebody edits it.
const (
	pageMark = `<meta name="generator" content="taizhang">`
	wordMark = `name="taizhang"`
	wordPart = "docProps/custom.xml"
)

// IsPage reports whether a text begins as a page of this program does.
func IsPage(head string) bool { return strings.Contains(head, pageMark) }

// IsWord reports whether a Word file was printed by this program, whoever has edited it since.
func IsWord(r io.ReaderAt, size int64) bool {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	part, err := z.Open(wordPart)
	if err != nil {
		return false
	}
	defer part.Close()
	const most = 1 << 16 // of a part that holds a sum and a name
	data, err := io.ReadAll(io.LimitReader(part, most))
	return err == nil && strings.Contains(string(data), wordMark)
}

// isData reports whether a text is a 台账.json.
func isData(book *grid.Book) bool {
	if len(book.Sheets) != 1 || book.Sheets[0].LastRow() < len(dataKeys) {
		return false
	}
	for i, key := range dataKeys {
		if !strings.HasPrefix(strings.TrimSpace(book.Sheets[0].Cell(i+1, 1).Text), key) {
			return false
		}
	}
	return true
}

// dataKeys begin each 台账.json, a line each.
var dataKeys = []string{"{", `"version":`, `"year":`, `"unit":`, `"as_of":`}
