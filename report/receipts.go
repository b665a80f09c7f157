package report

import (
	"errors"
	"fmt"
	"reflect"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/plan/sheets"
	"taizhang/report/xlsx/inplace"
)

// Receipt is what 报送登记 is to say of one return: on which day it came in, in the office's words; "" for
// nothing.
type Receipt struct {
	Department string
	Quarter    period.Quarter
	On         string
}

// Registered is the day that the 报送登记 of a 任务清单.xlsx names for the return, as it stands there; "" for
// none. The error is that the file can't be read; it can be shown to the clerk.
func Registered(data []byte, p *plan.Plan, of Receipt) (string, error) {
	_, sheet, at, err := register(data, p, of)
	if errors.Is(err, errNoRegister) {
		return "", nil
	}
	if err != nil || at.Fresh {
		return "", err
	}
	return sheet.Cell(at.Row, at.Came).String(), nil
}

var errNoRegister = errors.New("任务清单.xlsx 里没有“报送登记”这一页")

// Register returns a 任务清单.xlsx whose 报送登记 says so, and all else is as it was; one that has no such sheet gets it. What was written is read
// again: nothing comes of it where anything else has changed, or where the day is not understood. The error can
// be shown to the clerk.
func Register(data []byte, p *plan.Plan, of Receipt) ([]byte, error) {
	book, sheet, at, err := register(data, p, of)
	if errors.Is(err, errNoRegister) && of.On != "" {
		if data, err = withRegister(book, data); err == nil {
			book, sheet, at, err = register(data, p, of)
		}
	}
	if err != nil || at.Fresh && of.On == "" {
		return data, err
	}
	cells := []inplace.Cell{{Row: at.Row, Col: at.Came, Text: of.On}}
	if at.Fresh {
		cells = append(cells, inplace.Cell{Row: at.Row, Col: at.Department, Text: of.Department}, inplace.Cell{Row: at.Row, Col: at.When, Text: of.Quarter.Short()})
	}
	changed, err := inplace.Set(data, sheet.Name, cells)
	if err != nil {
		return nil, fmt.Errorf("“报送登记”里写不进去（%w），请用 Excel 或 WPS 改", err)
	}
	again, after, _, err := register(changed, p, of)
	if err != nil || !sameBut(book, again, sheet, cells) {
		return nil, errors.New("这份 任务清单.xlsx 改过之后会读得不一样，没有改；请用 Excel 或 WPS 改")
	}
	if of.On == "" {
		return changed, nil
	}
	said, _ := sheets.ReadReceipts(after, &p.Roster, of.Quarter.Year)
	for _, r := range said {
		if r.On.At.Row() == at.Row && r.Quarter == of.Quarter && r.Department == of.Department {
			return changed, nil
		}
	}
	return nil, fmt.Errorf("“%s”看不懂：请写成“%d年7月8日”的样式", of.On, of.Quarter.Year)
}

// withRegister returns a 任务清单.xlsx with an empty 报送登记 behind its sheets. What was there is as it was.
func withRegister(book *grid.Book, data []byte) ([]byte, error) {
	added, err := inplace.Add(data, "报送登记", []inplace.Column{{Heading: "部门", Wide: 42}, {Heading: "季度", Wide: 16}, {Heading: "收到日期", Wide: 20}})
	if err != nil {
		return nil, fmt.Errorf("加不上“报送登记”这一页（%w），请用 Excel 或 WPS 加", err)
	}
	again, _ := open.Parse("任务清单.xlsx", added)
	if again == nil || len(again.Sheets) != len(book.Sheets)+1 {
		return nil, errors.New("这份 任务清单.xlsx 加上一页之后会读得不一样，没有改；请用 Excel 或 WPS 加“报送登记”")
	}
	for i, s := range book.Sheets {
		if !reflect.DeepEqual(s, again.Sheets[i]) {
			return nil, errors.New("这份 任务清单.xlsx 加上一页之后会读得不一样，没有改；请用 Excel 或 WPS 加“报送登记”")
		}
	}
	return added, nil
}

func register(data []byte, p *plan.Plan, of Receipt) (*grid.Book, *grid.Sheet, sheets.Register, error) {
	book, found := open.Parse("任务清单.xlsx", data)
	if book == nil {
		return nil, nil, sheets.Register{}, errors.New(found[0].Message)
	}
	sheet := plan.ReceiptSheet(book)
	if sheet == nil {
		return book, nil, sheets.Register{}, errNoRegister
	}
	at, ok := sheets.FindRegister(sheet, &p.Roster, of.Quarter.Year, of.Department, of.Quarter)
	if !ok {
		return nil, nil, at, errors.New("“报送登记”里没有“部门、季度、收到日期”三栏")
	}
	return book, sheet, at, nil
}
