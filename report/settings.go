package report

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/plan"
	"taizhang/importer/plan/sheets"
	"taizhang/report/letters"
	"taizhang/report/xlsx/inplace"
	"taizhang/templates/forms"
)

// Setting is an item of 设置 as a year's 任务清单.xlsx has it.
type Setting struct {
	Item, Value string
	Note        string   // what it is for
	Offers      []string // all that it can be, nil where it can be more
	Wrong       string   // why the value is not understood, "" where it is
}

// Settings are the items of 设置 that a 任务清单.xlsx can say, in the order of a new one. The error is
// that the file has no such sheet; it can be shown to the clerk. year is that of the list, for a sheet that says none.
func Settings(book []byte, year int) ([]Setting, error) {
	_, sheet, err := settingSheet(book)
	if err != nil {
		return nil, err
	}
	return settingsOf(sheet, year), nil
}

func settingsOf(sheet *grid.Sheet, year int) (list []Setting) {
	set := sheets.ReadSettings(sheet)
	_, found := set.Settle(sheets.About{Unit: set.Text("单位名称"), Year: cmp.Or(set.Year(), year)})
	for _, known := range forms.Default().Year.Settings {
		one := Setting{Item: known.Item, Value: set.Text(known.Item), Note: known.Note, Offers: letters.Offers(known.Item)}
		for _, f := range found {
			if f.Code == finding.SettingUnreadable && f.Place.Row() > 0 && f.Place == set.At(known.Item) {
				one.Wrong = f.Message
			}
		}
		list = append(list, one)
	}
	return list
}

func settingSheet(data []byte) (*grid.Book, *grid.Sheet, error) {
	book, found := open.Parse("任务清单.xlsx", data)
	if book == nil {
		return nil, nil, errors.New(found[0].Message)
	}
	sheet := plan.SettingSheet(book)
	if sheet == nil {
		return nil, nil, errors.New("任务清单.xlsx 里没有“设置”这一页")
	}
	return book, sheet, nil
}

// SetSettings returns a 任务清单.xlsx in which items of 设置 say what is given, "" for nothing, and all else
// is as it was. What was written is read again: nothing comes of it where anything else has changed,
// or where an item is not understood. The error can be shown to the clerk.
func SetSettings(data []byte, year int, items map[string]string) ([]byte, error) {
	book, sheet, err := settingSheet(data)
	if err != nil {
		return nil, err
	}
	var cells []inplace.Cell
	end := sheet.LastRow()
	for _, known := range forms.Default().Year.Settings {
		value, set := items[known.Item]
		if !set {
			continue
		}
		rows := sheets.SettingRows(sheet, known.Item)
		if len(rows) == 0 && value != "" {
			end++
			cells = append(cells, inplace.Cell{Row: end, Col: 1, Text: known.Item}, inplace.Cell{Row: end, Col: 2, Text: value})
		}
		for i, row := range rows {
			if i == 0 {
				cells = append(cells, inplace.Cell{Row: row, Col: 2, Text: value})
			} else if value == "" && !sheet.Cell(row, 2).IsEmpty() {
				cells = append(cells, inplace.Cell{Row: row, Col: 2}) // else the next of the same name would hold
			}
		}
	}
	if len(cells) == 0 {
		return data, nil
	}
	changed, err := inplace.Set(data, sheet.Name, cells)
	if err != nil {
		return nil, fmt.Errorf("“设置”里写不进去（%w），请用 Excel 或 WPS 改", err)
	}
	again, after, err := settingSheet(changed)
	if err != nil || !sameBut(book, again, sheet, cells) {
		return nil, errors.New("这份 任务清单.xlsx 改过之后会读得不一样，没有改；请用 Excel 或 WPS 改")
	}
	for _, one := range settingsOf(after, year) {
		value, set := items[one.Item]
		switch {
		case !set:
		case one.Wrong != "":
			return nil, fmt.Errorf("%s“%s”看不懂：%s", one.Item, value, one.Note)
		case one.Value != value:
			return nil, fmt.Errorf("%s写不成“%s”，请用 Excel 或 WPS 改", one.Item, value)
		}
	}
	return changed, nil
}

// sameBut reports whether two readings of a workbook agree in all but some cells of one sheet.
func sameBut(a, b *grid.Book, sheet *grid.Sheet, cells []inplace.Cell) bool {
	if len(a.Sheets) != len(b.Sheets) {
		return false
	}
	meant := map[finding.Place]bool{}
	for _, c := range cells {
		meant[sheet.Place().At(c.Row, c.Col)] = true
	}
	for i, s := range a.Sheets {
		if s != sheet {
			if !reflect.DeepEqual(s, b.Sheets[i]) {
				return false
			}
			continue
		}
		o := b.Sheets[i]
		for row := 1; row <= max(s.LastRow(), o.LastRow()); row++ {
			for col := 1; col <= max(s.Width(), o.Width()); col++ {
				if x, y := s.Cell(row, col), o.Cell(row, col); !meant[x.At()] && (x.Kind != y.Kind || x.String() != y.String() || x.Anchor() != y.Anchor() || strings.TrimSpace(x.Formula) != strings.TrimSpace(y.Formula)) {
					return false
				}
			}
		}
	}
	return true
}
