package report

import (
	"bytes"
	"errors"
	"fmt"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/plan"
	"taizhang/report/letters"
)

// List returns the 任务清单.xlsx of a year whose list stands on a sheet as it was issued; p is the list as
// it was understood, beside what stands beside it. What is written is read again, and nothing comes of
// it unless it says the same. The error can be shown to the clerk.
func List(p *plan.Plan, beside *plan.Carried, list *grid.Sheet) ([]byte, error) {
	if list.LastRow() > letters.MostOfList {
		return nil, fmt.Errorf("这份清单有%d行，太长；请自己用 Excel 或 WPS 把它另存为年度文件夹里的 任务清单.xlsx", list.LastRow())
	}
	var b bytes.Buffer
	if err := letters.Issued(&b, p, beside, list); err != nil {
		return nil, fmt.Errorf("任务清单.xlsx 写不成：%w", err)
	}
	if book, _ := open.Parse("任务清单.xlsx", b.Bytes()); book != nil {
		again, _, err := plan.Read(plan.Sources{List: book, Year: p.Year})
		if err == nil && again.SameAs(p) {
			return b.Bytes(), nil
		}
	}
	return nil, errors.New("这份清单照搬过去就读得不一样了；请自己用 Excel 或 WPS 把它另存为年度文件夹里的 任务清单.xlsx")
}
