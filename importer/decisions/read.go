// Package decisions reads what the office decided: the journal of the year folder, what was typed since
// into the ledger of the last run, and what was typed elsewhere and is not taken in.
package decisions

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
)

// Made are what the office decided, and the sum of the ledger that it typed into.
type Made struct {
	Rulings []ruling.Ruling
	Journal *ruling.Journal
	From    string
	Found   []finding.Finding // what was changed in the ledger and is no decision
}

// Read reads what the office decided: the journal of the year folder, and what was
// typed since into the ledger of the last run. A ledger that can't be read ends the run: the
// new one would take its place, and what was typed with it.
func Read(folder, out string) (Made, error) {
	journal, err := ReadJournal(folder)
	if err != nil {
		return Made{}, err
	}
	typed, from, err := readTyped(folder, out)
	if err != nil {
		return Made{}, err
	}
	d := Take(journal, typed, from)
	if path := filepath.Join(out, disk.LedgerName); from != "" && from != ledger.NoLedger {
		d.Found = append(lookAt(path).edited(path, disk.NameIn(folder, path)), d.Found...)
	}
	return d, nil
}

// Take takes what was typed into the journal.
func Take(journal *ruling.Journal, typed []ruling.Typing, from string) Made {
	journal.Take(typed)
	d := Made{Rulings: journal.InForce(), Journal: journal, From: from}
	for _, t := range typed {
		if t.Formula != (finding.Place{}) {
			d.Found = append(d.Found, formula(t))
		}
	}
	return d
}

// maxJournalBytes is more than an office decides in a lifetime.
const maxJournalBytes = 256 << 20

// ReadJournal reads the decisions of a year folder. Whatever keeps it from them ends the run:
// outputs that pass over decisions say what is not so.
func ReadJournal(folder string) (*ruling.Journal, error) {
	path := filepath.Join(folder, ruling.JournalName)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ruling.ReadJournal(nil), nil
	case err == nil && !info.Mode().IsRegular():
		err = errors.New("不是普通文件")
	case err == nil && info.Size() > maxJournalBytes:
		err = errors.New("文件太大")
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err == nil && !utf8.Valid(data) {
		err = errors.New("文字成了乱码，可能被别的软件另存过")
	}
	if err != nil {
		return nil, fmt.Errorf("读不出 %s，里面是办公室的核定，为免丢失，这次不生成新的台账：%s", path, disk.Reason(err))
	}
	if data == nil {
		data = []byte{}
	}
	return ruling.ReadJournal(data), nil
}

// readTyped reads the ruling columns of the ledger of the last run, and its sum.
func readTyped(folder, out string) (typed []ruling.Typing, from string, err error) {
	if out == "" {
		return nil, "", nil
	}
	typed, from, why := openRulings(folder, out)
	if from == ledger.NoLedger {
		return nil, from, savedElsewhere(out)
	}
	if why != "" {
		return nil, "", fmt.Errorf("读不出 %s 里的核定，为免丢失，这次不生成新的台账：%s。"+
			"请关闭它后重试；文件坏了的，用 Excel 或 WPS 修复，或换上“历史”文件夹里的一份；里面没有新填的核定的，把它移走再生成", filepath.Join(out, disk.LedgerName), why)
	}
	return typed, from, nil
}

// openRulings opens the ledger of a folder and reads it, or says why it can't be.
func openRulings(folder, out string) (typed []ruling.Typing, from, why string) {
	path := filepath.Join(out, disk.LedgerName)
	book, found, err := open.Sheets(path, disk.NameIn(folder, path), ruling.OverviewSheet, ruling.FindingsSheet, ruling.ReadingsSheet, ruling.CoverageSheet, ruling.NotesSheet,
		ruling.NumbersSheet, ruling.RulesSheet)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ledger.NoLedger, ""
	case disk.InUse(err):
		why = disk.Reason(err)
	case err != nil:
		why = disk.Reason(err) + "，它可能正在 Excel 或 WPS 中打开"
	case book == nil:
		why = found[0].Message
	default:
		if typed, err = ruling.ReadTyped(book, lookAt(path).formulas); err == nil {
			return typed, book.Sum, ""
		}
		why = err.Error()
	}
	return nil, "", strings.TrimRight(why, "。")
}

// ReadAnswers reads what the office answered in the ledger of the year folder, for a run that
// writes none.
func ReadAnswers(folder, out string) (Made, error) {
	if out == "" {
		out = filepath.Join(folder, disk.OutFolder)
	}
	journal, err := ReadJournal(folder)
	if err != nil {
		return Made{}, err
	}
	typed, from, why := openRulings(folder, out)
	if why != "" {
		return Made{}, fmt.Errorf("读不出 %s 里“%s”的核定，这样检查的结果会与台账不同：%s。请关闭它后重试；文件坏了的，先把它移走",
			filepath.Join(out, disk.LedgerName), ruling.ReadingsSheet, why)
	}
	return Take(journal, typed, from), nil
}

// savedElsewhere reports a ledger that was saved in another format and no longer as .xlsx:
// its rulings would be passed over without a word.
func savedElsewhere(out string) error {
	for _, ext := range []string{".xls", ".et", ".ods", ".xlsm"} {
		path := filepath.Join(out, strings.TrimSuffix(disk.LedgerName, filepath.Ext(disk.LedgerName))+ext)
		if _, err := os.Stat(path); err == nil {
			return fmt.Errorf("台账被另存成了 %s，为免丢失里面的核定，这次不生成新的台账：请打开它另存为 %s，再把它移走", path, disk.LedgerName)
		}
	}
	return nil
}
