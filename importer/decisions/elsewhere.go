package decisions

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ruling"
)

// Copy is another copy of the ledger than the one in which the office decides, with what
// stands in its ruling columns.
type Copy struct {
	name  string
	typed []ruling.Typing
}

// CopyOf reads a book as a copy of the ledger; ok is false for any other book.
func CopyOf(name string, book *grid.Book) (c Copy, ok bool) {
	typed, err := ruling.ReadTyped(book, nil)
	return Copy{name, typed}, err == nil && len(typed) > 0
}

// Beside reads the copies of the ledger that lie beside it in the output folder under
// other names, in the order of these. What can't be read there is nobody's return and no loss.
func Beside(folder, out string) (copies []Copy) {
	entries, err := os.ReadDir(out)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		name := e.Name()
		if !e.Type().IsRegular() || name == disk.LedgerName || filepath.Ext(name) != filepath.Ext(disk.LedgerName) || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".") {
			continue
		}
		path := filepath.Join(out, name)
		book, _, err := open.Sheets(path, disk.NameIn(folder, path), ruling.OverviewSheet, ruling.FindingsSheet, ruling.ReadingsSheet, ruling.CoverageSheet, ruling.NotesSheet,
			ruling.NumbersSheet, ruling.RulesSheet)
		if err != nil || book == nil {
			continue
		}
		if c, ok := CopyOf(disk.NameIn(folder, path), book); ok {
			copies = append(copies, c)
		}
	}
	return copies
}

// Elsewhere says of each copy of the ledger how many decisions were typed into it that nobody has
// taken in: they are read from one place alone.
func (d Made) Elsewhere(copies []Copy) (found []finding.Finding) {
	for _, c := range copies {
		typed := d.Journal.Untaken(c.typed)
		if len(typed) == 0 {
			continue
		}
		var lines []string
		for _, t := range typed {
			if line := fmt.Sprintf("「%s」第%d行", t.At.Sheet(), t.At.Row()); !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
		where := strings.Join(lines[:min(len(lines), mostLinesNamed)], "、")
		if len(lines) > mostLinesNamed {
			where += "等"
		}
		f := finding.New(finding.LedgerEdited, typed[0].At, fmt.Sprintf("另一份台账里填了 %d 处核定", len(typed)), "")
		f.Message = fmt.Sprintf("这是台账的另一份，里面填了 %d 处新的核定（%s），没有采用：核定只从成果里的 %s 读取。", len(typed), where, disk.LedgerName)
		f.Hint = "请把这些核定填到成果里的 " + disk.LedgerName + "，存盘后再运行一次；不要的，把这一份移走。"
		found = append(found, f)
	}
	return found
}

// mostLinesNamed is how many lines a finding of a copy names.
const mostLinesNamed = 6
