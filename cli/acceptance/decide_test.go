package acceptance

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// typed is the command of the scripts that types into a ledger as the office does:
//
//	decide 2021/成果/台账.xlsx 待核对 'words of the line' 核定=忽略 核定人=张三
func typed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 4 {
		ts.Fatalf("usage: decide LEDGER SHEET WORDS HEADING=VALUE...")
	}
	cells := map[string]any{}
	for _, arg := range args[3:] {
		heading, value, _ := strings.Cut(arg, "=")
		cells[heading] = value
	}
	ts.Check(decide(ts.MkAbs(args[0]), args[1], strings.Fields(args[2]), cells))
}

// addSheet is the command of the scripts that adds a sheet with a word on it to a workbook:
//
//	addsheet 2021/成果/台账.xlsx 我的备忘
func addSheet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: addsheet WORKBOOK NAME")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	_, err = f.NewSheet(args[1])
	ts.Check(err)
	ts.Check(f.SetCellValue(args[1], "A1", "记一笔"))
	ts.Check(f.Save())
}

// decide fills cells of the first line of the sheet that holds all of the words; one after =
// is a whole cell. A heading may also be an address. A value after =& is a formula.
func decide(ledger, sheet string, words []string, cells map[string]any) error {
	f, err := excelize.OpenFile(ledger)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	head := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "核定人") })
	line := slices.IndexFunc(rows, func(row []string) bool {
		text := strings.Join(row, "\n")
		return !slices.ContainsFunc(words, func(w string) bool {
			whole, ok := strings.CutPrefix(w, "=")
			return ok && !slices.Contains(row, whole) || !ok && !strings.Contains(text, w)
		})
	})
	if head >= 0 && line <= head {
		return fmt.Errorf("%s has no line with %v", sheet, words)
	}
	for word, value := range cells {
		col := -1
		if head >= 0 {
			col = slices.Index(rows[head], word)
		}
		at, err := excelize.CoordinatesToCellName(col+1, line+1)
		if _, _, no := excelize.CellNameToCoordinates(word); no == nil {
			at, err = word, nil
		}
		if err != nil {
			return fmt.Errorf("%s has no column %s", sheet, word)
		}
		if text, ok := value.(string); ok && strings.HasPrefix(text, "=&") {
			err = f.SetCellFormula(sheet, at, text[2:])
		} else {
			err = f.SetCellValue(sheet, at, value)
		}
		if err != nil {
			return err
		}
	}
	return f.Save()
}

// holds is the command of the scripts that looks for a text in a cell of a workbook, or in a
// line of one of its sheets, whose cells are joined by bars:
//
//	holds 2022/下发/办公室.xlsx '上年末：.*'
//	holds 2021/成果/台账.xlsx 定稿核对 '强制 \| 办公室'
func holds(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 && len(args) != 3 {
		ts.Fatalf("usage: holds WORKBOOK [SHEET] REGEXP")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	wanted := regexp.MustCompile(args[len(args)-1])
	found := false
	for _, sheet := range f.GetSheetList() {
		if len(args) == 3 && sheet != args[1] {
			continue
		}
		rows, err := f.GetRows(sheet)
		ts.Check(err)
		for _, row := range rows {
			if len(args) == 3 {
				row = []string{strings.Join(row, " | ")}
			}
			found = found || slices.ContainsFunc(row, wanted.MatchString)
		}
	}
	if found == neg {
		ts.Fatalf("%s: %q found: %v", args[0], wanted, found)
	}
}
