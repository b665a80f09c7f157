package report

import (
	"bytes"
	"fmt"

	"taizhang/importer"
	"taizhang/importer/grid/open"
	"taizhang/importer/plan"
	"taizhang/report/letters"
)

// List returns the 任务清单.xlsx of a year whose list is the issued one. What it writes is read again,
// and nothing comes of it unless it says the same.
func List(is *importer.Issued) ([]byte, error) {
	hint := "请自己用 Excel 或 WPS 把它另存为年度文件夹里的 任务清单.xlsx。"
	if is.Sheet.LastRow() > letters.MostOfList {
		return nil, &importer.UsageError{Message: fmt.Sprintf("这份清单有%d行，太长", is.Sheet.LastRow()), Hint: hint}
	}
	var b bytes.Buffer
	if err := letters.Issued(&b, is.Plan, is.Beside, is.Sheet); err != nil {
		return nil, fmt.Errorf("任务清单.xlsx 写不成：%w", err)
	}
	if book, _ := open.Parse("任务清单.xlsx", b.Bytes()); book != nil {
		again, _, err := plan.Read(plan.Sources{List: book, Year: is.Plan.Year})
		if err == nil && again.SameAs(is.Plan) {
			return b.Bytes(), nil
		}
	}
	return nil, &importer.UsageError{Message: "这份清单照搬过去就读得不一样了", Hint: hint}
}
