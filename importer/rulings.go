package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/returns/reader"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// ledgerName is the ledger as it lies in the output folder.
const ledgerName = "台账.xlsx"

// OutFolder is where the outputs lie, unless the run says otherwise.
const OutFolder = "成果"

// decisions are what the office decided, and the sum of the ledger that it typed into.
type decisions struct {
	rulings []ruling.Ruling
	journal *ruling.Journal
	from    string
	found   []finding.Finding // what was changed in the ledger and is no decision
}

// readDecisions reads what the office decided: the journal of the year folder, and what was
// typed since into the ledger of the last run. A ledger that can't be read ends the run: the
// new one would take its place, and what was typed with it.
func readDecisions(folder, out string) (decisions, error) {
	journal, err := readJournal(folder)
	if err != nil {
		return decisions{}, err
	}
	typed, from, err := readTyped(folder, out)
	if err != nil {
		return decisions{}, err
	}
	d := decided(journal, typed, from)
	if path := filepath.Join(out, ledgerName); from != "" && from != ledger.NoLedger {
		d.found = append(lookAt(path).edited(path, nameIn(folder, path)), d.found...)
	}
	return d, nil
}

// decided takes what was typed into the journal.
func decided(journal *ruling.Journal, typed []ruling.Typing, from string) decisions {
	journal.Take(typed)
	d := decisions{rulings: journal.InForce(), journal: journal, from: from}
	for _, t := range typed {
		if t.Formula != (finding.Place{}) {
			d.found = append(d.found, formula(t))
		}
	}
	return d
}

// maxJournalBytes is more than an office decides in a lifetime.
const maxJournalBytes = 256 << 20

// readJournal reads the decisions of a year folder. Whatever keeps it from them ends the run:
// outputs that pass over decisions say what is not so.
func readJournal(folder string) (*ruling.Journal, error) {
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
		return nil, fmt.Errorf("读不出 %s，里面是办公室的核定，为免丢失，这次不生成新的台账：%s", path, reason(err))
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
			"请关闭它后重试；文件坏了的，用 Excel 或 WPS 修复，或换上“历史”文件夹里的一份；里面没有新填的核定的，把它移走再生成", filepath.Join(out, ledgerName), why)
	}
	return typed, from, nil
}

// openRulings opens the ledger of a folder and reads it, or says why it can't be.
func openRulings(folder, out string) (typed []ruling.Typing, from, why string) {
	path := filepath.Join(out, ledgerName)
	book, found, err := open.Sheets(path, nameIn(folder, path), ruling.OverviewSheet, ruling.FindingsSheet, ruling.ReadingsSheet, ruling.CoverageSheet, ruling.NotesSheet,
		ruling.NumbersSheet, ruling.RulesSheet)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ledger.NoLedger, ""
	case InUse(err):
		why = reason(err)
	case err != nil:
		why = reason(err) + "，它可能正在 Excel 或 WPS 中打开"
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

// door is what a reader asks before it looks at a column, nil where nobody answered.
func (d decisions) door(p *plan.Plan) func(table.Asked) (words.Role, bool) {
	return ruling.NewReadings(p, d.rulings).Door()
}

// newReader returns the reader of returns that knows what the office decided on headings
// and on whose a file is.
func newReader(p *plan.Plan, w *words.Words, office decisions) *reader.Reader {
	r := reader.New(p, w, office.door(p))
	if files := ruling.NewFiles(p, office.rulings); len(files.Rulings) > 0 {
		r.Listen(files.Told)
	}
	return r
}

// readAnswers reads what the office answered in the ledger of the year folder, for a run that
// writes none.
func readAnswers(o Options) (decisions, error) {
	out := o.Out
	if out == "" {
		out = filepath.Join(o.Folder, OutFolder)
	}
	journal, err := readJournal(o.Folder)
	if err != nil {
		return decisions{}, err
	}
	typed, from, why := openRulings(o.Folder, out)
	if why != "" {
		return decisions{}, fmt.Errorf("读不出 %s 里“%s”的核定，这样检查的结果会与台账不同：%s。请关闭它后重试；文件坏了的，先把它移走",
			filepath.Join(out, ledgerName), ruling.ReadingsSheet, why)
	}
	return decided(journal, typed, from), nil
}

// savedElsewhere reports a ledger that was saved in another format and no longer as .xlsx:
// its rulings would be passed over without a word.
func savedElsewhere(out string) error {
	for _, ext := range []string{".xls", ".et", ".ods", ".xlsm"} {
		path := filepath.Join(out, strings.TrimSuffix(ledgerName, filepath.Ext(ledgerName))+ext)
		if _, err := os.Stat(path); err == nil {
			return fmt.Errorf("台账被另存成了 %s，为免丢失里面的核定，这次不生成新的台账：请打开它另存为 %s，再把它移走", path, ledgerName)
		}
	}
	return nil
}

// Journal reads the decisions of a year folder as they stand in its 核定.jsonl.
func Journal(folder string) (*ruling.Journal, error) { return readJournal(folder) }
