package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// ledgerName is the ledger as it lies in the output folder.
const ledgerName = "台账.xlsx"

// OutFolder is where the outputs lie, unless the run says otherwise.
const OutFolder = "成果"

// decisions are what the office decided, and the sum of the ledger that it typed them into.
type decisions struct {
	rulings []ruling.Ruling
	from    string
}

// readRulings reads what the office decided in the ledger of the last run. One that can't
// be read ends the run: the new one would take its place, and the rulings with it.
func readRulings(out string) (decisions, error) {
	if out == "" {
		return decisions{}, nil
	}
	office, why := openRulings(out)
	if office.from == ledger.NoLedger {
		return office, savedElsewhere(out)
	}
	if why != "" {
		return decisions{}, fmt.Errorf("读不出 %s 里的核定，为免丢失，这次不生成新的台账：%s。"+
			"请关闭它后重试；文件坏了的，用 Excel 或 WPS 修复，或换上“历史”文件夹里的一份；里面没有要保留的核定的，把它移走再生成", filepath.Join(out, ledgerName), why)
	}
	return office, nil
}

// openRulings opens the ledger of a folder and reads it, or says why it can't be.
func openRulings(out string) (office decisions, why string) {
	book, found, err := open.Sheets(filepath.Join(out, ledgerName), ledgerName, ruling.OverviewSheet, ruling.FindingsSheet, ruling.ReadingsSheet, ruling.NotesSheet)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return decisions{from: ledger.NoLedger}, ""
	case InUse(err):
		why = reason(err)
	case err != nil:
		why = reason(err) + "，它可能正在 Excel 或 WPS 中打开"
	case book == nil:
		why = found[0].Message
	default:
		rs, err := ruling.Read(book)
		if err == nil {
			return decisions{rs, book.Sum}, ""
		}
		why = err.Error()
	}
	return decisions{}, strings.TrimRight(why, "。")
}

// door is what a reader asks before it looks at a column, nil where nobody answered.
func (d decisions) door(p *plan.Plan) func(table.Asked) (words.Role, bool) {
	return ruling.NewReadings(p, d.rulings).Door()
}

// newReader returns the reader of returns that knows what the office decided on headings.
func newReader(p *plan.Plan, w *words.Words, office decisions) *returns.Reader {
	return returns.NewReader(p, w, office.door(p))
}

// readAnswers reads what the office answered in the ledger of the year folder, for a run that
// writes none.
func readAnswers(o Options) (decisions, error) {
	out := o.Out
	if out == "" {
		out = filepath.Join(o.Folder, OutFolder)
	}
	office, why := openRulings(out)
	if why != "" {
		return decisions{}, fmt.Errorf("读不出 %s 里“%s”的核定，这样检查的结果会与台账不同：%s。请关闭它后重试；文件坏了的，先把它移走",
			filepath.Join(out, ledgerName), ruling.ReadingsSheet, why)
	}
	return office, nil
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
