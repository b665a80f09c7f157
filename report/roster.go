package report

import (
	"errors"
	"fmt"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/plan/sheets"
	"taizhang/report/xlsx/inplace"
)

// Alias returns a 任务清单.xlsx in whose 部门名录 name is an 别名 of the department that it is another name of, and
// no line of its own any more; all else is as it was. What was written is read again: nothing comes of it where anything
// else has changed, or where the name is not found by it. The error can be shown to the clerk.
func Alias(data []byte, q period.Quarter, name, of string) ([]byte, error) {
	book, sheet, err := rosterSheet(data)
	if err != nil {
		return nil, err
	}
	to, ok := sheets.FindRosterLine(sheet, of)
	if !ok {
		return nil, fmt.Errorf("“部门名录”里没有找到%s这一行，或者没有“别名”一栏", of)
	}
	aliases := name
	if to.Aliases != "" {
		aliases = to.Aliases + "、" + name
	}
	cells := []inplace.Cell{{Row: to.Row, Col: to.Alias, Text: aliases}}
	own, ok := sheets.FindRosterLine(sheet, name)
	if !ok {
		return nil, fmt.Errorf("“部门名录”里没有找到%s这一行", name)
	}
	for _, col := range own.Filled {
		cells = append(cells, inplace.Cell{Row: own.Row, Col: col})
	}
	changed, err := inplace.Set(data, sheet.Name, cells)
	if err != nil {
		return nil, fmt.Errorf("“部门名录”里写不进去（%w），请用 Excel 或 WPS 改", err)
	}
	again, after, err := rosterSheet(changed)
	if err != nil || !sameBut(book, again, sheet, cells) {
		return nil, errors.New("这份 任务清单.xlsx 改过之后会读得不一样，没有改；请用 Excel 或 WPS 改")
	}
	var read plan.Roster
	sheets.ReadRoster(&read, after, q.Year)
	if d, found := read.Find(name, q); !found || d.Name != of {
		return nil, fmt.Errorf("写上以后“%s”还是认不到%s，没有改；请用 Excel 或 WPS 改", name, of)
	}
	return changed, nil
}

func rosterSheet(data []byte) (*grid.Book, *grid.Sheet, error) {
	book, found := open.Parse("任务清单.xlsx", data)
	if book == nil {
		return nil, nil, errors.New(found[0].Message)
	}
	sheet := plan.RosterSheet(book)
	if sheet == nil {
		return nil, nil, errors.New("任务清单.xlsx 里没有“部门名录”这一页")
	}
	return book, sheet, nil
}
