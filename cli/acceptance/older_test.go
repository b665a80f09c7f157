package acceptance

import (
	"slices"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// olderColumns are what the sheets of an earlier version called columns, "" for those that it had not.
var olderColumns = map[string]map[string]string{
	"总台账": {"核定": "", "采用状态": "核定状态", "核定内容": "", "要求原文": "", "印记": ""},
	"待核对": {"核定内容": "", "印记": ""},
	"读法":  {"核定": "", "核定内容": "改读作", "印记": ""},
}

// older is the command of the scripts that makes a ledger what an earlier version would have
// written: without marks, its columns under the names that they had then.
//
//	older 2021/成果/台账.xlsx
func older(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: older LEDGER")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	ts.Check(f.DeleteSheet("印记"))
	for sheet, names := range olderColumns {
		rows, err := f.GetRows(sheet)
		ts.Check(err)
		head := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "核定人") })
		for col := len(rows[head]); col > 0; col-- { // from the right, for columns go
			now, changed := names[rows[head][col-1]]
			at, err := excelize.CoordinatesToCellName(col, head+1)
			ts.Check(err)
			switch {
			case changed && now != "":
				ts.Check(f.SetCellValue(sheet, at, now))
			case changed:
				name, err := excelize.ColumnNumberToName(col)
				ts.Check(err)
				ts.Check(f.RemoveCol(sheet, name))
			}
		}
	}
	ts.Check(f.Save())
}
